"""The buttons: one filled button a page, everything else quiet."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui import tokens
from ui.icons import icon

ButtonRole = Literal["primary", "quiet", "danger", "link"]


class PressedByEnter(QPushButton):
    """Enter presses it when the keyboard is on it, in a page as in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, never a held one: that would press what the next page puts in its place."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(
    word: str,
    on_click: Callable[[], object] | None = None,
    *,
    role: ButtonRole = "quiet",
    picture: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A button that Enter in another field never presses; its object name is its word."""
    made = PressedByEnter(word, parent)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setObjectName(word)
    if picture:
        made.setIcon(icon(picture, tokens.SURFACE if role == "primary" else tokens.TEXT))
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def primary_button(
    word: str,
    on_click: Callable[[], object] | None = None,
    *,
    picture: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """The filled button: what comes next."""
    return button(word, on_click, role="primary", picture=picture, parent=parent)
