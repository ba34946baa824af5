"""A pattern of numbers with the number it makes right under it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator.domain.errors import RuleBroken
from mediator.domain.number import check_pattern
from ui.tokens import Tone
from ui.widgets.entry import Entry

PROBLEM = "样式里要有 {serial}（流水号），还可以用 {year}（年份）、{short}（简称）"


class PatternField(Entry):
    """`example` makes a number of a pattern; what cannot be a pattern is refused aloud."""

    def __init__(self, example: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example = example

    def problem(self) -> str:
        """Why no number can be made of it."""
        try:
            check_pattern(self.value())
        except RuleBroken:
            return PROBLEM
        return ""

    def refresh_note(self) -> None:
        """Show the number that the pattern makes, or what is wrong with it."""
        problem = self.problem()
        self.tell(problem or f"例：{self._example(self.value())}", Tone.DANGER if problem else Tone.QUIET)

    def _on_edited(self) -> None:
        self.refresh_note()
        self.changed.emit()
