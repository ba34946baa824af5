"""Long text: nothing cut, undo kept, Tab goes on to the next field."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.key_filters import redo_by_ctrl_y
from ui.widgets.label import plain_label
from ui.widgets.rare_note import RareNote


class _Editor(QPlainTextEdit):
    """As high as its lines in the present type size; a form may give it more."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        redo_by_ctrl_y(self)

    def sizeHint(self) -> QSize:
        """Room for the lines it was made for."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 14)

    def minimumSizeHint(self) -> QSize:
        """Never less than that: a box of one line invites too few words."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class LongText(QWidget):
    """A text of any length, with a count of its characters where that is wanted."""

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        lines: int = 4,
        placeholder: str = "",
        counted: bool = True,
    ) -> None:
        super().__init__(parent)
        self._counted = counted
        self.edit = _Editor(lines, self)
        self.edit.setPlaceholderText(placeholder)
        self.counter = plain_label("", "secondary", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit, 1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(0)
        self._foot.addWidget(self.counter)
        self._foot.addStretch(1)
        layout.addLayout(self._foot)
        layout.addWidget(RareNote(self.edit, self))
        self.counter.hide()
        self.setFocusProxy(self.edit)
        self._shown = ""
        self.edit.textChanged.connect(self._on_text)

    def value(self) -> str:
        """The text without empty lines at its ends."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text; this one step cannot be undone, so load with it and add with `insert`."""
        self._shown = value or ""
        self.edit.setPlainText(self._shown)

    def put_value(self, value: str | None) -> None:
        """Show other words in a text that somebody writes; Ctrl+Z brings back what stood there."""
        if (value or "") == self.edit.toPlainText():
            return
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(value or "")

    def insert(self, phrase: str) -> None:
        """Put a phrase where the cursor is; Ctrl+Z takes it away again."""
        self.edit.textCursor().insertText(phrase)
        self.edit.setFocus()

    def selected(self) -> str:
        """The selected words; Qt tells line breaks by a sign of its own."""
        return self.edit.textCursor().selectedText().replace("\u2029", "\n").strip()

    def add_tool(self, tool: QWidget) -> None:
        """Put a quiet word under the text, at the right."""
        self._foot.addWidget(tool)

    def problem(self) -> str:
        """Any text will do."""
        return ""

    def raw(self) -> object:
        """The text as it stands."""
        return self.edit.toPlainText()

    def set_raw(self, raw: str) -> None:
        """Put back a text as it was typed."""
        self.set_value(raw)

    def focus_target(self) -> QWidget:
        """The editor."""
        return self.edit

    def _on_text(self) -> None:
        text = self.edit.toPlainText()
        self.counter.setText(f"{len(text)} 字")
        self.counter.setVisible(self._counted and bool(text))
        if text != self._shown:  # textChanged comes with every key of an input method, the text does not
            self._shown = text
            self.changed.emit()
