"""The second step: each of our columns beside the one of theirs that it comes from."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediator.exchange.ledger_words import MAPPED, Column
from ui.dialogs.map_ledger.column_row import ColumnRow, labels
from ui.dialogs.map_ledger.work import MappingWork
from ui.widgets.label import plain_label
from ui.widgets.scroll import scrolling

SIDES: Final = (
    Column("其中：申请人", "applicants", "names"),
    Column("其中：被申请人", "respondents", "names"),
    Column("其中：第三人", "thirds", "names"),
)
HINT = (
    "带＊的一定要有。当事人写在一格里，就选“当事人”；分在几列，就选“其中”的几行。"
    "打几个字就能找到列；表里没有的，在“没有时填”里填。"
)


class ColumnsPage(QWidget):
    """Required columns first, then those of the ledger in their order."""

    title = "列"

    def __init__(self, work: MappingWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        inner = QWidget(self)
        self.rows = {column.field: ColumnRow(work, column, inner) for column in _ordered()}
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for place, label in enumerate(labels(inner)):
            grid.addWidget(label, 0, place)
        for line, row in enumerate(self.rows.values(), 1):
            row.place(grid, line)
        for place, share in enumerate((0, 5, 3, 3, 3)):
            grid.setColumnStretch(place, share)
        grid.setRowStretch(len(self.rows) + 1, 1)
        self._scroll = scrolling(inner, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(HINT, "secondary", self, wrap=True))
        layout.addWidget(self._scroll, 1)

    def enter(self) -> None:
        """Show the work as it stands."""
        for row in self.rows.values():
            row.show_rule()

    def first(self) -> QWidget:
        """The field the keyboard begins with."""
        return next(iter(self.rows.values())).pickers[0]

    def leave(self) -> str:
        """What stands in the way, in words."""
        lacking = self._work.lacking()
        if lacking:
            self._go_to(next(field for field, row in self.rows.items() if row.column.title == lacking[0]))
            return f"还缺必填的列：{'、'.join(lacking)}。请选一列，或者在“没有时填”里填。"
        mapping = self._work.mapping
        if mapping.rule("form").says_nothing and not mapping.rule("outcome").says_nothing:
            self._go_to("form")
            return "调解成功的案件要有协议形式。请给“协议形式”选一列，或者在“没有时填”里选口头或书面。"
        return ""

    def _go_to(self, field: str) -> None:
        picker = self.rows[field].pickers[0]
        self._scroll.ensureWidgetVisible(picker)
        picker.setFocus()


def _ordered() -> list[Column]:
    required = [column for column in MAPPED if column.required]
    rest = [column for column in MAPPED if not column.required]
    return [*required, *SIDES, *rest]
