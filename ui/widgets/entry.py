"""What all one-line fields share: a line, a note under it, a value and a problem in words."""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.tokens import Tone
from ui.widgets.key_filters import redo_by_ctrl_y
from ui.widgets.note import Note, restyle
from ui.widgets.rare_note import RareNote

LONGEST_LINE = 2000  # a QLineEdit cuts in silence at 32,767; what is longer belongs into a long text


@runtime_checkable
class Input(Protocol):
    """What a form asks of every field in it."""

    changed: Any

    def value(self) -> Any:
        """The value as the domain wants it, None or "" for nothing and for what cannot be read."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value; emits nothing."""
        ...

    def problem(self) -> str:
        """What is wrong with what was typed, in words; "" when nothing is."""
        ...

    def raw(self) -> object:
        """What stands in the field right now, read or not, as plain JSON: decides whether it was touched."""
        ...

    def set_raw(self, raw: Any) -> None:
        """Put back what `raw` gave, also what cannot be read; emits nothing."""
        ...

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard."""
        ...


class Entry(QWidget):
    """A line edit with a note; children say how its text is read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, chars: int = 0) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST_LINE)
        redo_by_ctrl_y(self.line)
        self.note = Note(self)
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 0 if chars else 1)
        self._chars = chars
        self._fit()
        if chars:
            self.row.addStretch(1)
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(2)
        self.below.addLayout(self.row)
        self.below.addWidget(self.note)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_finished)

    def raw(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def set_raw(self, raw: Any) -> None:
        """Put back a text as it was typed."""
        self.line.setText(str(raw))
        self.refresh_note()

    def focus_target(self) -> QWidget:
        """The line itself."""
        return self.line

    def problem(self) -> str:
        """Plain text has none."""
        return ""

    def value(self) -> Any:
        """The trimmed text."""
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a value without announcing a change; it cannot be undone, so load with it."""
        self.line.setText(self.written(value))
        self.refresh_note()

    def put_value(self, value: Any) -> None:
        """Show a value in a field that somebody types in; Ctrl+Z brings back what stood there."""
        rewrite(self.line, self.written(value))
        self.refresh_note()

    def written(self, value: Any) -> str:
        """A value as it stands in the line."""
        return "" if value is None else str(value)

    def tell(self, text: str, tone: Tone) -> None:
        """Put a word under the field and the tone on its border."""
        self.note.say(text, tone)
        self.line.setProperty("tone", tone.value if text else "")
        restyle(self.line)

    def changeEvent(self, event: QEvent) -> None:
        """A larger type needs a wider line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_chars"):
            self._fit()

    def _fit(self) -> None:
        if self._chars:
            self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * self._chars + 24)

    def _on_edited(self) -> None:
        self.tell("", Tone.QUIET)
        self.changed.emit()

    def _on_finished(self) -> None:
        self.refresh_note()

    def refresh_note(self) -> None:
        """Say under the field what its present text calls for."""
        self.tell(self.problem(), Tone.DANGER)


def rewrite(line: QLineEdit, text: str) -> None:
    """Put other words into a line without announcing it; setText would wipe what Ctrl+Z brings back."""
    if line.text() == text:
        return
    with QSignalBlocker(line):
        line.selectAll()
        line.insert(text)


class TextField(Entry):
    """One line of free text; a pasted line break becomes a space."""

    def __init__(self, parent: QWidget | None = None, *, chars: int = 0, placeholder: str = "") -> None:
        super().__init__(parent, chars=chars)
        self.line.setPlaceholderText(placeholder)
        self.line.setClearButtonEnabled(False)
        self.below.addWidget(RareNote(self.line, self))

    def value(self) -> str:
        """The text on one line, without spaces at its ends."""
        return " ".join(self.line.text().replace("\u2028", "\n").splitlines()).strip()
