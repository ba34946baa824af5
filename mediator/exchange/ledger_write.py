"""Writes a ledger workbook, and the sheet of cells that stopped an import."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from mediator.codes import code_list
from mediator.domain.errors import MediatorError, Unprintable
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.sweep import Sweep
from mediator.exchange import ledger_words as words
from mediator.exchange.cells import LONGEST, clean, printable
from mediator.exchange.ledger_read import BadCell
from mediator.exchange.ledger_words import Column
from mediator.exchange.names import write_names, write_sides

Values = Mapping[str, Any]


def ledger_workbook(cases: Iterable[LedgerCase], sweeps: Iterable[Sweep]) -> bytes:
    """A workbook of all four sheets; one without rows has its titles."""
    listed = list(cases)
    return workbook(
        {
            words.FIRST_NAME: (words.LEDGER, [_fields(case, words.LEDGER) for case in listed]),
            words.PREVENTION_NAME: (words.PREVENTION, _preventions(listed)),
            words.SUPPLEMENT_NAME: (words.SUPPLEMENT, _supplements(listed)),
            words.SWEEPS_NAME: (words.SWEEPS, [_fields(sweep, words.SWEEPS) for sweep in sweeps]),
        }
    )


def error_workbook(bad: Iterable[BadCell], say: Callable[[MediatorError], str]) -> bytes:
    """A workbook of one line a bad cell; `say` words the reasons."""
    columns = tuple(
        Column(title, title, width=width)
        for title, width in zip(words.ERRORS, (10, 8, 20, 40, 70), strict=True)
    )
    rows = [
        dict(
            zip(
                words.ERRORS,
                (cell.sheet, cell.row, cell.column, _cut(cell.value), _cut(say(cell.reason))),
                strict=True,
            )
        )
        for cell in bad
    ]
    return workbook({"错误": (columns, rows)})


def _cut(value: str) -> str:
    """Text that fits in a cell; the ledger itself holds the whole of it."""
    return value if len(value) <= LONGEST // 2 else f"{value[: LONGEST // 2]}…"


def _fields(record: object, columns: Sequence[Column]) -> Values:
    return {column.field: getattr(record, column.field) for column in columns}


def _preventions(cases: list[LedgerCase]) -> list[Values]:
    return [
        {"code": case.code, "kind": kind, "people": people}
        for case in cases
        for kind, people in case.preventions
    ]


def _supplements(cases: list[LedgerCase]) -> list[Values]:
    """One row for each case of which the sheet has something to tell."""
    rows = [_fields(case, words.SUPPLEMENT) for case in cases]
    return [
        row for row in rows if any(value not in (None, "") for name, value in row.items() if name != "code")
    ]


def workbook(sheets: Mapping[str, tuple[Sequence[Column], Sequence[Values]]]) -> bytes:
    """A workbook of plain sheets by name, each with its columns and rows; text stays text."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        formats = {
            "title": book.add_format({"bold": True, "bg_color": "#E8ECEF", "border": 1, "valign": "vcenter"}),
            "text": book.add_format({"num_format": "@", "valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "amount": book.add_format({"num_format": "0.00", "valign": "top"}),
            "count": book.add_format({"num_format": "0", "valign": "top"}),
        }
        for name, (columns, rows) in sheets.items():
            _sheet(book.add_worksheet(name), formats, columns, rows)
    return buffer.getvalue()


def _sheet(sheet: Any, formats: Mapping[str, Any], columns: Sequence[Column], rows: Sequence[Values]) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, formats["title"])
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            value = _shown(row[column.field], column)
            _refuse_long(value, column, row)
            _cell(sheet, formats, number, place, value)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _shown(value: Any, column: Column) -> Any:
    """What a cell shows of a value."""
    if column.kind == "list":
        return _shown_word(column.codes, value)
    if column.kind == "parties":
        return write_sides(tuple((role, printable(name)) for role, name in value))
    if column.kind == "names":
        return write_names(printable(name) for name in value)
    if column.kind == "amount":
        return None if value is None else value / 100
    return clean(value) if isinstance(value, str) else value


def _shown_word(codes: str, key: str) -> str:
    return code_list(codes).word(key)


def _refuse_long(value: Any, column: Column, row: Values) -> None:
    if isinstance(value, str) and len(value.encode("utf-16-le")) > LONGEST * 2:
        number = next(iter(row.values()))  # every sheet begins with what names the row
        raise Unprintable(
            "text-too-long-for-cell", number=number, column=column.title, length=len(value), longest=LONGEST
        )


def _cell(sheet: Any, formats: Mapping[str, Any], row: int, place: int, value: Any) -> None:
    if value in (None, ""):
        return
    if isinstance(value, str):
        # Not write(): a name such as =1+1 must stay text.
        sheet.write_string(row, place, value, formats["text"])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, formats["date"])
    else:
        sheet.write_number(row, place, value, formats["amount" if isinstance(value, float) else "count"])
