"""The one scroll area: no frame, as wide as its place, and what is in it grows downwards."""

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inner: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A scroll area around a widget."""
    scroll = QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidget(inner)
    return scroll
