"""Writes the gaps in the numbers of a year as a workbook."""

from collections.abc import Mapping
from typing import Any, Final

from mediator.casework.number_gaps import NumberBook, SeriesBook
from mediator.codes import word
from mediator.domain.number_book import NumberGap
from mediator.exchange.ledger_words import Column
from mediator.exchange.ledger_write import workbook

COLUMNS: Final = (
    Column("编号种类", "kind", width=10),
    Column("序号", "serial", "count", width=8),
    Column("编号", "text", width=26),
    Column("空缺原因", "why", width=30),
    Column("案号", "code", width=14),
    Column("当事人", "sides", width=30),
    Column("移入回收站日期", "on", "date", width=14),
    Column("经办人", "by", width=10),
    Column("理由", "reason", width=40),
)


def number_workbook(book: NumberBook) -> bytes:
    """One line a gap, all series of the year in one sheet."""
    rows = [_row(book, series, gap) for series in book.series for gap in series.gaps]
    return workbook({f"{book.year}年编号空缺": (COLUMNS, rows)})


def _row(book: NumberBook, series: SeriesBook, gap: NumberGap) -> Mapping[str, Any]:
    code, names = book.cases.get(gap.case_id or 0, ("", ""))
    return {
        "kind": word("number_series", series.kind),
        "serial": gap.serial,
        "text": gap.text,
        "why": word("number_gap", gap.why),
        "code": code,
        "sides": names,
        "on": gap.on,
        "by": gap.by,
        "reason": gap.reason,
    }
