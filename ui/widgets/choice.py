"""One of several: a row of (key, word) pairs, or one's own words where that is allowed.

Rows are found by typing: in a plain choice a list opens and narrows, in an editable one it hangs below.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from ui.models.rows import Index
from ui.widgets.entry import LONGEST_LINE
from ui.widgets.finder import Finder
from ui.widgets.key_filters import EnterPassesOn, redo_by_ctrl_y, wheel_turns_the_page
from ui.widgets.suggestions import Suggestions

Option = tuple[str, str]


class _Rows(QStandardItemModel):
    """Rows that could be edited let the input method into the open list, and letters are wanted there."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Not set on the items: Python takes an item that Qt has freed for the event that lies there next."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable


class ChoiceField(QComboBox):
    """Gives the key of the chosen word; an editable one gives typed words that no row has, as they are."""

    changed = Signal()

    def __init__(
        self,
        options: Iterable[Option] = (),
        parent: QWidget | None = None,
        *,
        editable: bool = False,
        empty_word: str = "",
    ) -> None:
        super().__init__(parent)
        self.setModel(_Rows(self))
        self._empty_word = empty_word
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # the plain one of a combo ignores the style sheet
        wheel_turns_the_page(self)
        if editable:
            self._make_editable()
        else:
            self.view().installEventFilter(self)  # typing in the list that a click opened
        self.activated.connect(lambda _row: self.changed.emit())
        self.set_options(list(options))

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other rows; the value stays when the new rows still have it."""
        before = self.value() if self.count() else ""
        self.clear()
        if not self.isEditable():
            self.addItem(self._empty_word, "")
        for key, word in options:
            self.addItem(word, key)
        self.set_value(before)

    def value(self) -> str:
        """The key, "" for none; an editable field without a row of these words gives the words."""
        if not self.isEditable():
            return str(self.currentData() or "")
        text = self.currentText().strip()
        row = self.findText(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.itemData(row)) if row >= 0 else text

    def set_value(self, value: str | None) -> None:
        """Choose a key; a key the list no longer has is kept and shown as it is."""
        value = value or ""
        row = self.findData(value)
        if self.isEditable():
            self.setEditText(self.itemText(row) if row >= 0 else value)
            return
        if row < 0:
            self.addItem(value, value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def word(self) -> str:
        """The words on the screen."""
        return self.currentText().strip()

    def problem(self) -> str:
        """A choice is never wrong."""
        return ""

    def raw(self) -> object:
        """The value as it stands."""
        return self.value()

    def set_raw(self, raw: str) -> None:
        """Put back a value or typed words."""
        self.set_value(raw)

    def focus_target(self) -> QWidget:
        """The box itself."""
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter or digit opens the list of what it may mean."""
        if self.isEditable() or not self._find(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The same in the list that was opened by a click."""
        if watched is self.view() and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._find(event)
        return super().eventFilter(watched, event)

    def _find(self, event: QKeyEvent) -> bool:
        """Open the list that narrows; False for a key that says no letter."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not event.text().isalnum() or held:
            return False
        self.hidePopup()
        rows = [row for row in range(self.count()) if self.itemText(row)]
        finder = Finder([self.itemText(row) for row in rows], self)
        finder.taken.connect(lambda place: self._take(rows[place]))
        finder.passed.connect(self._pass_on)
        finder.entered.connect(self._go_on)
        finder.open(event.text())
        return True

    def _take(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.changed.emit()

    def _pass_on(self, forward: bool) -> None:
        self.setFocus()
        self.window().focusNextPrevChild(forward)

    def _go_on(self) -> None:
        self.setFocus()
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self, pressed)

    def _make_editable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        if line is None:  # never so for an editable box
            return
        line.setMaxLength(LONGEST_LINE)
        redo_by_ctrl_y(line)
        completer = Suggestions(self, line)
        self.setCompleter(completer)
        line.textEdited.connect(lambda _text: self.changed.emit())
        completer.popup().installEventFilter(EnterPassesOn(line, completer.popup()))
