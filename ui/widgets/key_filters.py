"""Keyboard and wheel manners: Enter goes on, the wheel turns the page and no field."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterMovesOn(QObject):
    """Enter calls `move_on(widget)` instead of pressing a button; Ctrl+Enter does so in a long text too."""

    def __init__(self, move_on: Callable[[QWidget], None], parent: QObject) -> None:
        super().__init__(parent)
        self._move_on = move_on
        self._composing: set[int] = set()

    def watch(self, widget: QWidget) -> None:
        """Listen to a widget and, for an editable choice, to its line."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow Enter unless an input method is composing or the widget needs it itself."""
        if isinstance(event, QInputMethodEvent):
            self._composing.discard(id(watched))
            if event.preeditString():
                self._composing.add(id(watched))
            return False
        if event.type() == QEvent.Type.FocusOut:  # an input method need not say that it was broken off
            self._composing.discard(id(watched))
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER or not isinstance(watched, QWidget):
            return False
        if self._composing or self._wants_enter(watched, event):
            return False
        self._move_on(watched)
        return True

    @staticmethod
    def _wants_enter(widget: QWidget, event: QKeyEvent) -> bool:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            return not with_control
        if isinstance(widget, QComboBox):
            return widget.view().isVisible()
        return isinstance(widget, QAbstractButton) and not widget.isCheckable()


class EnterPassesOn(QObject):
    """Enter in a list of suggestions with none chosen is meant for the field: the next words belong there."""

    def __init__(self, line: QWidget, popup: QAbstractItemView) -> None:
        super().__init__(popup)
        self._line, self._popup = line, popup

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Close the list and hand Enter to the line; a chosen suggestion is first taken over by Qt."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER:
            return False
        typed = QKeyEvent(event.type(), event.key(), event.modifiers())
        # After Qt has filled in a chosen suggestion, or closed the list where there is none.
        QTimer.singleShot(0, self._line, lambda: QCoreApplication.sendEvent(self._line, typed))
        return False


class WheelTurnsThePage(QObject):
    """The wheel passes a field by, also one just chosen from, which would change unseen."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to the page."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


def redo_by_ctrl_y(line: QLineEdit | QPlainTextEdit) -> None:
    """Ctrl+Y does again what Ctrl+Z took back; outside Windows Qt itself knows Ctrl+Shift+Z only."""
    again = QShortcut(QKeySequence("Ctrl+Y"), line, line.redo)
    again.setContext(Qt.ShortcutContext.WidgetShortcut)


def wheel_turns_the_page(widget: QWidget) -> None:
    """Protect one combo or spin box; it also no longer takes the keyboard by the wheel."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelTurnsThePage(widget))
