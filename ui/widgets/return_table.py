"""The form of a return on screen: group cells, figures that open their list, rates that say why."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from mediator.statistics.model import ReturnSheet
from ui.models.return_sheet import ReturnModel, why_lines
from ui.widgets.button import button
from ui.widgets.why import WhyLink


class ReturnTable(QTableView):
    """`list_asked(ReturnRow)` comes with a click or Enter on a figure behind which there are cases."""

    list_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet_model = ReturnModel()
        self.setModel(self.sheet_model)
        self.setAccessibleName("报表")
        self.setProperty("role", "form")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        titles = self.horizontalHeader()
        titles.setHighlightSections(False)
        titles.setSectionsClickable(False)
        titles.setStretchLastSection(True)
        self.clicked.connect(self._ask)

    def show_sheet(self, sheet: ReturnSheet) -> None:
        """Show a return in its own layout."""
        self.clearSpans()
        self.sheet_model.show_sheet(sheet)
        em = self.fontMetrics().horizontalAdvance("中")
        rated = any(row.denominator is not None for row in sheet.rows)
        for place, column in enumerate(sheet.columns):
            least = 16 if column.field == "value" and rated else 7  # room for 算式 before a rate
            self.setColumnWidth(place, round(max(column.width, least) * em / 2) + 12)
        for across, top, rows in self.sheet_model.groups():
            self.setSpan(top, across, rows, 1)
        for place, row in enumerate(sheet.rows):
            if row.denominator is not None:
                self._set_rate(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a figure opens its list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if self.sheet_model.is_link(index):
            self.list_asked.emit(self.sheet_model.row(index.row()))

    def _set_rate(self, place: int) -> None:
        """A rate stands with its 为什么 before it; the cell under them keeps the keyboard."""
        index = self.sheet_model.index(place, self.sheet_model.figure_column())
        row = self.sheet_model.row(place)
        cell = QWidget()
        cell.setAutoFillBackground(True)
        cell.setProperty("role", "cell")
        layout = QHBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(WhyLink(lambda: why_lines(row), cell, word="算式"))
        layout.addStretch(1)
        figure = button(str(index.data()), lambda: self._ask(index), role="link", parent=cell)
        figure.setEnabled(bool(row.cases))
        figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(figure)
        self.setIndexWidget(index, cell)
