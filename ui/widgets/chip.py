"""A status in a word, an icon and a colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.icons import icon
from ui.tokens import Tone
from ui.widgets.label import plain_label
from ui.widgets.note import restyle


class StatusChip(QFrame):
    """Small and quiet; change it with `show_status`."""

    def __init__(self, word: str = "", tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QLabel(self)
        self.words = plain_label("", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_status(word, tone)

    def show_status(self, word: str, tone: Tone) -> None:
        """Say another status."""
        size = self.fontMetrics().ascent()
        self.picture.setPixmap(icon(tone.icon, tone.ink).pixmap(size, size))
        self.words.setText(word)
        self.setAccessibleName(word)
        self.setProperty("chip", tone.value)
        restyle(self)
        restyle(self.words)
