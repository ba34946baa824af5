"""The rows of the desk page: something due, a case to go on with, a figure with its list."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mediator.domain.browse import CaseLine, DueItem
from mediator.domain.dispute import type_title
from ui.models.case_lines import everyone, numbers, who
from ui.models.due import STEPS, what, when, why
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.why import WhyLink


class ElidedLink(QPushButton):
    """A link as wide as its place; what does not fit is in the tooltip."""

    def __init__(self, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setToolTip(tip.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>"))
        self.setStyleSheet("text-align: left; padding-left: 0;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit."""
        super().resizeEvent(event)
        room = event.size().width() - 12
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class DueRow(QWidget):
    """What is due, for whom, by when and why, with the one button that goes there."""

    opened = Signal(int)

    def __init__(self, item: DueItem, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.who = ElidedLink(f"{item.who}　{item.code}", f"{item.who}\n案件编码 {item.code}", self)
        self.who.clicked.connect(lambda: self.opened.emit(item.case_id))
        self.words = Note(self)
        self.words.say(
            f"{what(item)}　{when(item, today)}", Tone.DANGER if item.due_on < today else Tone.QUIET
        )
        self.why = WhyLink(lambda: why(item), self)
        self.open = button(STEPS[item.kind], lambda: self.opened.emit(item.case_id), role="link", parent=self)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.who, 1)
        first.addWidget(self.open)
        last.addWidget(self.words, 1)
        last.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(1)
        layout.addLayout(first)
        layout.addLayout(last)


class CaseRow(QWidget):
    """A case to go on with."""

    opened = Signal(int)

    def __init__(self, line: CaseLine, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        words = f"{who(line)}　{type_title(line.type_written)}"
        self.link = ElidedLink(words, f"{numbers(line)}\n{everyone(line)}", self)
        self.link.clicked.connect(lambda: self.opened.emit(line.id))
        self.side = plain_label("" if own else line.mediator, "secondary", self)
        self.since = plain_label(f"{line.accepted_on:%m-%d}", "secondary", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.link, 1)
        layout.addWidget(self.side)
        layout.addWidget(self.since)


class FigureRow(QWidget):
    """A word and a figure that opens its list."""

    def __init__(
        self, word: str, figure: str, on_click: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.word, self.figure = word, figure
        self.link = button(figure, on_click, role="link", parent=self)
        self.link.setAccessibleName(f"{word} {figure}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(word, parent=self))
        layout.addStretch(1)
        layout.addWidget(self.link)
