"""A line of words under a field: a hint, a doubt or a problem, never markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.tokens import Tone


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Note(QLabel):
    """Takes no room until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.QUIET) -> None:
        """Show a text in a tone; a problem starts with a sign, so that colour is not needed to see it."""
        sign = {Tone.DANGER: "！", Tone.ATTENTION: "注意："}.get(tone, "")
        self.setText(f"{sign}{text}" if text else "")
        self.setProperty("note", tone.value)
        restyle(self)
        self.setVisible(bool(text))
