"""What stands where a list is empty: why, and what to do first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.button import button
from ui.widgets.label import plain_label


class EmptyNote(QWidget):
    """A sentence in the middle and at most one way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", "secondary", self, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action: QPushButton | None = None
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(1)
        self._layout.addWidget(self.words)
        self._layout.addStretch(2)

    def say(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Show a sentence and a button under it."""
        self.words.setText(text)
        if self.action is not None:
            self._layout.removeWidget(self.action)
            self.action.deleteLater()
            self.action = None
        if action:
            self.action = button(action, on_action, parent=self)
            self._layout.insertWidget(2, self.action, 0, Qt.AlignmentFlag.AlignHCenter)
