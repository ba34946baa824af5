"""The third step: what their words mean in ours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediator.domain.ledger_mapping import NOTHING
from mediator.exchange.foreign_words import ForeignWord, our_words
from ui.dialogs.map_ledger.work import MappingWork
from ui.widgets.choice import ChoiceField
from ui.widgets.label import in_short, plain_label
from ui.widgets.scroll import scrolling

MOST_WORDS = 200
HINT = "这些用语和我们的不一样。已经选好的是推荐，请核对；空着的会在检查时列为错误。"
NONE = "用语都认得，不用对应。请按“下一步”。"


class WordsPage(QWidget):
    """One line a word; the guess stands chosen, and a person looks it over."""

    title = "用语"

    def __init__(self, work: MappingWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.choices: dict[tuple[str, str], ChoiceField] = {}
        self.hint = plain_label("", "secondary", self, wrap=True)
        self._scroll = scrolling(QWidget(self), self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.hint)
        layout.addWidget(self._scroll, 1)

    def enter(self) -> None:
        """Show every word of the sheet that is none of ours."""
        words = self._work.words()
        more = f"只列出前 {MOST_WORDS} 个。" if len(words) > MOST_WORDS else ""
        self.hint.setText(f"{HINT}{more}" if words else NONE)
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        self.choices = {}
        if words:
            for place, title in enumerate(("列", "您表里的用语", "行数", "我们的用语")):
                grid.addWidget(plain_label(title, "label", inner), 0, place)
        for line, word in enumerate(words[:MOST_WORDS], 1):
            self._line(grid, line, word, inner)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(len(words) + 1, 1)
        self._scroll.setWidget(inner)

    def first(self) -> QWidget | None:
        """The field the keyboard begins with, where there is any."""
        return next(iter(self.choices.values()), None)

    def leave(self) -> str:
        """Nothing stands in the way: a word left open is an error of its row."""
        return ""

    def _line(self, grid: QGridLayout, line: int, word: ForeignWord, inner: QWidget) -> None:
        options = [(one, one) for one in our_words(word.codes)]
        choice = ChoiceField([*options, (NOTHING, "不填")], inner)
        choice.set_value(word.ours)
        choice.setAccessibleName(f"{word.title}的“{in_short(word.text)}”")
        choice.changed.connect(lambda: self._work.set_word(word, choice.value()))
        self.choices[(word.field, word.text)] = choice
        grid.addWidget(plain_label(word.title, parent=inner), line, 0)
        grid.addWidget(plain_label(in_short(word.text), parent=inner), line, 1)
        grid.addWidget(plain_label(str(word.count), "secondary", inner), line, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(choice, line, 3)
