"""The line at the bottom: what is saved, what is kept as a draft, and which office this is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.widgets.button import button
from ui.widgets.label import plain_label


class StatusLine(QFrame):
    """Quiet facts and the way to help."""

    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "status")
        self.saved = plain_label("", parent=self)
        self.draft = plain_label("", parent=self)
        self.office = plain_label("", parent=self)
        self.help = button("F1 帮助", self.help_asked.emit, role="link", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 3, 12, 3)
        layout.setSpacing(18)
        for label in (self.saved, self.draft, self.office):
            label.hide()  # takes no room until it has something to say
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self.help)

    def show_saved(self, text: str) -> None:
        """Such as 已保存 14:32."""
        _show(self.saved, text)

    def show_draft(self, text: str) -> None:
        """Such as 草稿 14:33; nothing while no form has unsaved words."""
        _show(self.draft, text)

    def show_office(self, name: str) -> None:
        """The name of the office."""
        _show(self.office, name)


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
