"""经过: what happened in the case, in order of date."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.codes import word
from mediator.domain.casefile import CaseFile
from mediator.domain.money import format_yuan
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.scroll import scrolling

Event = tuple[date, str]


class Timeline(QWidget):
    """Dates and short words; the whole trail of changes is one button away."""

    history_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        inner = QWidget(self)
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 4, 0)
        around.addLayout(self._list)
        around.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(plain_label("经过", "heading", self))
        layout.addWidget(scrolling(inner, self), 1)
        layout.addWidget(button("改动记录", self.history_asked.emit, role="link", parent=self))

    def show_file(self, file: CaseFile) -> None:
        """Show the events of a case."""
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for day, text in events(file):
            self._list.addWidget(plain_label(f"{day:%m-%d} {text}", parent=self, wrap=True))


def events(file: CaseFile) -> list[Event]:
    """Everything with a date, earliest first."""
    found: list[Event] = [(file.case.accepted_on, f"登记 {word('intake_source', file.case.source)}")]
    for hearing in file.hearings:
        result = word("hearing_result", hearing.result)
        found.append((hearing.held_on, f"第{hearing.ordinal}次调解 {result}"))
    found += _agreement_events(file)
    if file.ending.on and file.ending.outcome != "success":
        found.append((file.ending.on, word("outcome", file.ending.outcome)))
    if file.confirmation.on:
        found.append((file.confirmation.on, f"司法确认 {word('confirmation', file.confirmation.state)}"))
    for visit in file.visits:
        found.append((visit.on, f"第{visit.ordinal}次回访 {word('satisfaction', visit.satisfaction)}"))
    if file.archived.on:
        found.append((file.archived.on, "归档"))
    return sorted(found, key=lambda event: event[0])


def _agreement_events(file: CaseFile) -> list[Event]:
    agreement = file.agreement
    if agreement is None:
        return []
    found: list[Event] = [(agreement.agreed_on, f"达成{word('agreement_form', agreement.form)}")]
    if file.effect_on and agreement.form == "written":
        found.append((file.effect_on, "协议生效"))
    for duty in agreement.duties:
        for entry in duty.performed:
            amount = "" if entry.amount_fen is None else f" {format_yuan(entry.amount_fen)} 元"
            found.append((entry.on, f"履行第{duty.ordinal}项{amount}"))
    return found
