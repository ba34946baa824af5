"""Ruled rows, each a stack of line-high slices, so that a page may end inside a row and nothing is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from mediator.documents.form import Text
from mediator.documents.typeset.boxes import Box, Pen
from mediator.documents.typeset.lines import Line, Style, longest_whole, set_lines

PAD: Final = 4.0  # empty space between a rule and the text beside it
SIZES: Final = (10.5, 9.0, 7.5)
CUT: Final = 3.0  # room between text and the rule where a page ends inside a row; taken from the margin
UNSPLIT: Final = 6  # rows of at most so many lines stay on one page
OUTER: Final = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A set text between two upright rules, `middle` when it stands half-way down its row."""

    x: float
    width: float
    lines: tuple[Line, ...]
    style: Style
    middle: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, `slices` lines high."""

    cells: tuple[Cell, ...]
    slices: int
    leading: float
    pad: float = PAD

    def heights(self) -> list[float]:
        """Give the height of each slice; the first and last carry the padding of the row."""
        result = [self.leading] * self.slices
        result[0] += self.pad
        result[-1] += self.pad
        return result


def set_cell(
    text: Text, style: Style, place: tuple[float, float], align: str, *, middle: bool = True
) -> Cell:
    """Set a text in a cell at (x, width), smaller where a number would not fit its line whole."""
    x, width = place
    room = width - 2 * PAD
    longest = longest_whole(text, style)
    if longest > room:
        size = next((s for s in SIZES if longest * s / style.size <= room), style.size)
        style = replace(style, size=size)
    return Cell(x, width, tuple(set_lines(text, style, room, align=align)), style, middle)


def row_of(cells: Sequence[Cell], leading: float, *, lines: int = 1, pad: float = PAD) -> Row:
    """Make a row as high as its tallest cell, and at least `lines` lines."""
    return Row(tuple(cells), max(lines, *(len(cell.lines) for cell in cells)), leading, pad)


class Grid(Box):
    """Rows under each other with rules around every cell."""

    free_top = True  # nothing stands above the rows when they go on over a new page

    def __init__(self, rows: Sequence[Row], width: float, *, gap: float = 6) -> None:
        super().__init__([height for row in rows for height in row.heights()], gap=gap)
        self.rows = list(rows)
        self.width = width
        self.spots = [(number, i) for number, row in enumerate(rows) for i in range(row.slices)]
        for start, row in zip(self.starts(), rows, strict=True):
            self._hold_row(start, row.slices)

    def starts(self) -> list[int]:
        """Give the first band of each row."""
        return [band for band, (_, i) in enumerate(self.spots) if i == 0]

    def hold(self, first: int, stop: int) -> None:
        """Let no page end between the bands from `first` up to `stop`."""
        for band in range(max(first, 0), min(stop, len(self.glued)) - 1):
            self.glued[band] = True

    def _hold_row(self, start: int, slices: int) -> None:
        if slices <= UNSPLIT:
            self.hold(start, start + slices)
        else:
            self.hold(start, start + 2)
            self.hold(start + slices - 2, start + slices)

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Draw what of the rows stands on this page, each piece a closed frame."""
        pieces = list(self.pieces(top, first, stop))
        for number, a, b, piece_top, height in pieces:
            for cell in self.rows[number].cells:
                draw_cell(pen, cell, piece_top, height, a, b)
        pen.frame(0, pieces[0][3], self.width, sum(piece[4] for piece in pieces), stroke=OUTER)

    def pieces(self, top: float, first: int, stop: int) -> Iterator[tuple[int, int, int, float, float]]:
        """Give for each row on the page its number, slices from and to, upper edge and height."""
        for number, spots in groupby(range(first, stop), lambda band: self.spots[band][0]):
            bands = list(spots)
            a, b = self.spots[bands[0]][1], self.spots[bands[-1]][1] + 1
            above, below = CUT * (a > 0), CUT * (b < self.rows[number].slices)
            height = sum(self.heights[band] for band in bands)
            yield number, a, b, top + above * self.free_top, height + above * self.free_top + below
            top -= height


def draw_cell(pen: Pen, cell: Cell, top: float, height: float, a: int, b: int) -> None:
    """Draw the lines of a cell that belong to slices `a` to `b` in a frame of the given height."""
    pen.frame(cell.x, top, cell.width, height)
    lines = cell.lines[a:b]
    spare = height - len(lines) * cell.style.leading
    # A piece cut by the end of a page has no padding at the cut; text must not slide onto the rule.
    y = top - (spare / 2 if cell.middle else min(PAD, max(spare, 0)))
    for line in lines:
        pen.line(line, cell.style, cell.x + PAD, y)
        y -= cell.style.leading
