"""Ruled lists: a head of joined cells on every page, and groups of rows with one tall cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from mediator.documents.fonts import BOLD
from mediator.documents.form import Column, TextTable
from mediator.documents.typeset.boxes import STYLES, Pen
from mediator.documents.typeset.grid import OUTER, PAD, Cell, Grid, Row, draw_cell, row_of, set_cell
from mediator.documents.typeset.lines import Style

Key = TypeVar("Key")
Span = tuple[int, int]  # first row of a group and the row after its last


class ListGrid(Grid):
    """The rows of a list under its head."""

    free_top = False

    def __init__(
        self, rows: Sequence[Row], width: float, head: "Head", groups: dict[Span, list[Cell]]
    ) -> None:
        super().__init__(rows, width)
        self.head = head
        self.groups = groups
        starts = [*self.starts(), len(self.heights)]
        for (first, stop), cells in groups.items():
            # On every page the rows of a group must be high enough for the words of its tall cell.
            need = max(len(cell.lines) for cell in cells)
            self.hold(starts[first], starts[first] + need)
            self.hold(starts[stop] - need, starts[stop])
        if not self.heights:
            self.heights, self.glued = [0.0], [False]

    def lead(self, first: int) -> float:
        """The head stands above whatever band begins a page."""
        return self.head.height

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Draw the head, the rows on this page and the tall cells beside them."""
        self.head.draw(pen, top)
        below = top - self.head.height
        pen.frame(0, top, self.width, self.head.height, stroke=OUTER)
        if not self.rows:
            return
        super().draw(pen, below, first, stop)
        pieces = {n: (y, height) for n, _, _, y, height in self.pieces(below, first, stop)}
        for (start, end), cells in self.groups.items():
            here = [pieces[n] for n in range(start, end) if n in pieces]
            for cell in cells if here else ():
                draw_cell(pen, cell, here[0][0], sum(height for _, height in here), 0, len(cell.lines))


class Head:
    """The head of a list: levels of titles, equal neighbours joined."""

    def __init__(self, columns: Sequence[Column], edges: Sequence[float], style: Style) -> None:
        paths = [(c.title,) if isinstance(c.title, str) else c.title for c in columns]
        self.levels = max(len(path) for path in paths)
        bold = replace(style, face=BOLD)
        self.cells = [
            (top, foot, set_cell(title, bold, (edges[a], edges[b] - edges[a]), "center"))
            for top, foot, a, b, title in _joined(paths, self.levels)
        ]
        self.heights = [style.leading + 2 * PAD] * self.levels
        for top, foot, cell in sorted(self.cells, key=lambda item: item[1]):
            lacking = len(cell.lines) * style.leading + 2 * PAD - sum(self.heights[top:foot])
            self.heights[foot - 1] += max(lacking, 0.0)
        self.height = sum(self.heights)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the head below `top`."""
        for first, stop, cell in self.cells:
            y = top - sum(self.heights[:first])
            draw_cell(pen, cell, y, sum(self.heights[first:stop]), 0, len(cell.lines))


def _joined(paths: list[tuple[str, ...]], levels: int) -> Iterator[tuple[int, int, int, int, str]]:
    """Give each head cell as level from, level to, column from, column to, title."""
    for level in range(levels):
        for path, (first, stop) in _equal([path[: level + 1] for path in paths]):
            own = len(paths[first])
            if own > level:
                yield level, levels if own == level + 1 else level + 1, first, stop, path[-1]


def _equal(keys: Sequence[Key]) -> Iterator[tuple[Key, Span]]:
    """Give each run of equal neighbours with where it begins and ends."""
    for key, group in groupby(range(len(keys)), keys.__getitem__):
        places = list(group)
        yield key, (places[0], places[-1] + 1)


def set_table(table: TextTable, width: float) -> ListGrid:
    """Measure a list."""
    style = STYLES[table.size]
    total = sum(column.width for column in table.columns)
    edges = [width * sum(c.width for c in table.columns[:i]) / total for i in range(len(table.columns) + 1)]
    spans = _group_spans(table)
    rows = [_row(table, number, edges, style, spans) for number in range(len(table.rows))]
    groups: dict[Span, list[Cell]] = {}
    for (column, span), text in spans.items():
        cell = set_cell(text, style, (edges[column], edges[column + 1] - edges[column]), "center")
        groups.setdefault(span, []).append(cell)
        _grow(rows, span, len(cell.lines))
    return ListGrid(rows, width, Head(table.columns, edges, style), groups)


def _grow(rows: list[Row], span: Span, lines: int) -> None:
    lacking = lines - sum(row.slices for row in rows[slice(*span)])
    if lacking > 0:
        rows[span[1] - 1] = replace(rows[span[1] - 1], slices=rows[span[1] - 1].slices + lacking)


def _group_spans(table: TextTable) -> dict[tuple[int, Span], str]:
    """Find the tall cells: column, rows and text of equal values, within the groups at their left."""
    found: dict[tuple[int, Span], str] = {}
    for column in range(table.groups):
        for path, (first, stop) in _equal([row[: column + 1] for row in table.rows]):
            text, following = path[-1], table.rows[first][column + 1 : column + 2]
            # A cell joined to its left or with its right neighbour is of one row only.
            if text is not None and following != (None,) and stop - first > 1:
                found[column, (first, stop)] = text
    return found


def _row(
    table: TextTable, number: int, edges: Sequence[float], style: Style, spans: dict[tuple[int, Span], str]
) -> Row:
    values = table.rows[number]
    tall = {column for column, (first, stop) in spans if first <= number < stop}
    if table.total and number == len(table.rows) - 1:
        style = replace(style, face=BOLD)
    cells = []
    for column, value in enumerate(values):
        if value is None or column in tall:
            continue
        end = next((i for i in range(column + 1, len(values)) if values[i] is not None), len(values))
        place = (edges[column], edges[end] - edges[column])
        cells.append(
            set_cell(value, style, place, "center" if end > column + 1 else table.columns[column].align)
        )
    # The long official forms have fifty rows and two pages: the smallest size comes with tight rows.
    pad = PAD / 2 if table.size == "fine" else PAD
    return row_of(cells, style.leading, pad=pad) if cells else Row((), 1, style.leading, pad)
