"""The cases of a series with a tick each and, where it is about money, a sum each; their total in 大写."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan, in_words, parse_yuan
from ui.widgets.button import button
from ui.widgets.label import plain_label

NAME, NUMBER, INFO, AMOUNT = range(4)
ROWS_SHOWN, FEW_ROWS = 8, 4
SMALL_SCREEN = 600  # below, so many rows would fill the form and hide what comes after them
WIDEST, NARROWER = 45, 34  # in characters, so that no sum is pushed out of sight
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One case: `info` is what one should know of it here, `amount_fen` the sum to begin with."""

    key: int
    name: str
    number: str
    info: str = ""
    amount_fen: int | None = None
    ticked: bool = True


class _Grid(QTableWidget):
    """Space ticks the row, figures typed on a row go into its sum, Enter after them goes to the one below."""

    def __init__(self, amounts: bool, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        self.amounts = amounts
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("role", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed
            if amounts
            else trigger.NoEditTriggers
        )
        self.setColumnHidden(AMOUNT, not amounts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list; everything else is Qt's."""
        here = self.currentRow()
        if self.amounts and event.text().isdigit() and here >= 0:
            self.setCurrentCell(here, AMOUNT)
        if event.key() == Qt.Key.Key_Space and here >= 0:
            self.toggle(here)
        elif event.key() in ENTER:
            # While a sum is typed Enter ends it; the form goes on to its next field with the one after.
            event.setAccepted(self.state() == QAbstractItemView.State.EditingState)
        elif event.matches(QKeySequence.StandardKey.Paste) and self.amounts:
            self._paste(QApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a sum goes on to the sum below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.currentRow() >= 0:
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), AMOUNT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row, on its sum where there is one."""
        if self.currentRow() < 0 and self.rowCount():  # before Qt chooses the first cell of all
            self.setCurrentCell(0, AMOUNT if self.amounts else NAME)
        super().focusInEvent(event)

    def toggle(self, row: int) -> None:
        """Tick a row or take its tick away."""
        item = self.cell(row, NAME)
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """A cell, made when it is first asked for."""
        found = self.item(row, column)
        if found is None:
            found = QTableWidgetItem()
            self.setItem(row, column, found)
        return found

    def _paste(self, text: str) -> None:
        lines = [line.split("\t")[-1].strip() for line in text.splitlines()]
        for row, amount in enumerate(lines, max(self.currentRow(), 0)):
            if row < self.rowCount():
                self.cell(row, AMOUNT).setText(amount)


class MemberTable(QWidget):
    """An Input of a form: `value` is the ticked cases, with their sums in 分 where there are any."""

    changed = Signal()

    def __init__(
        self,
        rows: Sequence[MemberRow],
        parent: QWidget | None = None,
        *,
        amounts: str = "",
        may_be_none: bool = False,
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._with_amounts = bool(amounts)
        self._may_be_none = may_be_none
        self.grid = _Grid(self._with_amounts, self)
        self.grid.setHorizontalHeaderLabels(["申请人", "卷号", "情况", amounts])
        self.grid.setAccessibleName("参加的案件")
        self.sum = plain_label("", parent=self, wrap=True)
        self.all_button = button("全选", lambda: self._tick_all(True), role="link", parent=self)
        self.none_button = button("全不选", lambda: self._tick_all(False), role="link", parent=self)
        self._build()
        self._fill()
        head = self.grid.horizontalHeaderItem(AMOUNT)
        if head is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid.itemChanged.connect(self._on_changed)
        self._tell()

    def value(self) -> dict[int, int | None]:
        """The sum in 分 of each ticked case, None where there is none or it cannot be read."""
        return {
            row.key: self._amount(place)[0] for place, row in enumerate(self._rows) if self._is_ticked(place)
        }

    def set_value(self, value: Mapping[int, int | None] | None) -> None:
        """Tick exactly these cases and show their sums; None leaves the beginning as it is."""
        if value is None:
            return
        self.grid.blockSignals(True)
        for place, row in enumerate(self._rows):
            self._set_tick(place, row.key in value)
            amount = value.get(row.key, row.amount_fen)
            self.grid.cell(place, AMOUNT).setText("" if amount is None else format_yuan(amount))
        self.grid.blockSignals(False)
        self._tell()

    def problem(self) -> str:
        """The first ticked row whose sum cannot be used, or that nobody is ticked."""
        ticked = [place for place in range(len(self._rows)) if self._is_ticked(place)]
        if not ticked and not self._may_be_none:
            return "请至少勾选一件"
        for place in ticked if self._with_amounts else ():
            fen, text = self._amount(place)
            if not fen:
                why = "金额看不懂" if text and fen is None else "还没有填金额"
                return f"{self._rows[place].name}：{why}；不办的可以去掉勾选（空格键）"
        return ""

    def raw(self) -> object:
        """What stands in the table right now."""
        return {
            str(row.key): [self._is_ticked(place), self.grid.cell(place, AMOUNT).text()]
            for place, row in enumerate(self._rows)
        }

    def set_raw(self, raw: Mapping[str, tuple[bool, str]]) -> None:
        """Put ticks and sums back; a case that has come since is left as it is."""
        self.grid.blockSignals(True)
        for place, row in enumerate(self._rows):
            if str(row.key) in raw:
                ticked, amount = raw[str(row.key)]
                self._set_tick(place, ticked)
                self.grid.cell(place, AMOUNT).setText(amount)
        self.grid.blockSignals(False)
        self._tell()

    def focus_target(self) -> QWidget:
        """The list itself."""
        return self.grid

    def _amount(self, place: int) -> tuple[int | None, str]:
        text = self.grid.cell(place, AMOUNT).text().strip()
        try:
            return (parse_yuan(text) if text else None), text
        except RuleBroken:
            return None, text

    def _is_ticked(self, place: int) -> bool:
        return self.grid.cell(place, NAME).checkState() == Qt.CheckState.Checked

    def _set_tick(self, place: int, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.grid.cell(place, NAME).setCheckState(state)

    def _tick_all(self, on: bool) -> None:
        for place in range(len(self._rows)):
            self._set_tick(place, on)
        self.grid.setFocus()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == AMOUNT:
            fen, _ = self._amount(item.row())
            if fen is not None and item.text() != format_yuan(fen):
                item.setText(format_yuan(fen))  # comes back here once, unchanged
                return
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        value = self.value()
        words = f"已选 {len(value)} 件，共 {len(self._rows)} 件"
        if self._with_amounts:
            total = sum(fen or 0 for fen in value.values())
            words += f"　合计 {format_yuan(total)} 元　{in_words(total)}"
        self.sum.setText(words)

    def _fill(self) -> None:
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self.grid.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            for column, text in ((NAME, row.name), (NUMBER, row.number), (INFO, row.info)):
                item = QTableWidgetItem(text)
                item.setFlags(fixed | (Qt.ItemFlag.ItemIsUserCheckable if column == NAME else fixed))
                self.grid.setItem(place, column, item)
            amount = QTableWidgetItem("" if row.amount_fen is None else format_yuan(row.amount_fen))
            amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.grid.setItem(place, AMOUNT, amount)
            self._set_tick(place, row.ticked)

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        height = round(self.fontMetrics().height() * 2.1)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(height)
        titles = self.grid.horizontalHeader()
        titles.setHighlightSections(False)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles.setSectionResizeMode(INFO, QHeaderView.ResizeMode.Stretch)
        for column, width in ((NAME, 8), (NUMBER, 13.5), (AMOUNT, 9)):
            self.grid.setColumnWidth(column, round(em * width) + 14)
        self.grid.setMinimumWidth(em * (WIDEST if self._with_amounts else NARROWER))
        most = ROWS_SHOWN if self.screen().availableSize().height() > SMALL_SCREEN else FEW_ROWS
        shown = min(max(len(self._rows), 3), most)
        self.grid.setMinimumHeight(height * (shown + 1) + 4)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.grid)
        layout.addLayout(foot)
