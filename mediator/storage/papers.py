"""What is known of the papers of a case."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlmodel import col, select

from mediator.domain.casefile import PaperMark
from mediator.storage.rows import facts_of, grouped
from mediator.storage.store import Work
from mediator.storage.tables.record import PaperRow


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[PaperMark, ...]]:
    """Every paper of each case that was printed or signed."""
    query = (
        select(PaperRow)
        .where(col(PaperRow.case_id).in_(case_ids))
        .order_by(col(PaperRow.key), col(PaperRow.subject_id))
    )
    found = grouped(work.session.exec(query).all(), lambda row: row.case_id)
    return {
        case_id: tuple(facts_of(PaperMark, row, subject_id=row.subject_id or None) for row in rows)
        for case_id, rows in found.items()
    }


def mark_printed(
    work: Work, case_id: int, key: str, subject_id: int | None, *, at: datetime, sha256: str
) -> None:
    """Write down that these bytes of a paper were printed."""
    row = _ensure(work, case_id, key, subject_id)
    row.printed_at = at.astimezone(UTC)
    row.sha256 = sha256
    work.session.flush()


def mark_signed(
    work: Work, case_id: int, key: str, subject_id: int | None, on: date | None, *, sha256: str
) -> None:
    """Write down the day a paper was signed, and its bytes where no printing told them; None undoes it."""
    row = _ensure(work, case_id, key, subject_id)
    row.signed_on = on
    if row.printed_at is None:
        row.sha256 = sha256 if on is not None else ""
    work.session.flush()


def _ensure(work: Work, case_id: int, key: str, subject_id: int | None) -> PaperRow:
    row = work.session.get(PaperRow, (case_id, key, subject_id or 0))
    if row is None:
        row = PaperRow(case_id=case_id, key=key, subject_id=subject_id or 0)
        work.session.add(row)
    return row
