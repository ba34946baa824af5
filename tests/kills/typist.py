"""Somebody who types into a form and never saves: run as a process and killed by the test.

python -m tests.kills.typist FOLDER KEY LOOK_MS

Each line it prints is one sign typed: when, by the clock of the whole machine, and what the form holds.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first Qt import

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.people import now
from ui.drafts import DraftKeeper
from ui.furnish import Furnisher, furnish
from ui.main_window import MainWindow

WORDS = "zhang san ce jie qian bu huan, 20000 yuan; "
BREATH_MS = 25


def main(folder: Path, key: str, look_ms: int) -> None:
    """Open the form that a draft key names and type until killed."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    app = QApplication([])
    window = MainWindow()
    window.show()
    if not furnish(window, ["--data", str(folder), "--user", "王测"], lambda _window: _Silent(), now):
        sys.exit(1)
    furnisher = window.findChild(Furnisher)
    assert furnisher is not None and furnisher.services is not None
    keeper = furnisher.services.drafts
    keeper.set_pace(look_ms)
    assert keeper.go(key)
    typist = Typist(window, keeper, key)
    QTimer.singleShot(0, window, typist.go_on)
    app.exec()


class Typist:
    """Types a sign, tells it, takes a breath; now and then goes to another field."""

    def __init__(self, window: MainWindow, keeper: DraftKeeper, key: str) -> None:
        self._window = window
        self._form = next(one for one in keeper.watched() if one.key() == key and one.owner.isVisible())
        kinds = (QLineEdit, QPlainTextEdit)
        found = [one for kind in kinds for one in self._form.owner.findChildren(kind)]
        self._fields: list[QWidget] = [
            one
            for one in found
            if one.isVisible() and one.isEnabled() and not isinstance(one.parent(), QComboBox)
        ]
        self._chance = random.Random()
        self._signs = 0

    def go_on(self) -> None:
        """One sign more."""
        field = self._chance.choice(self._fields)
        QTest.keyClicks(field, WORDS[self._signs % len(WORDS)])
        self._signs += 1
        self.tell()
        QTimer.singleShot(BREATH_MS, self._window, self.go_on)

    def tell(self) -> None:
        """Say what stands in the form, and since when."""
        line = json.dumps([time.monotonic(), self._form.form().raw()])
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


class _Silent:
    """Messages that nobody should need."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
