"""Holds coded values to the code lists: a key that no list has would print as nothing."""

from collections.abc import Iterator

from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken
from mediator.domain.party import CaseParty
from mediator.domain.track import all_tracks

Coded = Iterator[tuple[str, str, str]]  # (field, list, value)


def check_codes(file: CaseFile) -> None:
    """Refuse a coded value that its list does not have; an empty one is merely unknown."""
    start_ways = {key for key, _ in all_tracks()[file.case.track].start_ways}
    if file.case.start_way not in start_ways:
        raise RuleBroken("code-unknown", field="start_way", value=file.case.start_way)
    for field, name, value in _coded(file):
        if value and code_list(name).row(value) is None:
            raise RuleBroken("code-unknown", field=field, value=value)


def _coded(file: CaseFile) -> Coded:
    case, ending = file.case, file.ending
    yield "source", "intake_source", case.source
    yield "difficulty", "difficulty", case.difficulty
    yield "death", "presence", case.death
    yield "migrant_workers", "yes_no", case.migrant_workers
    yield "outcome", "outcome", ending.outcome
    yield "transformed", "transformed", ending.transformed
    yield from (("told_ways", "other_way", way) for way in ending.told_ways)
    yield "confirmation", "confirmation", file.confirmation.state
    yield "retention", "retention", file.archived.retention
    yield from (("kind", "prevention", one.kind) for one in file.preventions)
    yield from (("result", "hearing_result", one.result) for one in file.hearings)
    for party in file.parties:
        yield from _of_party(party)
    yield from (("why", "replacement_reason", one.why) for one in file.replacements)
    yield from (("decision", "decision_kind", one.kind) for one in file.decisions)
    for piece in file.attachments:
        yield "kind", "attachment_kind", piece.kind
        yield "form", "evidence_form", piece.form
    for visit in file.visits:
        yield "way", "visit_way", visit.way
        yield "satisfaction", "satisfaction", visit.satisfaction
    yield from _of_agreement(file)


def _of_party(party: CaseParty) -> Coded:
    yield "role", "party_role", party.role
    yield "party_kind", "party_kind", party.facts.kind
    yield "sex", "sex", party.facts.sex
    yield "id_type", "id_type", party.facts.id_type
    yield "capacity", "capacity", party.facts.capacity
    for agent in party.agents:
        yield "agent_kind", "agent_kind", agent.kind
        yield "sex", "sex", agent.sex
        yield "id_type", "id_type", agent.id_type
        yield "mandate", "mandate", agent.mandate
        yield from (("powers", "agent_power", power) for power in agent.powers)


def _of_agreement(file: CaseFile) -> Coded:
    if file.agreement is None:
        return
    yield "form", "agreement_form", file.agreement.form
    yield "stated_performance", "performance", file.agreement.stated_performance
    for duty in file.agreement.duties:
        yield "duty_kind", "duty_kind", duty.kind
        yield "payment_way", "payment_way", duty.way
