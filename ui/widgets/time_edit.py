"""A time of day typed the way people write it."""

from datetime import time

from PySide6.QtWidgets import QWidget

from mediator.domain.dates import parse_time, write_time
from mediator.domain.errors import RuleBroken
from ui.widgets.entry import Entry, rewrite

WORDS = {
    "time-not-understood": "看不懂这个时间，可写成 9:30、930 或 下午3点半",
    "time-impossible": "没有这个时间",
}


class TimeField(Entry):
    """Holds a time, nothing, or a text it refuses aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, chars=9)

    def value(self) -> time | None:
        """The time, or None when empty or not understood."""
        return self._read()[0]

    def written(self, value: time | None) -> str:
        """A time as 9:30."""
        return "" if value is None else write_time(value)

    def problem(self) -> str:
        """Why the text is no time."""
        return self._read()[1]

    def _on_finished(self) -> None:
        if (moment := self.value()) is not None:
            rewrite(self.line, self.written(moment))
        super()._on_finished()

    def _read(self) -> tuple[time | None, str]:
        text = self.line.text().strip()
        if not text:
            return None, ""
        try:
            return parse_time(text), ""
        except RuleBroken as refusal:
            return None, WORDS[refusal.code]
