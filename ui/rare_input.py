"""Rare characters in every text field: Alt+X turns a code into its character, Ctrl+Shift+U opens a list."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget
from shiboken6 import isValid

from mediator.domain.characters import Swap, read_code, swap_before
from ui.rare_faces import ready_for

TextWidget = QLineEdit | QPlainTextEdit
WORD = "生僻字…"
LIST_KEYS = QKeySequence("Ctrl+Shift+U")
SWAP_KEYS = QKeySequence("Alt+X")


class RareInput(QObject):
    """Listens to the text field that has the keyboard; `ask(field)` gives a character or ""."""

    def __init__(self, ask: Callable[[QWidget], str], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._field: TextWidget | None = None
        self._parts: tuple[QWidget, ...] = ()
        self._composing = self._asking = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
            self._on_focus(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two keys and add a line to the menu of the field."""
        field = self._field
        if field is None or watched not in self._parts:
            return False
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QContextMenuEvent):
            return self._show_menu(field, event)
        elif isinstance(event, QKeyEvent):
            return self._on_key(field, event)
        return False

    def _on_key(self, field: TextWidget, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        if pressed not in (LIST_KEYS, SWAP_KEYS):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the field has it before any menu or button with the same key
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._composing:
            return True
        if pressed == LIST_KEYS:
            self._insert(field)
        else:
            swap_in(field)
        return True

    def _insert(self, field: TextWidget) -> None:
        if self._asking:  # the list has a text field of its own
            return
        self._asking = True
        try:
            char = self._ask(field)
        finally:
            self._asking = False
        if char:
            put_in(field, char)

    def _show_menu(self, field: TextWidget, event: QContextMenuEvent) -> bool:
        menu = field.createStandardContextMenu()
        add_to_menu(menu, lambda: self._insert(field))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):  # a field that goes away hands the keyboard on
            self._let_go(self._field)
        field = _text_widget(now)
        self._field, self._composing = field, False
        if field is None:
            return
        # An editable choice keeps the keyboard and hands on what is typed, past any filter of its line.
        self._parts = tuple(dict.fromkeys(part for part in (field, _surface(field), now) if part is not None))
        for part in self._parts:
            part.installEventFilter(self)
        field.destroyed.connect(self._forget)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._on_text)  # the search box too shows what is typed into it

    def _let_go(self, field: TextWidget) -> None:
        for part in self._parts:
            part.removeEventFilter(self)
        field.destroyed.disconnect(self._forget)
        if isinstance(field, QLineEdit):
            field.textChanged.disconnect(self._on_text)

    def _on_text(self, text: str) -> None:
        ready_for(text)  # not connected by itself: a second window would let go of the first one's

    def _forget(self) -> None:
        self._field, self._parts = None, ()


def add_to_menu(menu: QMenu, insert: Callable[[], None]) -> None:
    """Offer the list of rare characters at the end of the menu of a text field."""
    menu.addSeparator()
    line = menu.addAction(WORD)
    line.setShortcut(LIST_KEYS)
    line.triggered.connect(lambda _checked=False: insert())


def swap_in(field: TextWidget) -> None:
    """Turn the chosen code, or the code before the cursor, into its character; a character into its code."""
    chosen = _chosen(field)
    if chosen:
        char = read_code(chosen)
        if char:
            put_in(field, char)
        return
    swap = swap_before(_before_cursor(field))
    if swap is not None:
        _replace(field, swap)


def put_in(field: QWidget, text: str) -> None:
    """Write a text at the cursor as if typed: what is chosen gives way, Ctrl+Z takes it back."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def _replace(field: TextWidget, swap: Swap) -> None:
    gone = _units(_before_cursor(field)[-swap.length :])
    event = QInputMethodEvent()
    event.setCommitString(swap.text, -gone, gone)
    QCoreApplication.sendEvent(field, event)


def _before_cursor(field: TextWidget) -> str:
    """The line up to the cursor; Qt counts in halves of characters, Python in whole ones."""
    if isinstance(field, QLineEdit):
        return _first_units(field.text(), field.cursorPosition())
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _chosen(field: TextWidget) -> str:
    return field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text_widget(widget: QWidget | None) -> TextWidget | None:
    """The text field behind the keyboard that may be written in."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    if not isinstance(widget, QLineEdit | QPlainTextEdit) or widget.isReadOnly():
        return None
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return None  # what is typed blindly stays as it is typed
    return widget


def _surface(field: TextWidget) -> QWidget:
    """Where the mouse meets the field."""
    return field.viewport() if isinstance(field, QPlainTextEdit) else field
