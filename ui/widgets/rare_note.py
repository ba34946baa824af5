"""A quiet line under a field: which of its characters no paper can show. It never stops the saving."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.rare_faces import ready_for
from ui.rare_words import print_trouble
from ui.tokens import Tone
from ui.widgets.note import Note


class RareNote(Note):
    """Follows a field; what an input method has not handed over yet does not count."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = self._said = ""
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._look)
        else:
            field.textChanged.connect(lambda: self._look(field.toPlainText()))

    def _look(self, text: str) -> None:
        if text == self._seen:  # a long text tells of every key of an input method
            return
        self._seen = text
        ready_for(text)
        trouble = print_trouble(text)
        if trouble != self._said:
            self._said = trouble
            self.say(trouble, Tone.ATTENTION)
