"""经过: what happened in the case, in order of date."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.codes import word
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty
from mediator.domain.money import format_yuan
from mediator.domain.replacement import Replacement
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
        if hearing.next_on is not None:
            result = f"约定 {hearing.next_on:%m-%d} 再次调解"
        found.append((hearing.held_on, f"第{hearing.ordinal}次调解 {result}"))
    found += _way_events(file) + _agreement_events(file) + _supplement_events(file)
    if file.ending.on and file.ending.outcome != "success":
        found.append((file.ending.on, word("outcome", file.ending.outcome)))
    if file.confirmation.on:
        found.append((file.confirmation.on, f"司法确认 {word('confirmation', file.confirmation.state)}"))
    if file.undisputed.on:
        found.append((file.undisputed.on, f"写明无争议事实 {len(file.undisputed.facts)} 项"))
    for decision in file.decisions:
        found.append(
            (decision.on, f"{word('decision_kind', decision.kind)}：{decision.reason or '未写理由'}")
        )
    for visit in file.visits:
        found.append((visit.on, f"第{visit.ordinal}次回访 {word('satisfaction', visit.satisfaction)}"))
    if file.archived.on:
        found.append((file.archived.on, "归档"))
    return sorted(found, key=lambda event: event[0])


def _way_events(file: CaseFile) -> list[Event]:
    """What happens between the hearings."""
    found: list[Event] = [(one.held_on, f"调查 {one.asked}".rstrip()) for one in file.inquiries]
    for talk in file.caucuses:
        found.append((talk.held_on, f"单独谈话 {file.names(talk.parties)}（不入卷）"))
    for one in file.extensions:
        found.append((one.agreed_on, f"同意延长至 {one.until_on:%Y-%m-%d}"))
    found += [(one.on, _replacement_word(one)) for one in file.replacements]
    days = Counter(one.received_on for one in file.attachments if one.received_on)
    found += [(day, f"收到材料 {count} 份") for day, count in days.items() if day]
    return found


def _replacement_word(one: Replacement) -> str:
    if not one.granted:
        return f"更换 {one.leaving} 的申请未准许"
    return f"调解员由 {one.leaving} 更换为 {one.coming}" if one.coming else f"调解员 {one.leaving} 退出"


def _supplement_events(file: CaseFile) -> list[Event]:
    found: list[Event] = []
    for one in file.supplements:
        ended = [str(duty.ordinal) for duty in _duties(file) if duty.ended_by == one.id]
        more = f"，终止第 {'、'.join(ended)} 项" if ended else ""
        found.append((one.agreed_on, f"签订补充协议{more}"))
    return found


def _duties(file: CaseFile) -> tuple[Duty, ...]:
    return file.agreement.duties if file.agreement else ()


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
