"""The first rows of a room's own sheet as they stand there, its heads marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from mediator.exchange.cells import as_text
from mediator.exchange.foreign import Sheet
from ui import tokens

ROWS_SHOWN = 20
COLUMNS_SHOWN = 60
LONGEST_SHOWN = 200


class PreviewTable(QTableWidget):
    """Read only; a row is chosen by a click or the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("文件的前 20 行")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()

    def show_sheet(self, sheet: Sheet, head: int, depth: int) -> None:
        """Show a sheet with these rows marked as its heads."""
        rows = sheet.rows[:ROWS_SHOWN]
        width = min(max((len(row.cells) for row in rows), default=0), COLUMNS_SHOWN)
        self.clear()
        self.clearSpans()
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setVerticalHeaderLabels([str(row.number) for row in rows])
        for line, row in enumerate(rows):
            for place in range(width):
                text = " ".join(as_text(sheet.cell(row.number, place))[:LONGEST_SHOWN].split())
                self.setItem(line, place, self._item(text, head <= row.number < head + depth))
        self._fit(sheet, head, width)
        self._span(sheet, {row.number: line for line, row in enumerate(rows)}, width)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))

    def row_number(self) -> int | None:
        """The number of the chosen row as the sheet counts."""
        header = self.verticalHeaderItem(self.currentRow())
        return int(header.text()) if header is not None else None

    def _fit(self, sheet: Sheet, head: int, width: int) -> None:
        """As wide as the heads and what is under them; a title above runs over its neighbours."""
        em = self.fontMetrics().horizontalAdvance("中")
        shown = [row.number for row in sheet.rows[:ROWS_SHOWN] if row.number >= head]
        for place in range(width):
            texts = [as_text(sheet.cell(number, place))[:LONGEST_SHOWN] for number in shown]
            widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
            self.setColumnWidth(place, min(max(widest + em, em * 4), em * 14))

    def _span(self, sheet: Sheet, lines: dict[int, int], width: int) -> None:
        """Draw a merged cell as one."""
        ends: dict[tuple[int, int], tuple[int, int]] = {}
        for (row, place), origin in sheet.merged.items():
            if row in lines and origin[0] in lines and place < width:
                bottom, right = ends.get(origin, (lines[origin[0]], origin[1]))
                ends[origin] = max(bottom, lines[row]), max(right, place)
        for (row, place), (bottom, right) in ends.items():
            self.setSpan(lines[row], place, bottom - lines[row] + 1, right - place + 1)

    def _item(self, text: str, is_head: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if is_head:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            item.setBackground(QBrush(QColor(tokens.ACCENT_SOFT)))
        return item
