"""A whole number of people or parts."""

import re
import unicodedata

from PySide6.QtWidgets import QWidget

from ui.widgets.entry import Entry, rewrite

LARGEST = 1_000_000


class CountField(Entry):
    """Holds a whole number, nothing, or a text it refuses aloud."""

    def __init__(self, parent: QWidget | None = None, *, unit: str = "人", most: int = LARGEST) -> None:
        super().__init__(parent, chars=8)
        self._unit = unit
        self._most = most

    def value(self) -> int | None:
        """The number, or None when empty or not understood."""
        return self._read()[0]

    def problem(self) -> str:
        """Why the text is no number."""
        return self._read()[1]

    def _on_finished(self) -> None:
        if (count := self.value()) is not None:
            rewrite(self.line, str(count))
        super()._on_finished()

    def _read(self) -> tuple[int | None, str]:
        text = unicodedata.normalize("NFKC", self.line.text()).strip().removesuffix(self._unit).strip()
        if not text:
            return None, ""
        if not re.fullmatch("[0-9]{1,9}", text):
            return None, "请填写整数，如 3"
        count = int(text)
        return (count, "") if count <= self._most else (None, f"最多 {self._most}")
