"""Keeps the field that has the keyboard in sight: Qt scrolls for Tab, but not when Enter moves on."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MARGIN_LINES = 3  # room for the note under the field


class FocusFollower(QObject):
    """Scrolls every scroll area around the widget that takes the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            # Rows that unfold with the focus have their place only after the layout was done.
            QTimer.singleShot(0, now, lambda: keep_in_sight(now))


def keep_in_sight(widget: QWidget) -> None:
    """Scroll so that a widget and the line under it are seen."""
    margin = widget.fontMetrics().height() * MARGIN_LINES
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        inside = inner is not None and inner.isAncestorOf(widget)
        if isinstance(around, QScrollArea) and inside and not _fills(widget, around):
            around.ensureWidgetVisible(widget, 0, margin)
        around = around.parentWidget()


def _fills(widget: QWidget, area: QScrollArea) -> bool:
    """Whether a tall part, such as a table, is seen well enough; its foot would push out what is above."""
    half = area.viewport().height() / 2
    return widget.height() > half and widget.visibleRegion().boundingRect().height() > half
