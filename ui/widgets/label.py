"""Labels that show words as they are, in one of the few roles the style sheet knows."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

LONGEST_WORDS = 30  # a longer name would push every other field out of the window

LabelRole = Literal["", "title", "heading", "secondary", "label"]


def plain_label(
    text: str,
    role: LabelRole = "",
    parent: QWidget | None = None,
    *,
    wrap: bool = False,
    selectable: bool = False,
) -> QLabel:
    """A label whose text is never read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def in_short(words: str, most: int = LONGEST_WORDS) -> str:
    """Words for one line of a form; what is cut belongs into a tooltip, and stands in full on paper."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def hairline(parent: QWidget | None = None) -> QFrame:
    """A horizontal line between two parts of a page."""
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line
