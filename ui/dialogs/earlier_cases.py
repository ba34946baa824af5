"""曾有的纠纷: every case somebody of the register stands in, each opened by Enter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.register import set_apart
from mediator.codes import word
from mediator.domain.dispute import type_title
from mediator.domain.register import EarlierCase, KnownPerson
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.widgets.button import button, primary_button
from ui.widgets.label import in_short, plain_label
from ui.widgets.table import ListTable


class EarlierCases(TabByLayout, QDialog):
    """A list to look through, what is being typed behind it stays; `parted` comes with 不是同一人."""

    parted = Signal()

    def __init__(self, services: Services, person: KnownPerson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle("曾有的纠纷")
        self.table = ListTable(RowsModel(case_columns(), person.cases), self, name="曾有的纠纷")
        self.open_button = primary_button("打开案件", self._open_chosen, parent=self)
        self.apart_button = button("这一件不是同一人", self._set_apart, parent=self)
        self.close_button = button("关闭", self.reject, parent=self)
        self.table.opened.connect(self._open)
        self._build(person)
        self.table.selectRow(0)
        self.table.setFocus()

    def _open_chosen(self) -> None:
        if (case := self.table.current()) is not None:
            self._open(case)

    def _set_apart(self) -> None:
        case: EarlierCase | None = self.table.current()
        question = "这一件里的当事人会成为登记簿里单独的一个人；案件和文书都不变。"
        if case is None or not self._services.messages.ask(question, "不是同一人"):
            return
        if self._services.attempt(lambda: set_apart(self._services.desk, case.case_id, case.place_id)):
            rows = [one for one in self.table.rows_model.rows() if one is not case]
            self.table.rows_model.set_rows(rows)
            self.parted.emit()
            if not rows:
                self.accept()

    def _open(self, case: EarlierCase) -> None:
        self.accept()
        self._services.open_case(case.case_id)

    def _build(self, person: KnownPerson) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.apart_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        title = f"{in_short(person.facts.name)}　曾有 {len(person.cases)} 件纠纷"
        layout.addWidget(plain_label(title, "title", self))
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        room = self.screen().availableSize()
        self.resize(min(em * 62, round(room.width() * 0.9)), min(em * 26, round(room.height() * 0.8)))


def case_columns() -> list[Column[EarlierCase]]:
    """The places of one person, as the cases tell them."""
    return [
        Column("受理日期", lambda case: f"{case.accepted_on:%Y-%m-%d}", 8),
        Column("案号", lambda case: case.code, 8),
        Column("纠纷类型", lambda case: type_title(case.type_written), 9),
        Column("地位", lambda case: word("party_role", case.role), 5),
        Column("结果", lambda case: word("outcome", case.outcome) or "未结", 6),
        Column("当时登记", _described, 14, tip=_described),
    ]


def _described(case: EarlierCase) -> str:
    facts = case.facts
    return "　".join(filter(None, (facts.name, facts.phone, facts.address)))
