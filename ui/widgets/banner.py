"""A notice inside the page: it never stops the work and may offer one way on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.icons import icon
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.note import restyle


class Banner(QFrame):
    """Hidden until `say`; `clear` hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QLabel(self)
        self.words = plain_label("", parent=self, wrap=True, selectable=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 6, 10, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self.picture)
        self._row.addWidget(self.words, 1)
        self._action: QPushButton | None = None
        self.hide()

    def say(
        self,
        text: str,
        tone: Tone = Tone.ACCENT,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a text and, where there is something to do, one link."""
        size = round(self.fontMetrics().height() * 1.1)
        self.picture.setPixmap(icon("info" if tone.icon == "dot" else tone.icon, tone.ink).pixmap(size, size))
        self.words.setText(text)
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.deleteLater()
            self._action = None
        if action:
            self._action = button(action, on_action, role="link", parent=self)
            self._row.addWidget(self._action)
            self._action.show()  # a layout shows late what joins a banner already on the screen
        self.setAccessibleName(text)
        self.setProperty("banner", tone.value)
        restyle(self)
        self.show()

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()
