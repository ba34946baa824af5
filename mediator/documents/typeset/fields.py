"""The ruled grid of labels and values of a form."""

from collections.abc import Sequence
from typing import Final

from mediator.documents.form import Field, FieldTable
from mediator.documents.plain import plain
from mediator.documents.typeset.boxes import STYLES
from mediator.documents.typeset.grid import PAD, Cell, Grid, Row, row_of, set_cell
from mediator.documents.typeset.lines import set_lines, text_width

STYLE: Final = STYLES["table"]
LABEL_CHARS: Final = 5  # a longer label is set in several lines of about equal length
LEAST_CHARS: Final = 3
ROW_PAD: Final = 5.5
FOOT_PAD: Final = 8.0


def set_fields(table: FieldTable, width: float) -> Grid:
    """Measure a table of fields; labels under each other have one width."""
    shapes = {tuple(field.span for field in row) for row in table.rows}
    labels = {shape: _label_widths(table, shape) for shape in shapes}
    first = max(widths[0] for widths in labels.values())
    for widths in labels.values():
        widths[0] = first if widths[0] else 0.0
    grid = Grid([_row(row, labels[tuple(f.span for f in row)], width) for row in table.rows], width)
    bands = [*grid.starts(), len(grid.heights)]
    for first, stop in table.together:
        grid.hold(bands[first], bands[stop])
    return grid


def _label_widths(table: FieldTable, shape: tuple[int, ...]) -> list[float]:
    rows = [row for row in table.rows if tuple(field.span for field in row) == shape]
    return [max(_label_width(row[i].label) for row in rows) for i in range(len(shape))]


def _label_width(label: str) -> float:
    if not label:
        return 0.0
    longest = max(text_width(line, STYLE) for line in plain(label).split("\n"))
    lines = -(-longest // (LABEL_CHARS * STYLE.size))
    return max(-(-longest / lines // STYLE.size), LEAST_CHARS) * STYLE.size + 2 * PAD + 2


def _row(fields: Sequence[Field], labels: Sequence[float], width: float) -> Row:
    used = sum(share for field, share in zip(fields, labels, strict=True) if field.label)
    unit = (width - used) / sum(field.span for field in fields)
    cells: list[Cell] = []
    x = 0.0
    for field, label in zip(fields, labels, strict=True):
        if field.label:
            cells.append(set_cell(field.label, STYLE, (x, label), "center"))
            x += label
        cells.append(_value(field, (x, unit * field.span), alone=len(fields) == 1))
        x += unit * field.span
    return row_of(cells, STYLE.leading, lines=max(field.lines for field in fields), pad=ROW_PAD)


def _value(field: Field, place: tuple[float, float], *, alone: bool) -> Cell:
    align = field.align or ("justify" if alone else "center")
    cell = set_cell(field.value, STYLE, place, align, middle=field.lines == 1 and not field.foot)
    if len(cell.lines) > 1 and field.align is None:
        cell = set_cell(field.value, STYLE, place, "justify", middle=cell.middle)
    return _with_foot(cell, field) if field.foot else cell


def _with_foot(cell: Cell, field: Field) -> Cell:
    foot = set_lines(field.foot, cell.style, cell.width - 2 * PAD - FOOT_PAD, align="right")
    blank = set_lines("", cell.style, cell.width)
    fill = max(field.lines - len(cell.lines) - len(foot), 1)
    return Cell(cell.x, cell.width, (*cell.lines, *blank * fill, *foot), cell.style, middle=False)
