"""Decisions about a case as a whole, and the recycle bin."""

from collections.abc import Sequence

from sqlmodel import col, select

from mediator.domain.decision import Decision, Removed
from mediator.storage.rows import added, columns, facts_of, get, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow, DecisionRow


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[Decision, ...]]:
    """The decisions about each case, the first one first."""
    query = select(DecisionRow).where(col(DecisionRow.case_id).in_(case_ids)).order_by(col(DecisionRow.id))
    found = grouped(work.session.exec(query).all(), lambda row: row.case_id)
    return {case_id: tuple(facts_of(Decision, row) for row in rows) for case_id, rows in found.items()}


def decide(work: Work, case_id: int, decision: Decision) -> None:
    """Write down a decision about a case."""
    added(work, DecisionRow(case_id=case_id, **columns(decision)))


def save_removed(work: Work, case_id: int, removed: Removed) -> None:
    """Put a case into the recycle bin, or take it out with empty facts."""
    values = {"removed_on": removed.on, "removed_by": removed.by, "removed_reason": removed.reason}
    put(get(work, CaseRow, case_id), values)
    work.session.flush()


def removed_cases(work: Work) -> list[int]:
    """Ids of the cases in the recycle bin, the last put away first."""
    query = select(CaseRow.id).where(col(CaseRow.removed_on).is_not(None))
    ordered = query.order_by(col(CaseRow.removed_on).desc(), col(CaseRow.id).desc())
    return [case_id or 0 for case_id in work.session.exec(ordered).all()]
