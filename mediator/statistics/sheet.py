"""A return as an xlsx workbook: the form to print and sign, the cases behind each figure, the checks."""

from io import BytesIO
from itertools import groupby
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from mediator.statistics.lists import LIST_COLUMNS, RULES_COLUMNS, list_rows, rule_rows
from mediator.statistics.model import Cell, ReturnRow, ReturnSheet
from mediator.statistics.wording import number_of, pair, sign_of

A4 = 9
FACE = "宋体"
# Names may begin with = + - @: nothing that people typed may become a formula, a link or a number.
TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def as_xlsx(sheet: ReturnSheet) -> bytes:
    """The workbook of a return."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, **TEXT_STAYS_TEXT}) as book:
        pens = _pens(book)
        _form(book.add_worksheet("报表"), sheet, pens)
        _table(book.add_worksheet("案件清单"), LIST_COLUMNS, list_rows(sheet), pens)
        _table(book.add_worksheet("口径与校核"), RULES_COLUMNS, rule_rows(sheet), pens)
    return buffer.getvalue()


def _pens(book: Workbook) -> dict[str, Any]:
    """The cell formats by name."""
    text = {"font_name": FACE, "font_size": 10, "valign": "vcenter"}
    ruled = {**text, "border": 1, "text_wrap": True}
    middle = {**ruled, "align": "center"}
    shapes = {
        "title": {**text, "font_size": 18, "bold": True, "align": "center"},
        "plain": text,
        "right": {**text, "align": "right"},
        "note": {**text, "font_size": 9, "text_wrap": True, "valign": "top"},
        "head": {**middle, "bold": True},
        "left": ruled,
        "middle": middle,
        "count": {**middle, "num_format": "0"},
        "0.0": {**middle, "num_format": "0.0"},
        "0.00": {**middle, "num_format": "0.00"},
        "0.0%": {**middle, "num_format": '0.0"%"'},
        "0.00%": {**middle, "num_format": '0.00"%"'},
    }
    return {name: book.add_format(shape) for name, shape in shapes.items()}


def _page(page: Worksheet, head_row: int, landscape: bool) -> None:
    """Print on A4, as wide as the page, the head again on every page, page numbers below."""
    page.set_paper(A4)
    if landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(head_row)
    page.center_horizontally()
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    page.set_footer("&C第 &P 页　共 &N 页")
    page.hide_gridlines(2)


def _form(page: Worksheet, sheet: ReturnSheet, pens: dict[str, Any]) -> None:
    last = len(sheet.columns) - 1
    page.merge_range(0, 0, 0, last, "", pens["title"])
    page.write_string(0, 0, sheet.heading, pens["title"])
    page.set_row(0, 30)
    page.write_string(1, 0, pair(sheet.head[0]), pens["plain"])
    page.write_string(1, last, pair(sheet.head[1]), pens["right"])
    page.set_row(1, 18)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(2, at, column.title, pens["head"])
    page.set_row(2, 18)
    for number, row in enumerate(sheet.rows, 1):
        _form_row(page, sheet, number, row, pens)
    _groups(page, sheet, pens)
    _below(page, sheet, 3 + len(sheet.rows), pens)
    page.freeze_panes(3, 0)
    _page(page, 2, sheet.landscape)


def _form_row(page: Worksheet, sheet: ReturnSheet, number: int, row: ReturnRow, pens: dict[str, Any]) -> None:
    page.set_row(2 + number, 16)
    for at, column in enumerate(sheet.columns):
        _write(page, (2 + number, at), row.cell(column.field, number), sign_of(sheet, row, column), pens)


def _write(page: Worksheet, place: tuple[int, int], value: Cell, sign: str, pens: dict[str, Any]) -> None:
    """A count or a figure with decimals as a number, anything else as text, nothing as a ruled blank."""
    number = number_of(value)
    if value is None:
        page.write_blank(*place, None, pens["middle"])
    elif isinstance(value, int):
        page.write_number(*place, value, pens["count"])
    elif number is not None:
        places = value.partition(".")[2]
        page.write_number(*place, number, pens[f"0.{'0' * len(places)}{sign}"])
    else:
        page.write_string(*place, value, pens["middle"])


def _groups(page: Worksheet, sheet: ReturnSheet, pens: dict[str, Any]) -> None:
    """One tall cell over the rows of a group."""
    column = next(at for at, each in enumerate(sheet.columns) if each.field == "group")
    top = 3
    for words, rows in groupby(sheet.rows, key=lambda row: row.group):
        foot = top + len(list(rows)) - 1
        if foot > top:
            page.merge_range(top, column, foot, column, "", pens["middle"])
        page.write_string(top, column, words, pens["middle"])
        top = foot + 1


def _below(page: Worksheet, sheet: ReturnSheet, top: int, pens: dict[str, Any]) -> None:
    """Who signs, then the notes under the table."""
    last = len(sheet.columns) - 1
    signs = "　　　　　".join(pair(each) for each in sheet.foot)
    page.write_string(top, 0, signs, pens["plain"])
    page.set_row(top, 22)
    for at, note in enumerate(sheet.notes, top + 1):
        page.merge_range(at, 0, at, last, "", pens["note"])
        page.write_string(at, 0, note, pens["note"])


def _table(
    page: Worksheet, columns: tuple[tuple[str, int], ...], rows: list[tuple[Cell, ...]], pens: dict[str, Any]
) -> None:
    """A plain list with its head."""
    for at, (title, width) in enumerate(columns):
        page.set_column(at, at, width)
        page.write_string(0, at, title, pens["head"])
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(number, at, value, pens["count"])
            else:
                page.write_string(number, at, value or "", pens["left"])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    _page(page, 0, landscape=True)
