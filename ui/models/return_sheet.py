"""A return as the table of its own form."""

from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor

from mediator.statistics.model import Column, ReturnRow, ReturnSheet
from mediator.statistics.rows import made
from mediator.statistics.wording import on_paper, sign_of
from ui import tokens
from ui.models.rows import NOWHERE, Index

WORDS = ("group", "title")


class ReturnModel(QAbstractTableModel):
    """Rows and columns of the form; the figures of the period are links where cases stand behind them."""

    def __init__(self, sheet: ReturnSheet | None = None) -> None:
        super().__init__()
        self._sheet = sheet

    def show_sheet(self, sheet: ReturnSheet | None) -> None:
        """Show another return."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def row(self, index: int) -> ReturnRow:
        """The figure of a row."""
        assert self._sheet is not None
        return self._sheet.rows[index]

    def column(self, index: int) -> Column:
        """The form's column."""
        assert self._sheet is not None
        return self._sheet.columns[index]

    def figure_column(self) -> int:
        """Where the figures of the period stand."""
        assert self._sheet is not None
        return next(at for at, column in enumerate(self._sheet.columns) if column.field == "value")

    def groups(self) -> list[tuple[int, int, int]]:
        """(column, first row, rows) of every heading that stands beside several rows."""
        if self._sheet is None:
            return []
        column = next(at for at, each in enumerate(self._sheet.columns) if each.field == "group")
        spans, top = [], 0
        for _, found in groupby(self._sheet.rows, key=lambda row: row.group):
            rows = len(list(found))
            if rows > 1:
                spans.append((column, top, rows))
            top += rows
        return spans

    def is_link(self, index: Index) -> bool:
        """Whether a list stands behind the cell."""
        return self.column(index.column()).field == "value" and bool(self.row(index.row()).cases)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Lines of the form."""
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns of the form."""
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt wants to know of a cell."""
        if not index.isValid() or self._sheet is None:
            return None
        row, column = self.row(index.row()), self.column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return on_paper(row.cell(column.field, index.row() + 1), sign_of(self._sheet, row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if column.field == "group":
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            side = Qt.AlignmentFlag.AlignLeft if column.field == "title" else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and self.is_link(index):
            return QColor(tokens.ACCENT)
        if role == Qt.ItemDataRole.ToolTipRole and self.is_link(index):
            return f"打开这 {len(row.cases)} 件的清单"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the form's columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.column(section).title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = self.column(section).field in WORDS
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def why_lines(row: ReturnRow) -> list[str]:
    """How a rate came about: formula, numerator, denominator, sum."""
    return [
        f"算式：{row.formula}",
        f"分子：{row.numerator}",
        f"分母：{row.denominator}",
        f"推算：{made(row)}",
        f"清单：分母的 {len(row.cases)} 件",
    ]
