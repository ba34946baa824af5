"""A list under a choice that narrows while one types: initials, a part of the word, or its number."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.widgets.hits import hits
from ui.widgets.label import plain_label
from ui.widgets.popup import show_below

MOST_SHOWN = 12
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finder(QFrame):
    """Opens under its owner with what was typed; `taken` gives the place of the chosen word, once.

    Anything else, as Esc, a click elsewhere or words that no row has, leaves the choice as it was.
    """

    taken = Signal(int)
    passed = Signal(bool)  # Tab: on to the next field, or back
    entered = Signal()  # Enter took a row: it goes on as it does in every field

    def __init__(self, words: Sequence[str], owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._words = list(words)
        self._owner = owner
        self.line = QLineEdit(self)
        self.line.setAccessibleName("查找选项")
        self.line.setPlaceholderText("拼音首字母、词中的字或序号")
        # Letters are wanted here, and an input method would take them for the start of a character.
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = plain_label("", "secondary", self, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for part in (self.line, self.list, self.none):
            layout.addWidget(part)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())

    def open(self, typed: str) -> None:
        """Show the rows that the first letters leave."""
        self.line.setText(typed)
        self._narrow(typed)
        self.setMinimumWidth(max(self._owner.width(), self.fontMetrics().horizontalAdvance("中") * 14))
        show_below(self, self._owner)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """The words in the list now."""
        return [self._words[self._place(row)] for row in range(self.list.count())]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types; Enter takes the marked row, Tab takes it and goes on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in MOVES:
            self._move(event)
        elif event.key() in TAKES:
            if self._take():
                self.entered.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._take():
                self.passed.emit(event.key() == Qt.Key.Key_Tab)
        else:
            return False
        return True

    def _narrow(self, typed: str) -> None:
        found = hits(typed, self._words)
        self.list.clear()
        for place in found:
            item = QListWidgetItem(f"{place + 1}  {self._words[place]}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, place)
        self.list.setCurrentRow(0)
        self.none.setText(f"没有“{typed.strip()}”这一项，按 Esc 返回")
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        self._fit()

    def _fit(self) -> None:
        """Room for the rows there are, so that few of them stand close under the field."""
        self.list.ensurePolished()
        height = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(height * min(self.list.count(), MOST_SHOWN) + 4)
        if self.isVisible():
            self.adjustSize()

    def _move(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_SHOWN}
        row = self.list.currentRow() + step.get(Qt.Key(event.key()), MOST_SHOWN)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    def _place(self, row: int) -> int:
        return int(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _take(self) -> bool:
        """Give the marked row; where nothing fits nothing is taken and the words stay to be corrected."""
        if self.list.count() == 0:
            return False
        place = self._place(max(self.list.currentRow(), 0))
        self.close()
        self.taken.emit(place)
        return True
