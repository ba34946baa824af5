"""作废的记录: what was put away in a case, by whom and when, each brought back by a click."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.bring_back import put_away_of, restore_record
from mediator.domain.casefile import CaseFile
from mediator.domain.put_away import PutAway
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.empty import EmptyNote
from ui.widgets.label import in_short, plain_label
from ui.widgets.table import ListTable

KINDS: Final = {
    "hearing": "调解记录",
    "inquiry": "调查记录",
    "talk": "单独谈话（不入卷）",
    "extension": "延长期限",
    "replacement": "回避更换",
    "supplement": "补充协议",
    "performance": "履行记录",
    "visit": "回访记录",
    "attachment": "材料",
}
NOTHING: Final = "本案没有作废的记录。"
CLOSED: Final = {
    "archived": "本案已归档，要恢复记录，请先撤回归档。",
    "removed": "要恢复记录，请先从回收站恢复本案。",
}


class PutAwayDialog(TabByLayout, QDialog):
    """`restored` comes with every record that is back; Enter brings the chosen one back."""

    restored = Signal()

    def __init__(self, services: Services, file: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._file = file
        self.setWindowTitle("作废的记录")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(self)
        self.table = ListTable(RowsModel(put_away_columns()), self, name="作废的记录")
        self.empty = EmptyNote(self)
        self.empty.say(NOTHING)
        self.below = QStackedWidget(self)
        self.restore_button = button("恢复", self.restore, parent=self)
        self.table.opened.connect(lambda _row: self.restore())
        self._build()
        self.refresh()
        if file.is_closed:
            self.banner.say(CLOSED["removed" if file.is_removed else "archived"])

    def refresh(self) -> None:
        """Read the list again."""
        rows = put_away_of(self._services.desk, self._file.id)
        self.table.rows_model.set_rows(rows)
        self.below.setCurrentWidget(self.table if rows else self.empty)
        self.restore_button.setEnabled(bool(rows) and not self._file.is_closed)
        if rows:
            self.table.selectRow(0)
            self.table.setFocus()

    def restore(self) -> None:
        """Bring the chosen record back."""
        row: PutAway | None = self.table.current()
        if row is None or self._file.is_closed:
            return
        desk = self._services.desk
        if self._services.attempt(lambda: restore_record(desk, self._file.id, row.kind, row.id)):
            self.refresh()
            self.banner.say(f"{KINDS[row.kind]}已恢复。", Tone.GOOD)
            self.restored.emit()

    def _build(self) -> None:
        titles = self.table.horizontalHeader()
        titles.setStretchLastSection(False)
        titles.setSectionResizeMode(len(put_away_columns()) - 1, QHeaderView.ResizeMode.Stretch)
        for widget in (self.table, self.empty):
            self.below.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        buttons.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(f"作废的记录　{self._file.code}", "title", self))
        layout.addWidget(self.banner)
        layout.addWidget(self.below, 1)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        room = self.screen().availableSize()
        self.resize(min(em * 52, round(room.width() * 0.9)), min(em * 28, round(room.height() * 0.8)))


def put_away_columns() -> list[Column[PutAway]]:
    """What a record was, and who put it away."""
    return [
        Column("记录", lambda one: KINDS[one.kind], 10),
        Column("日期", lambda one: f"{one.on:%Y-%m-%d}" if one.on else "", 7),
        Column("作废时间", lambda one: f"{one.at.astimezone():%Y-%m-%d %H:%M}" if one.at else "", 10),
        Column("经办人", lambda one: one.who, 5),
        Column("内容", lambda one: in_short(" ".join(one.text.split())), 18, tip=lambda one: one.text),
    ]
