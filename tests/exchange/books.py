"""Ledger workbooks made for tests."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from mediator.exchange.ledger_words import ERRORS, JOINED, LEDGER

TITLES = tuple(column.title for column in LEDGER)
Row = Mapping[str, Any]


def row(code: str = "A-1", **cells: Any) -> dict[str, Any]:
    """One row of a ledger that has nothing wrong with it."""
    return {
        "案件编码": code,
        "调委会": "甲村人民调解委员会",
        "受理时间": "2026-10-05",
        "案件来源": "依申请调解",
        "纠纷类别": "邻里",
        "主办调解员": "王测",
        "调解时间": "2026-10-08",
        "调解结果": "调解成功",
        "调解协议金(元)": 1234.5,
        "协议履行情况": "已履行",
        "当事人": "申请人:张三测;被申请人:李四测",
        "协议形式": "书面协议",
        "纠纷简要情况": "楼上漏水。",
    } | cells


def book(path: Path, rows: Iterable[Row], **joined: Sequence[Row]) -> Path:
    """A ledger workbook; further sheets by name."""
    made = openpyxl.Workbook()
    first = made.worksheets[0]
    first.title = "案件"
    fill(first, TITLES, rows)
    for name, more in joined.items():
        fill(made.create_sheet(name), [column.title for column in JOINED[name]], more)
    made.save(path)
    return path


def edited(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts[part] = change(parts[part].decode("utf-8")).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in parts.items():
            whole.writestr(name, data)
    return path


def fill(sheet: Any, titles: Sequence[str], rows: Iterable[Row]) -> None:
    """Titles, then one line a row; text stays text."""
    for number, values in enumerate([dict(zip(titles, titles, strict=True)), *rows], 1):
        for place, title in enumerate(titles, 1):
            if values.get(title) is not None:
                cell = sheet.cell(number, place, values[title])
                if isinstance(values[title], str):
                    cell.data_type = "s"


def cells(path: Path, name: str | None = None) -> list[tuple[str, ...]]:
    """Every cell of a sheet as text, titles included."""
    made = openpyxl.load_workbook(path)
    sheet = made.worksheets[0] if name is None else made[name]
    return [tuple(_text(value) for value in line) for line in sheet.iter_rows(values_only=True)]


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def errors(path: Path) -> list[tuple[str, ...]]:
    """The lines of an error sheet under its titles."""
    titles, *lines = cells(path)
    assert titles == ERRORS
    return lines


def column(path: Path, title: str) -> list[str]:
    """One column of the first sheet."""
    titles, *lines = cells(path)
    return [line[titles.index(title)] for line in lines]
