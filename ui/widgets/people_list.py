"""The mediators of the office: name one, correct a name, note that one has left."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.set_up import mediators, save_mediator
from mediator.domain.staff import Mediator
from ui.dialogs.base import FormDialog
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

ROWS_SHOWN = 8


class PeopleList(QWidget):
    """A table with its buttons; names on old papers and cases stay as they were written."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.dialog: FormDialog | None = None
        self.table = ListTable(RowsModel(_columns()), self, name="调解员")
        self.add_button = button("添加调解员", self.add, picture="new", parent=self)
        self.rename_button = button("改姓名", self.rename, parent=self)
        self.leave_button = button("已离任", self.turn, parent=self)
        self._build()
        self.table.chosen.connect(lambda _person: self._offer())
        self.table.opened.connect(lambda _person: self.rename())

    def refresh(self) -> None:
        """Read the people again and keep the chosen one."""
        chosen = self.table.current()
        people = sorted(mediators(self._services.desk), key=lambda one: (not one.works_here, not one.at_desk))
        self.table.rows_model.set_rows(people)
        ids = [person.id for person in people]
        if chosen is not None and chosen.id in ids:
            self.table.selectRow(ids.index(chosen.id))
        self._offer()

    def add(self) -> None:
        """Name one more."""
        self._open("添加调解员", None)

    def rename(self) -> None:
        """Correct the name of the chosen one."""
        if (person := self.table.current()) is not None:
            self._open("改姓名", person)

    def turn(self) -> None:
        """Note that the chosen one has left, or is back."""
        person, desk = self.table.current(), self._services.desk
        if person is None:
            return
        active = not person.works_here
        if self._services.attempt(lambda: save_mediator(desk, person.name, person.id, active=active)):
            self.refresh()

    def _open(self, title: str, person: Mediator | None) -> None:
        form = FieldForm([Field("name", "姓名", required=True)], columns=1)
        form.set_values({"name": person.name if person else ""})
        desk = self._services.desk

        def save(values: dict[str, Any]) -> None:
            if person is None:
                save_mediator(desk, values["name"])
            else:
                save_mediator(desk, values["name"], person.id, active=person.active)

        messages, words = self._services.messages, self._services.words
        self.dialog = FormDialog(title, form, messages, save, words=words, parent=self)
        self.dialog.accepted.connect(self._on_saved)
        self.dialog.open()

    def _on_saved(self) -> None:
        self._services.saved()
        self.refresh()

    def _offer(self) -> None:
        person = self.table.current()
        self.rename_button.setEnabled(person is not None)
        self.leave_button.setEnabled(person is not None)
        self.leave_button.setText("设为在任" if person is not None and not person.works_here else "已离任")

    def _build(self) -> None:
        self.table.setMinimumHeight(round(self.fontMetrics().height() * 2.1) * ROWS_SHOWN)
        buttons = QHBoxLayout()
        for made in (self.add_button, self.rename_button, self.leave_button):
            buttons.addWidget(made)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label("调解员", "heading", self))
        layout.addLayout(buttons)
        layout.addWidget(self.table)


def _columns() -> list[Column[Mediator]]:
    return [
        Column("姓名", lambda person: person.name, 14),
        Column(
            "状态",
            _status,
            14,
            tone=lambda person: Tone.GOOD if person.works_here else Tone.QUIET,
        ),
    ]


def _status(person: Mediator) -> str:
    if not person.at_desk:
        return "案件或台账中写到"
    return "在任" if person.active else "已离任"
