"""What hangs below an editable choice: the rows that the typed words may mean, by their signs or initials."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate

from ui.widgets.hits import hits

LETTERS = 2  # one capital alone is more often a word of one's own (A 栋) than somebody's initial


class Suggestions(QCompleter):
    """Own words stay own words; only bare letters that are the initials of a row become that row by Enter."""

    def __init__(self, box: QComboBox, line: QLineEdit) -> None:
        super().__init__(box)
        self._box, self._line = box, line
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = self.popup()
        popup.installEventFilter(self)
        popup.setProperty("role", "offer")
        popup.setItemDelegate(QStyledItemDelegate(self))  # the plain one ignores the style sheet

    def splitPath(self, path: str) -> list[str]:
        """Narrow the rows ourselves: Qt would look for the letters in the words only."""
        words = [self._box.itemText(row) for row in range(self._box.count())]
        self._rows.setStringList([words[place] for place in hits(path, words)])
        return [""]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write out the row that bare letters mean before Enter goes on to the next field."""
        if watched is self.popup() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters and not self.popup().currentIndex().isValid() and (word := self._meant()):
                self._line.selectAll()
                self._line.insert(word)  # so that Ctrl+Z brings the letters back
        return super().eventFilter(watched, event)

    def _meant(self) -> str:
        typed, rows = self._line.text().strip(), self._rows.stringList()
        bare = typed.isascii() and typed.isalpha() and (len(typed) >= LETTERS or typed.islower())
        return rows[0] if bare and rows and typed.casefold() not in rows[0].casefold() else ""
