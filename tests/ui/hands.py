"""Typing as a person or an input method does; never keyClicks, which dies on anything but ASCII."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget


def retype(line: QLineEdit, text: str) -> None:
    """Select all and type over it, so that textEdited comes as it does at the desk."""
    line.selectAll()
    commit(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)


def compose(widget: QWidget, preedit: str) -> None:
    """Let an input method show what it has so far."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """Let an input method hand over its text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def enter(widget: QWidget) -> None:
    """Press Enter."""
    QTest.keyClick(widget, Qt.Key.Key_Return)


def leave(line: QLineEdit) -> None:
    """What happens when the keyboard goes elsewhere."""
    line.editingFinished.emit()
