"""People on record, offered under a field while one types; nothing is filled in before one is chosen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from mediator.codes import word
from mediator.domain.dispute import type_title
from mediator.domain.register import PHONE_TAIL, EarlierCase, KnownPerson, masked
from ui.widgets.key_filters import EnterPassesOn
from ui.widgets.label import in_short

PAUSE_MS: Final = 250
LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Register:
    """What the rows of parties ask of the register, and how a person's cases are shown."""

    known: Callable[[str], list[KnownPerson]]
    earlier: Callable[[tuple[int, ...]], dict[int, KnownPerson]]
    show: Callable[[KnownPerson], object]
    today: Callable[[], date]


class KnownPeople(QObject):
    """Watches the lines of one party; `chosen(KnownPerson)` comes with a choice, never during composing."""

    chosen = Signal(object)

    def __init__(self, register: Register, lines: Iterable[QLineEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self._line: QLineEdit | None = None
        self._composing = False
        self._people: list[KnownPerson] = []
        self._rows = QStringListModel(self)
        self.completer = QCompleter(self._rows, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = self.completer.popup()
        popup.setProperty("role", "offer")
        popup.setItemDelegate(QStyledItemDelegate(self))  # the plain one ignores the style sheet
        self.completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.offer)
        for line in lines:
            line.textEdited.connect(lambda _text, line=line: self._on_edited(line))
            line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """An input method that is composing is left alone, a field that was left too."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composing = False
            self.pause.stop()
        return False

    def offer(self) -> None:
        """Show whom the words in the line may mean."""
        line = self._line
        if line is None or self._composing or not line.hasFocus():
            return
        self._people = self._register.known(line.text())
        self._rows.setStringList([person_words(one) for one in self._people])
        popup = self.completer.popup()
        if not self._people:
            popup.hide()
            return
        if self.completer.widget() is not line:
            self.completer.setWidget(line)
            popup.installEventFilter(EnterPassesOn(line, popup))
        popup.setMinimumWidth(popup.sizeHintForColumn(0) + 24)
        self.completer.complete()
        popup.setCurrentIndex(QModelIndex())  # Qt marks the first: Enter would take somebody unasked

    def close(self) -> None:
        """Offer nobody any more."""
        self.pause.stop()
        self.completer.popup().hide()

    def _on_edited(self, line: QLineEdit) -> None:
        self._line = line
        if len(line.text().strip()) < LEAST:
            self.close()
        else:
            self.pause.start()

    def _on_activated(self, index: QModelIndex) -> None:
        self.close()
        self.chosen.emit(self._people[index.row()])


def person_words(person: KnownPerson) -> str:
    """One person on one line: name, sex, ends of the numbers, how many cases, the last one."""
    facts, last = person.facts, person.cases[0]
    tail = f"尾号 {facts.phone[-PHONE_TAIL:]}" if facts.phone else ""
    told = (
        in_short(facts.name, 16),
        word("sex", facts.sex),
        masked(facts.id_number),
        tail,
        f"{len(person.cases)} 件，最近 {last.accepted_on:%Y-%m-%d} {type_title(last.type_written)}",
    )
    return "　".join(filter(None, told))


def case_words(case: EarlierCase) -> str:
    """One earlier dispute in a few words."""
    how = f"{word('party_role', case.role)}，{word('outcome', case.outcome) or '未结'}"
    return f"{case.accepted_on:%Y-%m-%d} {type_title(case.type_written)}（{how}）"


def earlier_words(person: KnownPerson) -> str:
    """How many disputes somebody had, the last ones named: for a quiet line."""
    shown = "、".join(case_words(case) for case in person.cases[:2])
    return f"曾有 {len(person.cases)} 件纠纷：{shown}{'……' if len(person.cases) > 2 else ''}"
