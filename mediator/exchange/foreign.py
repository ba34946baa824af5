"""A room's own file as plain rows: every sheet of an .xlsx, or a .csv, bounded in size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from mediator.domain.errors import MediatorError
from mediator.exchange.cells import Cell, as_text
from mediator.exchange.foreign_csv import csv_rows
from mediator.exchange.workbook import MOST_COLUMNS, MOST_ROWS, SheetRow, opened

MOST_CELLS: Final = 2_000_000  # filled ones of a file, held in memory while it is mapped
CSV: Final = (".csv", ".txt")

Place = tuple[int, int]  # (row number, place of the column from 0)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows that are not blank, and for each merged cell the one that holds its value."""

    name: str
    rows: tuple[SheetRow, ...]
    merged: Mapping[Place, Place] = field(default_factory=dict)

    @cached_property
    def by_number(self) -> Mapping[int, SheetRow]:
        """Rows by the number the person sees."""
        return {row.number: row for row in self.rows}

    def cell(self, row: int, place: int) -> Cell:
        """What one cell holds; None for a blank one and beyond the edge."""
        found = self.by_number.get(row)
        return found.cells[place] if found is not None and place < len(found.cells) else None

    def text(self, row: int, place: int) -> str:
        """What a person reads there; a merged cell is read all over its area."""
        return as_text(self.cell(*self.merged.get((row, place), (row, place))))

    def width(self) -> int:
        """How many columns any row fills."""
        return max((len(row.cells) for row in self.rows), default=0)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file that hold anything; MediatorError for an unreadable or too large one."""
    sheets = [_csv(path)] if path.suffix.lower() in CSV else _xlsx(path)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise MediatorError("foreign-empty", file=path.name)
    return filled


def _csv(path: Path) -> Sheet:
    count = 0
    rows = []
    for number, cells in csv_rows(path):
        if any(as_text(cell) for cell in cells):
            rows.append(SheetRow(number, _cut(cells)))
            count = _counted(count, rows[-1], len(rows), path)
    return Sheet(path.stem, tuple(rows))


def _xlsx(path: Path) -> list[Sheet]:
    count = 0
    sheets = []
    with opened(path) as book:
        for name in book.names:
            rows = []
            for row in book.lines(name):
                rows.append(SheetRow(row.number, _cut(row.cells)))
                count = _counted(count, rows[-1], len(rows), path)
            sheets.append(Sheet(name, tuple(rows), book.merged(name) if rows else {}))
    return sheets


def _counted(count: int, row: SheetRow, rows: int, path: Path) -> int:
    if len(row.cells) > MOST_COLUMNS:
        raise MediatorError("foreign-too-wide", file=path.name, most=MOST_COLUMNS)
    count += len(row.cells)
    if count > MOST_CELLS or rows > MOST_ROWS:
        raise MediatorError("workbook-too-large", file=path.name)
    return count


def _cut(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells up to the last that is filled."""
    end = len(cells)
    while end and cells[end - 1] in (None, ""):
        end -= 1
    return tuple(cells[:end])
