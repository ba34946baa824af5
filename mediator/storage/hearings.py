"""Hearings and follow-up visits of a case."""

from collections.abc import Sequence

from sqlmodel import col, select

from mediator.domain.follow_up import Visit, VisitFacts
from mediator.domain.hearing import Hearing, HearingFacts
from mediator.storage.rows import added, columns, facts_of, get, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.hearing import HearingRow, VisitRow


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[Hearing, ...]]:
    """The hearings of each case, numbered in order of date."""
    query = (
        select(HearingRow)
        .where(col(HearingRow.case_id).in_(case_ids), ~col(HearingRow.removed))
        .order_by(col(HearingRow.held_on), col(HearingRow.began), col(HearingRow.id))
    )
    found = grouped(work.session.exec(query).all(), lambda row: row.case_id)
    return {
        case_id: tuple(facts_of(Hearing, row, ordinal=number) for number, row in enumerate(rows, 1))
        for case_id, rows in found.items()
    }


def save(work: Work, case_id: int, facts: HearingFacts, hearing_id: int | None = None) -> int:
    """Add a hearing or correct one; its id."""
    if hearing_id is None:
        return added(work, HearingRow(case_id=case_id, **columns(facts))).id or 0
    put(get(work, HearingRow, hearing_id), columns(facts))
    work.session.flush()
    return hearing_id


def remove(work: Work, hearing_id: int) -> None:
    """Put a hearing away; it stays in the history."""
    get(work, HearingRow, hearing_id).removed = True
    work.session.flush()


def visits_of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[Visit, ...]]:
    """The follow-up visits of each case in order of date."""
    query = (
        select(VisitRow)
        .where(col(VisitRow.case_id).in_(case_ids), ~col(VisitRow.removed))
        .order_by(col(VisitRow.on), col(VisitRow.id))
    )
    found = grouped(work.session.exec(query).all(), lambda row: row.case_id)
    return {
        case_id: tuple(facts_of(Visit, row, ordinal=number) for number, row in enumerate(rows, 1))
        for case_id, rows in found.items()
    }


def save_visit(work: Work, case_id: int, facts: VisitFacts, visit_id: int | None = None) -> int:
    """Add a visit or correct one; its id."""
    if visit_id is None:
        return added(work, VisitRow(case_id=case_id, **columns(facts))).id or 0
    put(get(work, VisitRow, visit_id), columns(facts))
    work.session.flush()
    return visit_id


def remove_visit(work: Work, visit_id: int) -> None:
    """Put a visit away; it stays in the history."""
    get(work, VisitRow, visit_id).removed = True
    work.session.flush()
