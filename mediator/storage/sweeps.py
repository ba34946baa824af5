"""Sweeps for disputes."""

from sqlmodel import col, select

from mediator.domain.case_facts import SweepCount
from mediator.domain.sweep import Sweep
from mediator.storage.rows import added, columns, facts_of, put
from mediator.storage.store import Work
from mediator.storage.tables.record import SweepRow


def find(work: Work, number: str) -> Sweep | None:
    """A sweep by its number."""
    row = _row(work, number)
    return None if row is None else facts_of(Sweep, row)


def save(work: Work, sweep: Sweep) -> None:
    """Add a sweep, or correct the one with the same number."""
    row = _row(work, sweep.number)
    if row is None:
        added(work, SweepRow(**columns(sweep)))
    else:
        put(row, columns(sweep))
        work.session.flush()


def all_sweeps(work: Work) -> list[Sweep]:
    """Every sweep, newest first."""
    query = select(SweepRow).order_by(col(SweepRow.began_on).desc(), col(SweepRow.id).desc())
    return [facts_of(Sweep, row) for row in work.session.exec(query).all()]


def sweep_counts(work: Work) -> tuple[SweepCount, ...]:
    """Every sweep as the returns count it."""
    return tuple(SweepCount(s.number, s.kind, s.began_on, s.found) for s in all_sweeps(work))


def _row(work: Work, number: str) -> SweepRow | None:
    return work.session.exec(select(SweepRow).where(SweepRow.number == number)).first()
