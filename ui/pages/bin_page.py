"""回收站: the cases that were put away, with whom, when and why; looked at, and taken out again."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.recycle import bin_of, restore_case
from mediator.domain.casefile import CaseFile, sides
from mediator.domain.dispute import type_title
from ui.models.rows import Column, RowsModel
from ui.pages.page import Page
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.empty import EmptyNote
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

NOTHING: Final = "回收站是空的。案件在案件页“更多”里移入回收站，编号不会再用，随时可以恢复。"
WHO_COLUMN, WHY_COLUMN = 1, 5


class BinPage(Page):
    """A page of its own beside the cases; Enter looks at a case, nothing is ever thrown away from here."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setProperty("role", "page")
        self.count = plain_label("", "secondary", self)
        self.banner = Banner(self)
        self.table = ListTable(RowsModel(bin_columns()), self, name="回收站")
        self.empty = EmptyNote(self)
        self.empty.say(NOTHING)
        self.below = QStackedWidget(self)
        self.look_button = button("查看", self.look, parent=self)
        self.restore_button = button("恢复", self.restore, parent=self)
        self.table.opened.connect(lambda _file: self.look())
        self._build()

    def refresh(self) -> None:
        """Read the bin again and keep the chosen case."""
        chosen = self.table.current()
        files = bin_of(self._services.desk)
        self.table.rows_model.set_rows(files)
        self.count.setText(f"共 {len(files)} 件" if files else "")
        self.below.setCurrentWidget(self.table if files else self.empty)
        ids = [file.id for file in files]
        if files:
            row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
            self.table.selectRow(row)
        for made in (self.look_button, self.restore_button):
            made.setEnabled(bool(files))

    def take_keyboard(self) -> None:
        """The list itself: an arrow and Enter look at a case."""
        super().take_keyboard()
        if self.table.rows_model.rows():
            self.table.setFocus()

    def look(self) -> None:
        """Show the chosen case; it can be looked at and not changed."""
        file: CaseFile | None = self.table.current()
        if file is not None:
            self._services.open_case(file.id)

    def restore(self) -> None:
        """Take the chosen case out of the bin as it was."""
        file: CaseFile | None = self.table.current()
        if file is None or not self._services.attempt(lambda: restore_case(self._services.desk, file.id)):
            return
        self.refresh()
        open_it = lambda: self._services.open_case(file.id)  # noqa: E731
        self.banner.say(f"案件 {file.code} 已恢复。", Tone.GOOD, "打开案件", open_it)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(button("‹ 案件", lambda: self._services.go("cases"), role="link", parent=self))
        top.addWidget(plain_label("回收站", "title", self))
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.look_button)
        top.addWidget(self.restore_button)
        titles = self.table.horizontalHeader()
        titles.setStretchLastSection(False)
        for column in (WHO_COLUMN, WHY_COLUMN):
            titles.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for widget in (self.table, self.empty):
            self.below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.below, 1)


def bin_columns() -> list[Column[CaseFile]]:
    """Which case it is, and who put it away, when and why."""
    return [
        Column("案号", lambda file: file.code, 8, tip=lambda file: file.dossier_number),
        Column("当事人", sides, 14, tip=sides),
        Column("类型", lambda file: type_title(file.dispute.type_written), 8),
        Column("移入日期", lambda file: f"{file.removed.on:%Y-%m-%d}" if file.removed.on else "", 7),
        Column("经办人", lambda file: file.removed.by, 5),
        Column(
            "理由", lambda file: " ".join(file.removed.reason.split()), 14, tip=lambda f: f.removed.reason
        ),
    ]


def _reason(file: CaseFile) -> str:
    return " ".join(file.removed.reason.split())
