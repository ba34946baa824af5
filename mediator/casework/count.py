"""Count a return from everything the office knows."""

from mediator.casework.desk import Desk
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import find
from mediator.statistics.model import ReturnSheet
from mediator.storage import counting, offices, sweeps


def book(desk: Desk) -> Book:
    """All case and sweep facts in one unmoving picture, with the office and its settings."""
    with desk.store.look() as work:
        return Book(
            counting.case_counts(work),
            sweeps.sweep_counts(work),
            offices.office(work),
            offices.settings(work),
        )


def make_return(desk: Desk, key: str, period: str) -> ReturnSheet:
    """One return for one period such as 2026-10; raises WrongUsage for a key or period nobody knows."""
    wanted = find(key)
    counted = book(desk)
    return wanted.build(counted, parse(period, counted.settings.cut_day))
