"""An amount typed in 元, kept in 分, repeated in words so that a missing nought is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan, in_words, parse_yuan
from ui.tokens import Tone
from ui.widgets.entry import Entry, rewrite
from ui.widgets.label import plain_label

WORDS = {
    "amount-not-understood": "看不懂这个金额，请写数字，如 20000 或 1,234.50 或 2万",
    "amount-negative": "金额不能是负数",
    "amount-decimals": "最多两位小数（精确到分）",
    "amount-too-large": "金额太大",
}


class MoneyField(Entry):
    """Holds whole 分, nothing, or a text it refuses aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, chars=18)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.row.insertWidget(1, plain_label("元", "secondary", self))

    def value(self) -> int | None:
        """The amount in 分, or None when empty or not understood."""
        return self._read()[0]

    def written(self, value: int | None) -> str:
        """An amount of 分 in 元."""
        return "" if value is None else format_yuan(value)

    def problem(self) -> str:
        """Why the text is no amount."""
        return self._read()[1]

    def _on_edited(self) -> None:
        self._show_words()
        self.changed.emit()

    def _on_finished(self) -> None:
        fen = self.value()
        if fen is not None:
            rewrite(self.line, self.written(fen))
        self.refresh_note()

    def refresh_note(self) -> None:
        """Say under the field what its present text calls for."""
        super().refresh_note()
        if not self.problem():
            self._show_words()

    def _show_words(self) -> None:
        fen = self.value()
        self.tell("" if fen is None else in_words(fen), Tone.QUIET)

    def _read(self) -> tuple[int | None, str]:
        text = self.line.text().strip()
        if not text:
            return None, ""
        try:
            return parse_yuan(text), ""
        except RuleBroken as refusal:
            return None, WORDS[refusal.code]
