"""A row of words to switch on and off: filters, months, periods."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.button import PressedByEnter
from ui.widgets.choice import Option
from ui.widgets.flow import FlowLayout


class Toggles(QWidget):
    """`changed` comes with every click; with `one` exactly one word is on, otherwise any number of them."""

    changed = Signal()

    def __init__(
        self, options: Iterable[Option], parent: QWidget | None = None, *, one: bool = False
    ) -> None:
        super().__init__(parent)
        self._one = one
        self._buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for key, word in options:
            self._add(key, word)

    def button(self, key: str) -> QPushButton:
        """The button of a key."""
        return self._buttons[key]

    def value(self) -> tuple[str, ...]:
        """The keys that are on, in the order shown."""
        return tuple(key for key, made in self._buttons.items() if made.isChecked())

    def set_value(self, keys: Sequence[str]) -> None:
        """Switch exactly these on; emits nothing."""
        for key, made in self._buttons.items():
            made.setChecked(key in keys)

    def _add(self, key: str, word: str) -> None:
        made = PressedByEnter(word.replace("&", "&&"), self)
        made.setProperty("role", "toggle")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setObjectName(key)
        made.setAccessibleName(word)
        made.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
        self._flow.addWidget(made)
        self._buttons[key] = made

    def _on_clicked(self, key: str) -> None:
        if self._one:
            self.set_value([key])
        self.changed.emit()
