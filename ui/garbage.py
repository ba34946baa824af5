"""Collects Python's garbage in the window's thread and in no other."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1000


class GarbageInTheWindow(QObject):
    """Python collects cycles in whatever thread happens to be at work.

    A closed dialog is such a cycle, and Qt falls over when background work frees a widget.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_when_due)
        self._timer.start(EVERY_MS)


def collect_when_due() -> None:
    """Collect what Python itself would have collected by now: the oldest generation that is due."""
    due = [full > most for full, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(number for number, is_due in enumerate(due) if is_due))
