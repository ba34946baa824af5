"""One fixed sentence of a form, in the office's words or as it comes; the way back is one click."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.documents.wording import Wording
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.text_edit import LongText

CHARS_A_LINE: Final = 42
MOST_LINES: Final = 8


class SentenceBox(QWidget):
    """Gives the office's own words, "" while the default stands here."""

    changed = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self.text = LongText(self, lines=lines_of(wording.default), counted=False)
        self.slots = plain_label(slot_words(wording), "secondary", self, wrap=True)
        self.note = Note(self)
        self.restore_button = button("恢复默认", self.restore, role="link", parent=self)
        self._build()
        self.text.changed.connect(self._on_changed)
        self.set_value("")

    def value(self) -> str:
        """The office's own words."""
        text = self.text.value()
        return "" if text == self.wording.default else text

    def set_value(self, value: str | None) -> None:
        """Show own words, or the default where there are none."""
        self.text.set_value(value or self.wording.default)
        self._tell()

    def restore(self) -> None:
        """Go back to the default; Ctrl+Z takes it back."""
        self.text.put_value(self.wording.default)
        self.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self) -> str:
        """What cannot be kept is said when it is saved."""
        return ""

    def raw(self) -> object:
        """The text as it stands; an empty one means the default."""
        return self.value()

    def set_raw(self, raw: str) -> None:
        """Put back own words, or the default."""
        self.set_value(raw)

    def focus_target(self) -> QWidget:
        """The editor."""
        return self.text.edit

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        own = self.text.value() != self.wording.default
        empty = not self.text.value()
        default = self.wording.default
        self.note.say(f"{'空着就用默认' if empty else '已改'}。默认：{default}" if own else "", Tone.QUIET)
        self.restore_button.setVisible(own)

    def _build(self) -> None:
        self.setFocusProxy(self.text)
        self.slots.setVisible(bool(self.wording.slots))
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        below.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        layout.addWidget(self.slots)
        layout.addLayout(below)


def lines_of(text: str) -> int:
    """How high a box for a text is: its lines, and one to write on."""
    lines = sum(len(line) // CHARS_A_LINE + 1 for line in text.splitlines())
    return min(lines + 1, MOST_LINES)


def slot_words(wording: Wording) -> str:
    """What the program fills in, in words."""
    names = "、".join(f"{{{slot}}}" for slot in wording.slots)
    return f"由程序填写，请保留：{names}" if names else ""
