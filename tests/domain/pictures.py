"""One whole case as a picture, made without a store; tests change one thing of it."""

from datetime import date
from typing import Any

from mediator.domain.agreement import Agreement, Signing
from mediator.domain.case import Archived, CaseFacts, Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import Duty, Performance
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.party import CaseParty, PartyFacts

TODAY = date(2026, 11, 22)
HAPPENED, FOUND, ACCEPTED = date(2026, 9, 28), date(2026, 10, 1), date(2026, 10, 5)
HELD, AGREED, SIGNED = date(2026, 10, 8), date(2026, 10, 12), date(2026, 10, 13)
PERFORMED, DUE, VISITED, ARCHIVED = (
    date(2026, 10, 20),
    date(2026, 10, 31),
    date(2026, 11, 6),
    date(2026, 11, 20),
)
PLACES = (11, 12)


def party(place: int, role: str, name: str) -> CaseParty:
    return CaseParty(
        id=place, party_id=place + 100, role=role, position=place - 10, facts=PartyFacts(name=name)
    )


def duty(**changes: Any) -> Duty:
    paid = Performance(id=31, duty_id=21, on=PERFORMED, amount_fen=40_000)
    whole = Duty(
        id=21, ordinal=1, debtors=(12,), creditors=(11,), amount_fen=100_000, due_on=DUE, performed=(paid,)
    )
    return whole.model_copy(update=changes)


def agreement(**changes: Any) -> Agreement:
    hands = Signing(parties=dict.fromkeys(PLACES, SIGNED), mediator_on=SIGNED, sealed_on=SIGNED)
    whole = Agreement(id=1, number="示例-1", agreed_on=AGREED, duties=(duty(),), signing=hands)
    return whole.model_copy(update=changes)


def picture(**changes: Any) -> CaseFile:
    """The whole case; a key such as `case.accepted_on` changes one value inside a part."""
    whole = CaseFile(
        id=1,
        code="2026-00001",
        dispute_id=1,
        dispute_code="2026-00001",
        dossier_number="示例-1",
        committee="示例调委会",
        committee_kind="resident",
        dispute=DisputeFacts(type_written="邻里", happened_on=HAPPENED, found_on=FOUND),
        case=CaseFacts(accepted_on=ACCEPTED),
        ending=Ending(outcome="success", on=AGREED),
        archived=Archived(on=ARCHIVED),
        parties=(party(11, "applicant", "张三测"), party(12, "respondent", "李四测")),
        hearings=(Hearing(id=41, ordinal=1, held_on=HELD, present=PLACES, result="agreed"),),
        agreement=agreement(),
        visits=(Visit(id=51, ordinal=1, on=VISITED),),
    )
    for path, value in changes.items():
        part, _, name = path.partition("__")
        inner = getattr(whole, part).model_copy(update={name: value}) if name else value
        whole = whole.model_copy(update={part: inner})
    return whole
