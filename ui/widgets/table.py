"""The list view of every page: whole rows, steady heights, the keyboard enough for everything."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui.models.rows import RowsModel

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class ListTable(QTableView):
    """Emits `opened(row object)` on Enter and double click, `chosen(row object or None)` with another row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[Any], parent: QWidget | None = None, *, name: str = "列表") -> None:
        super().__init__(parent)
        self.rows_model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("role", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._shape_headers()
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().currentRowChanged.connect(self._on_chosen)
        model.modelReset.connect(lambda: self.chosen.emit(None))

    def current(self) -> Any | None:
        """The object of the chosen row."""
        index = self.currentIndex()
        return self.rows_model.row(index.row()) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Ctrl+C copies it for a spreadsheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._row_text())
        else:
            super().keyPressEvent(event)

    def _shape_headers(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))
        titles = self.horizontalHeader()
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        titles.setStretchLastSection(True)
        titles.setHighlightSections(False)
        titles.setSectionsClickable(False)
        for place, column in enumerate(self.rows_model.columns):
            self.setColumnWidth(place, em * column.width + 14)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.row(index.row()))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows_model.row(index.row()) if index.isValid() else None)

    def _row_text(self) -> str:
        current = self.current()
        if current is None:
            return ""
        cells = (" ".join(column.text(current).split()) for column in self.rows_model.columns)
        return "\t".join(f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in cells)
