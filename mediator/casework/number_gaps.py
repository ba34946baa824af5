"""Look through the book of numbers: which numbers name no case on the list, and why."""

from dataclasses import dataclass

from mediator.casework.desk import Desk
from mediator.domain.casefile import sides
from mediator.domain.number_book import NumberGap
from mediator.storage import cases, number_book


@dataclass(frozen=True, slots=True)
class SeriesBook:
    """One series of a year: how many numbers were given, the last serial, the gaps."""

    kind: str  # codes/number_series
    year: int
    given: int
    last: int
    gaps: tuple[NumberGap, ...]


@dataclass(frozen=True, slots=True)
class NumberBook:
    """Every series of one year; `cases` tells the code and the sides of the cases its gaps name."""

    year: int
    series: tuple[SeriesBook, ...]
    cases: dict[int, tuple[str, str]]


def number_years(desk: Desk) -> list[int]:
    """The years of which numbers were given, the latest first."""
    with desk.store.look() as work:
        return list(dict.fromkeys(year for _, year in number_book.series(work)))


def number_gaps(desk: Desk, year: int) -> NumberBook:
    """The numbers of a year that name no case on the list, each with its reason."""
    with desk.store.look() as work:
        kinds = [kind for kind, of in number_book.series(work) if of == year]
        books = tuple(
            SeriesBook(
                kind,
                year,
                *number_book.count_of(work, kind, year),
                tuple(number_book.gaps_of(work, kind, year)),
            )
            for kind in kinds
        )
        named = sorted({gap.case_id for book in books for gap in book.gaps if gap.case_id is not None})
        told = {file.id: (file.code, sides(file)) for file in cases.load_all(work, named)}
    return NumberBook(year, books, told)
