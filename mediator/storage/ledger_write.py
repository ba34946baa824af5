"""Adds many ledger cases at once: one statement a table, however many cases there are."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import insert
from sqlmodel import SQLModel

from mediator.codes import code_list
from mediator.domain import number
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import CaseFacts
from mediator.domain.dispute import DisputeFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.office import kind_of_name as kind_of_committee
from mediator.domain.party import PartyFacts
from mediator.domain.party import kind_of_name as kind_of_party
from mediator.storage import numbers, offices, search
from mediator.storage.ledger import REST, SAME
from mediator.storage.rows import columns, next_id, table_of
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow
from mediator.storage.tables.case import CaseRow, DisputeRow, PreventionRow
from mediator.storage.tables.hearing import VisitRow
from mediator.storage.tables.party import CasePartyRow, PartyRow, PersonRow

Values = dict[str, Any]

SOME_DAY: Final = date(2000, 1, 1)
CASE: Final = columns(CaseFacts(accepted_on=SOME_DAY)) | {
    **dict.fromkeys(("end_reason", "end_text", "archived_by", "retention", "archive_remark"), ""),
    **dict.fromkeys(("removed_by", "removed_reason"), ""),
    **dict.fromkeys(("dossier_number", "archived_on", "removed_on", "series_id", "previous_id"), None),
    "told_ways": [],
    "undisputed": [],
    "undisputed_on": None,
}
DISPUTE: Final = columns(DisputeFacts(type_written=""))
AGREEMENT: Final = columns(AgreementFacts(agreed_on=SOME_DAY)) | {"signing": {}, "removed": False}
PARTY: Final = columns(PartyFacts(name=""))
VISIT: Final = columns(VisitFacts(on=SOME_DAY)) | {"removed": False}


def add_ledger_cases(work: Work, rows: list[LedgerCase]) -> list[LedgerCase]:
    """Add cases that are not there yet; the same cases with their ids, codes and committees.

    A row without committee belongs to this office, a row without code gets one.
    """
    own, first = offices.own_committee(work).name, next_id(work, CaseRow)
    placed = [
        replace(case, case_id=first + place, committee=case.committee or own)
        for place, case in enumerate(rows)
    ]
    cases = _coded(work, placed)
    _add_cases(work, cases)
    _add_parties(work, cases)
    _add_endings(work, cases)
    _remember(work, cases)
    search.add(work, [(case.case_id, _search_words(case)) for case in cases])
    return cases


def _coded(work: Work, cases: list[LedgerCase]) -> list[LedgerCase]:
    """Give every case without a 案件编码 the next one of its year."""
    taken = {case.code for case in cases}
    years: defaultdict[int, list[int]] = defaultdict(list)
    for case in cases:
        if not case.code:
            years[case.accepted_on.year].append(case.case_id)
    codes: dict[int, str] = {}
    for year, ids in years.items():
        codes |= zip(
            ids, numbers.give_many(work, f"code:{year}", _writer(work, year), ids, taken), strict=True
        )
    return [case if case.code else replace(case, code=codes[case.case_id]) for case in cases]


def _writer(work: Work, year: int) -> Callable[[int], str]:
    pattern, short = offices.settings(work).code_pattern, offices.office(work).short_name
    return lambda serial: number.number(pattern, year=year, short=short, serial=serial)


def _insert(work: Work, row: type[SQLModel], values: list[Values]) -> None:
    if values:
        work.session.connection().execute(insert(table_of(row)), values)


def _add_cases(work: Work, cases: list[LedgerCase]) -> None:
    committees = _committees(work, cases)
    first = next_id(work, DisputeRow)
    numbered = list(enumerate(cases, first))
    _insert(work, DisputeRow, [_dispute(case) | {"id": own} for own, case in numbered])
    sources = _sources()
    rows = [
        _case(case)
        | {"dispute_id": own, "committee_id": committees[case.committee], "source": sources[case.source]}
        for own, case in numbered
    ]
    _insert(work, CaseRow, rows)


def _committees(work: Work, cases: list[LedgerCase]) -> dict[str, int]:
    """Ids by name; a new one is made, its kind read from the name or else the office's own."""
    kind = offices.office(work).kind
    names = dict.fromkeys(case.committee for case in cases)
    return {name: offices.ensure_committee(work, name, kind_of_committee(name, kind)) for name in names}


def _sources() -> dict[str, str]:
    """The intake source that says the same as a source of the ledger."""
    known = {code.key for code in code_list("intake_source").rows}
    return {
        code.key: code.key if code.key in known else "own-initiative"
        for code in code_list("ledger_source").rows
    }


def _dispute(case: LedgerCase) -> Values:
    return DISPUTE | {
        "code": case.code,
        "type_written": case.type_written,
        "area": case.area,
        "people_count": case.people_count,
        "summary": case.summary,
    }


def _case(case: LedgerCase) -> Values:
    return CASE | {
        **{name: getattr(case, name) for name in SAME},
        "id": case.case_id,
        "start_way": "own" if case.source == "own" else "application",
        "assistants": list(case.assistants),
        "ledger_mark": case.mark or None,
        "ledger_rest": _rest(case),
    }


def _rest(case: LedgerCase) -> Values:
    """What has no place of its own: an agreement without success, a satisfaction without a visit."""
    settled, visited = case.outcome == "success", case.visited_on is not None
    told = {name: getattr(case, name) for name in REST if name != "satisfaction" and not settled}
    if not visited:
        told["satisfaction"] = case.satisfaction
    return {name: value for name, value in told.items() if value not in (None, "")}


def _add_parties(work: Work, cases: list[LedgerCase]) -> None:
    named = [
        (case.case_id, place, role, name)
        for case in cases
        for place, (role, name) in enumerate(case.parties, 1)
    ]
    first, person = next_id(work, PartyRow), next_id(work, PersonRow)
    # A ledger tells names only, and a name alone does not make two people one.
    _insert(work, PersonRow, [{"id": own} for own, _ in enumerate(named, person)])
    parties = [
        PARTY | {"id": own, "name": name, "kind": kind_of_party(name), "person_id": own - first + person}
        for own, (_, _, _, name) in enumerate(named, first)
    ]
    _insert(work, PartyRow, parties)
    places = [
        {"case_id": case_id, "party_id": own, "role": role, "position": place, "removed": False}
        for own, (case_id, place, role, _) in enumerate(named, first)
    ]
    _insert(work, CasePartyRow, places)


def _add_endings(work: Work, cases: list[LedgerCase]) -> None:
    _insert(work, AgreementRow, [_agreement(case) for case in cases if case.outcome == "success"])
    preventions = [
        {"case_id": case.case_id, "kind": kind, "people": people}
        for case in cases
        for kind, people in case.preventions
    ]
    _insert(work, PreventionRow, preventions)
    visits = [
        VISIT | {"case_id": case.case_id, "on": case.visited_on, "satisfaction": case.satisfaction}
        for case in cases
        if case.visited_on is not None
    ]
    _insert(work, VisitRow, visits)


def _agreement(case: LedgerCase) -> Values:
    return AGREEMENT | {
        "case_id": case.case_id,
        "number": case.agreement_number,
        "form": case.form,
        "agreed_on": case.concluded_on or case.accepted_on,
        "stated_fen": case.amount_fen,
        "stated_performance": case.performance,
    }


def _remember(work: Work, cases: list[LedgerCase]) -> None:
    people = {name for case in cases for name in (case.registrar, case.mediator, *case.assistants)}
    rooms, areas = {case.room for case in cases}, {case.area for case in cases}
    offices.remember_names(work, rooms=rooms, areas=areas, people=people)


def _search_words(case: LedgerCase) -> str:
    """What the search finds of a case, the same as for one written down at the desk."""
    names = [name for _, name in case.parties]
    number_found = case.agreement_number if case.outcome == "success" else ""
    return search.words([case.code, case.type_written, case.summary, *names, number_found], names=names)
