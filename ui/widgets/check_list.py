"""Several of many, each with a tick: who is present, which papers are enclosed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.widgets.choice import Option
from ui.widgets.flow import FlowLayout
from ui.widgets.label import in_short


class CheckList(QWidget):
    """Gives the keys of the ticked words in the order of the rows."""

    changed = Signal()

    def __init__(self, options: Iterable[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(list(options))

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other rows; ticks on rows that remain stay."""
        ticked = set(self.value())
        while self._flow.count():
            self._flow.takeAt(0)
        for box in self._boxes.values():
            box.deleteLater()
        self._boxes = {}
        for key, word in options:
            box = QCheckBox(in_short(word).replace("&", "&&"), self)
            box.setToolTip(word if in_short(word) != word else "")
            box.setObjectName(key)
            box.setAccessibleName(word)
            box.setChecked(key in ticked)
            box.clicked.connect(lambda _checked: self.changed.emit())
            self._flow.addWidget(box)
            box.show()  # a layout shows late what joins a list already on the screen
            self._boxes[key] = box
        self.setFocusProxy(next(iter(self._boxes.values()), None))  # type: ignore[arg-type]

    def boxes(self) -> list[QCheckBox]:
        """The single ticks, in order."""
        return list(self._boxes.values())

    def value(self) -> list[str]:
        """The ticked keys."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def set_value(self, value: Iterable[str] | None) -> None:
        """Tick exactly these keys."""
        wanted = set(value or ())
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def problem(self) -> str:
        """Ticks are never wrong."""
        return ""

    def raw(self) -> object:
        """The ticked keys."""
        return self.value()

    def set_raw(self, raw: Iterable[str]) -> None:
        """Tick these again, as far as they are still offered."""
        self.set_value(raw)

    def focus_target(self) -> QWidget:
        """The first tick."""
        return next(iter(self._boxes.values()), self)


class TickField(QCheckBox):
    """One yes or no."""

    changed = Signal()

    def __init__(self, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(word.replace("&", "&&"), parent)
        self.clicked.connect(lambda _checked: self.changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick or clear."""
        self.setChecked(bool(value))

    def problem(self) -> str:
        """A tick is never wrong."""
        return ""

    def raw(self) -> object:
        """Whether it is ticked."""
        return self.isChecked()

    def set_raw(self, raw: bool) -> None:
        """Tick or clear it again."""
        self.set_value(raw)

    def focus_target(self) -> QWidget:
        """The tick itself."""
        return self
