"""The pause after which a search box looks: never while an input method is still composing."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class SearchPause(QTimer):
    """`due` comes once the text has rested; composing over a selection empties the text first, unasked."""

    due = Signal()

    def __init__(self, line: QLineEdit, milliseconds: int) -> None:
        super().__init__(line)
        self._composing = False
        self._waiting = False
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(self._on_timeout)
        line.textChanged.connect(lambda _text: self.start())
        line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Know whether something is being composed; a line that is left is done with it."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composing = False
        if self._waiting and not self._composing:
            self._waiting = False
            self.start()
        return False

    def _on_timeout(self) -> None:
        if self._composing:
            self._waiting = True
        else:
            self.due.emit()
