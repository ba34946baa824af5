"""A return and its sheet: rows, checks between them, and what stands over and under the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mediator.domain.case_facts import CaseCount
from mediator.domain.period import Period
from mediator.statistics.book import Book

Cell = int | str | None
Pairs = tuple[tuple[str, str], ...]  # (label, value) as printed; an empty value is a blank for the pen

FieldName = Literal[
    "number",
    "group",
    "title",
    "unit",
    "blank",
    "value",
    "year_to_date",
    "share",
    "last_year",
    "last_year_change",
    "last_month",
    "last_month_change",
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form; `width` in half-width characters."""

    title: str
    field: FieldName
    width: int


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One figure: counts are int; money, rates, shares and changes are strings of decimals or "—"."""

    key: str
    group: str
    title: str
    unit: str
    value: int | str
    cases: tuple[str, ...] = ()
    sweeps: tuple[str, ...] = ()
    year_to_date: int | str | None = None
    share: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    formula: str = ""
    last_year: int | str | None = None
    last_year_change: str | None = None
    last_month: int | str | None = None
    last_month_change: str | None = None

    def cell(self, field: FieldName, number: int) -> Cell:
        """What the row shows in a column; `number` is its place in the form, from 1."""
        if field == "number":
            return number
        if field == "blank":
            return None
        shown: Cell = getattr(self, field)
        return shown


@dataclass(frozen=True, slots=True)
class Check:
    """A relation between figures that must hold, in words, with the numbers compared."""

    title: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """A return made for one period; `apart` holds figures that are in no total of the table."""

    key: str
    title: str
    period: str
    period_title: str
    basis: str
    office: str
    zero: bool
    columns: tuple[Column, ...]
    rows: tuple[ReturnRow, ...]
    checks: tuple[Check, ...]
    head: Pairs
    foot: Pairs
    notes: tuple[str, ...] = ()
    apart: tuple[ReturnRow, ...] = ()
    listed: tuple[CaseCount, ...] = ()
    landscape: bool = False

    @property
    def heading(self) -> str:
        """The title as printed; a month without a dispute is filed as a 零报告."""
        return f"{self.title}（零报告）" if self.zero else self.title

    @property
    def shows_units(self) -> bool:
        """Whether the form has a column of units; where it has none, a rate carries its own %."""
        return any(column.field == "unit" for column in self.columns)

    def row(self, key: str) -> ReturnRow:
        """The row of a key; raises KeyError."""
        found = next((row for row in self.rows + self.apart if row.key == key), None)
        if found is None:
            raise KeyError(key)
        return found


@dataclass(frozen=True, slots=True)
class Return:
    """A return the office owes; `build` is pure, `name` is how the desk calls it."""

    key: str
    name: str
    title: str
    build: Callable[[Book, Period], ReturnSheet]
