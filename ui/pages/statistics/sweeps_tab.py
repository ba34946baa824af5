"""The register of sweeps: looking for disputes before they come in."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.sweep import all_sweeps, save_sweep
from mediator.codes import code_list
from mediator.domain.facts import build
from mediator.domain.sweep import Sweep
from ui.dialogs.base import FormDialog
from ui.models.case_lines import day
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.count_edit import CountField
from ui.widgets.empty import EmptyNote
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

EMPTY = "还没有登记排查。排查发现的件数只记在这里，不另计入案件数。"


class SweepsTab(QWidget):
    """A table and a form; Enter on a row corrects it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.dialog: FormDialog | None = None
        self.count = plain_label("", "secondary", self)
        self.table = ListTable(RowsModel(_columns()), self, name="排查")
        self.empty = EmptyNote(self)
        self.empty.say(EMPTY, "登记排查", self.add)
        self.below = QStackedWidget(self)
        self._build()
        self.table.opened.connect(self.correct)

    def refresh(self) -> None:
        """Read the register again."""
        sweeps = all_sweeps(self._services.desk)
        self.table.rows_model.set_rows(sweeps)
        self.count.setText(f"共 {len(sweeps)} 次")
        self.below.setCurrentWidget(self.table if sweeps else self.empty)

    def add(self) -> None:
        """Register a sweep."""
        today = self._services.desk.today()
        self._open("登记排查", {"number": self._next_number(today), "began_on": today})

    def correct(self, sweep: Sweep) -> None:
        """Correct a sweep; its number stays."""
        self._open(f"更正排查 {sweep.number}", sweep.model_dump())

    def _open(self, title: str, values: dict[str, Any]) -> None:
        form = FieldForm(_fields(), columns=1)
        form.set_values(values)
        if "kind" in values:
            form.field("number").setEnabled(False)
        desk = self._services.desk
        self.dialog = FormDialog(
            title,
            form,
            self._services.messages,
            lambda typed: save_sweep(desk, build(Sweep, typed)),
            words=self._services.words,
            parent=self,
        )
        self.dialog.accepted.connect(self._on_saved)
        self.dialog.open()

    def _on_saved(self) -> None:
        self._services.saved()
        self.refresh()

    def _next_number(self, today: date) -> str:
        taken = {sweep.number for sweep in all_sweeps(self._services.desk)}
        serial = 1
        while f"排查{today.year}-{serial:03d}" in taken:
            serial += 1
        return f"排查{today.year}-{serial:03d}"

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(button("登记排查", self.add, picture="new", parent=self))
        self.below.addWidget(self.table)
        self.below.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.below, 1)


def _columns() -> list[Column[Sweep]]:
    kinds = code_list("sweep_kind")
    return [
        Column("编号", lambda sweep: sweep.number, 12),
        Column("种类", lambda sweep: kinds.word(sweep.kind), 6),
        Column("开始日期", lambda sweep: day(sweep.began_on), 8),
        Column("结束日期", lambda sweep: day(sweep.ended_on), 8),
        Column("发现件数", lambda sweep: "" if sweep.found is None else str(sweep.found), 6, right=True),
    ]


def _fields() -> list[Field]:
    return [
        Field("number", "编号", required=True),
        Field("kind", "种类", kind="choice", options=code_list("sweep_kind").pairs(), required=True),
        Field("began_on", "开始日期", kind="date", required=True),
        Field("ended_on", "结束日期", kind="date"),
        Field("found", "发现件数", kind="own", make=lambda: CountField(unit="件")),
    ]
