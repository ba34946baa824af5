"""Looks for words in a long text: Enter goes to the next place, Shift+Enter back, Esc closes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui import tokens
from ui.widgets.button import button
from ui.widgets.label import plain_label

MOST_MARKED = 500


class FindBar(QWidget):
    """Hidden until `open`; it moves the selection of the text and changes nothing in it."""

    def __init__(self, edit: QPlainTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("在这段文字里查找")
        self.line.setAccessibleName("在这段文字里查找")
        self.line.installEventFilter(self)
        self.count = plain_label("", "secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for word, act in (("上一处", self.back), ("下一处", self.forward), ("关闭", self.shut)):
            made = button(word, act, role="link", parent=self)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            row.addWidget(made)
        self.line.textChanged.connect(lambda _text: self._look())
        edit.textChanged.connect(self._on_text)
        self.hide()

    def open(self) -> None:
        """Show the bar with the selected words, if they are on one line."""
        selected = self._edit.textCursor().selectedText()
        self.show()
        if selected and "\u2029" not in selected:
            self.line.setText(selected)
        self._look()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def shut(self) -> None:
        """Close the bar and go on writing where the last place was found."""
        self._edit.setExtraSelections([])
        self.hide()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forward(self) -> None:
        """Select the next place; after the last comes the first."""
        self._go(1)

    def back(self) -> None:
        """Select the place before; before the first comes the last."""
        self._go(-1)

    def places(self) -> list[QTextCursor]:
        """Where the words stand, in order, at most some."""
        found: list[QTextCursor] = []
        words, document = self.line.text(), self._edit.document()
        place = document.find(words) if words else QTextCursor()
        while not place.isNull() and len(found) < MOST_MARKED:
            found.append(QTextCursor(place))
            place = document.find(words, place)
        return found

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the bar; Enter never leaves the form from here."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True

    def _go(self, step: int) -> None:
        places = self.places()
        if not places:
            return
        here = self._edit.textCursor()
        starts = [place.selectionStart() for place in places]
        if step > 0:
            number = next((n for n, start in enumerate(starts) if start >= here.selectionEnd()), 0)
        else:
            earlier = [n for n, start in enumerate(starts) if start < here.selectionStart()]
            number = earlier[-1] if earlier else len(starts) - 1
        self._edit.setTextCursor(places[number])
        self.count.setText(f"第 {number + 1} 处，{_counted(places)}")

    def _look(self) -> None:
        places = self.places()
        self._edit.setExtraSelections([_marked(place) for place in places])
        found = _counted(places) if places else "没有找到"
        self.count.setText(found if self.line.text() else "")

    def _on_text(self) -> None:
        if not self.isHidden():
            self._look()


def _counted(places: list[QTextCursor]) -> str:
    return f"共 {len(places)} 处" if len(places) < MOST_MARKED else f"至少 {len(places)} 处"


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = place  # type: ignore[attr-defined]  # neither is in its stubs
    mark.format.setBackground(QColor(tokens.ACCENT_SOFT))  # type: ignore[attr-defined]
    return mark
