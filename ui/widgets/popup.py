"""Where a small sheet opens: under what it belongs to, and never off the screen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def show_below(popup: QWidget, anchor: QWidget) -> None:
    """Show a popup under a widget, above it where there is no room, moved in from the screen's edge."""
    for widget in (popup, *popup.findChildren(QWidget)):
        widget.ensurePolished()  # the style sheet's borders count
    popup.adjustSize()
    room = anchor.screen().availableGeometry()
    place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
    if place.y() + popup.height() > room.bottom():
        place.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 2)
    place.setX(max(room.left(), min(place.x(), room.right() - popup.width() - 4)))
    place.setY(max(room.top(), min(place.y(), room.bottom() - popup.height() - 4)))
    popup.move(place)
    popup.show()
