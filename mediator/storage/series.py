"""Series: cases opened, heard and signed together, each with a number of its own."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from mediator.domain.decision import Series
from mediator.storage.rows import added, facts_of, get
from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow, SeriesRow


def of_rows(work: Work, rows: Sequence[CaseRow]) -> dict[int, Series]:
    """The series of these cases by their ids."""
    wanted = {row.series_id for row in rows if row.series_id is not None}
    if not wanted:
        return {}
    found = work.session.exec(select(SeriesRow).where(col(SeriesRow.id).in_(wanted))).all()
    return {row.id or 0: facts_of(Series, row) for row in found}


def add(work: Work, name: str, opened_on: date) -> int:
    """Make a series of cases; its id."""
    return added(work, SeriesRow(name=name, opened_on=opened_on)).id or 0


def join(work: Work, case_id: int, series_id: int | None) -> None:
    """Put a case into a series, or take it out of one."""
    get(work, CaseRow, case_id).series_id = series_id
    work.session.flush()


def members(work: Work, series_id: int) -> list[int]:
    """Ids of the cases of a series in the order of their opening; those in the recycle bin left out."""
    query = select(CaseRow.id).where(CaseRow.series_id == series_id, col(CaseRow.removed_on).is_(None))
    return [case_id or 0 for case_id in work.session.exec(query.order_by(col(CaseRow.id))).all()]


def every(work: Work) -> list[Series]:
    """Every series, the newest first."""
    rows = work.session.exec(select(SeriesRow).order_by(col(SeriesRow.id).desc())).all()
    return [facts_of(Series, row) for row in rows]
