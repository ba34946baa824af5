"""Disputes and cases: add, find, load, correct."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col, delete, select

from mediator.domain.case import Archived, CaseFacts, Confirmation, Ending, Prevention
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts
from mediator.domain.errors import NotFound
from mediator.storage import agreements, hearings, papers, parties, search
from mediator.storage.rows import added, columns, facts_of, get, get_many, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow, DisputeRow, PreventionRow
from mediator.storage.tables.office import CommitteeRow

FULL_WIDTH = str.maketrans("()", "（）")
HALF_WIDTH = str.maketrans("（）", "()")


def add(
    work: Work, code: str, dispute: DisputeFacts, case: CaseFacts, committee_id: int, dossier: str | None
) -> int:
    """Add a dispute with its first case; the case's id. The dispute takes the case's code for life."""
    found = added(work, DisputeRow(code=code, **columns(dispute)))
    row = CaseRow(
        dispute_id=found.id or 0,
        committee_id=committee_id,
        code=code,
        dossier_number=dossier,
        **columns(case),
    )
    return added(work, row).id or 0


def find_id(work: Work, number: str) -> int:
    """The id of a case by 案件编码 or 卷号; NotFound('case-unknown')."""
    wanted = number.strip()
    # The number is printed with full-width brackets; a keyboard without an input method has no such.
    for written in (wanted, wanted.translate(FULL_WIDTH), wanted.translate(HALF_WIDTH)):
        found = work.session.exec(select(CaseRow.id).where(_is_numbered(written))).first()
        if found is not None:
            return found
    raise NotFound("case-unknown", number=wanted)


def _is_numbered(wanted: str) -> ColumnElement[bool]:
    return (col(CaseRow.code) == wanted) | (col(CaseRow.dossier_number) == wanted)


def load(work: Work, case_id: int) -> CaseFile:
    """The whole case in one picture."""
    return load_many(work, (case_id,))[0]


def load_many(work: Work, case_ids: Sequence[int]) -> list[CaseFile]:
    """The same picture of many cases, in this order, for the price of a few statements.

    What is wrong with one of them is raised for all; at most some hundreds fit in one statement.
    """
    rows = get_many(work, CaseRow, case_ids)
    disputes = get_many(work, DisputeRow, [row.dispute_id for row in rows])
    committees = get_many(work, CommitteeRow, [row.committee_id for row in rows])
    preventions = _preventions(work, case_ids)
    party = parties.of_cases(work, case_ids)
    hearing = hearings.of_cases(work, case_ids)
    agreement = agreements.of_cases(work, case_ids)
    visits = hearings.visits_of_cases(work, case_ids)
    paper = papers.of_cases(work, case_ids)
    return [
        _file(
            *record,
            preventions=preventions.get(case_id, ()),
            parties=party.get(case_id, ()),
            hearings=hearing.get(case_id, ()),
            agreement=agreement.get(case_id),
            visits=visits.get(case_id, ()),
            papers=paper.get(case_id, ()),
        )
        for case_id, record in zip(case_ids, zip(rows, disputes, committees, strict=True), strict=True)
    ]


def _file(row: CaseRow, dispute: DisputeRow, committee: CommitteeRow, **more: Any) -> CaseFile:
    return CaseFile(
        id=row.id or 0,
        code=row.code,
        dispute_id=row.dispute_id,
        dispute_code=dispute.code,
        dossier_number=row.dossier_number or "",
        committee=committee.name,
        committee_kind=committee.kind,
        dispute=facts_of(DisputeFacts, dispute),
        case=facts_of(CaseFacts, row),
        ending=_ending(row),
        confirmation=Confirmation(state=row.confirmation, on=row.confirmed_on),
        archived=_archived(row),
        **more,
    )


def _ending(row: CaseRow) -> Ending:
    return Ending(
        outcome=row.outcome,
        on=row.concluded_on,
        reason=row.end_reason,
        reason_text=row.end_text,
        told_ways=tuple(row.told_ways),
        transformed=row.transformed,
    )


def _archived(row: CaseRow) -> Archived:
    return Archived(
        on=row.archived_on, by=row.archived_by, retention=row.retention, remark=row.archive_remark
    )


def _preventions(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[Prevention, ...]]:
    query = select(PreventionRow).where(col(PreventionRow.case_id).in_(case_ids))
    found = grouped(work.session.exec(query.order_by(col(PreventionRow.id))).all(), lambda row: row.case_id)
    return {case_id: tuple(facts_of(Prevention, row) for row in rows) for case_id, rows in found.items()}


def save_intake(work: Work, case_id: int, dispute: DisputeFacts, case: CaseFacts) -> None:
    """Correct what was written at intake."""
    row = get(work, CaseRow, case_id)
    put(row, columns(case))
    put(get(work, DisputeRow, row.dispute_id), columns(dispute))
    work.session.flush()


def save_ending(work: Work, case_id: int, ending: Ending) -> None:
    """Write down how the case ended, or that it is open again."""
    values = {
        "outcome": ending.outcome,
        "concluded_on": ending.on,
        "end_reason": ending.reason,
        "end_text": ending.reason_text,
        "told_ways": list(ending.told_ways),
        "transformed": ending.transformed,
    }
    put(get(work, CaseRow, case_id), values)
    work.session.flush()


def save_confirmation(work: Work, case_id: int, confirmation: Confirmation) -> None:
    """Write down where judicial confirmation stands."""
    put(get(work, CaseRow, case_id), {"confirmation": confirmation.state, "confirmed_on": confirmation.on})
    work.session.flush()


def save_preventions(work: Work, case_id: int, preventions: tuple[Prevention, ...]) -> None:
    """Write down what worse the case prevented."""
    work.session.exec(delete(PreventionRow).where(col(PreventionRow.case_id) == case_id))
    for prevention in preventions:
        work.session.add(PreventionRow(case_id=case_id, **columns(prevention)))
    work.session.flush()


def save_archived(work: Work, case_id: int, archived: Archived, dossier: str | None = None) -> None:
    """Write down the archive's facts."""
    values = {
        "archived_on": archived.on,
        "archived_by": archived.by,
        "retention": archived.retention,
        "archive_remark": archived.remark,
    }
    put(get(work, CaseRow, case_id), values)
    if dossier is not None:
        get(work, CaseRow, case_id).dossier_number = dossier
    work.session.flush()


def last_accepted_on(work: Work) -> date | None:
    """The latest day of acceptance on record: a clock before it is probably wrong."""
    return work.session.exec(select(func.max(col(CaseRow.accepted_on)))).one()


def index_for_search(work: Work, case_id: int) -> None:
    """Renew what the search finds of a case."""
    file = load(work, case_id)
    texts = [
        file.code,
        file.dossier_number,
        file.dispute.type_written,
        file.dispute.place,
        file.dispute.summary,
    ]
    for party in file.parties:
        texts += [party.name, party.facts.phone, party.facts.id_number, party.facts.address]
    if file.agreement is not None:
        texts.append(file.agreement.number)
    search.put(work, case_id, texts)
