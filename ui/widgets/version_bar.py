"""Which version of a paper is looked at: what was signed, or what the case says now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.versions import NOW, SignedVersion, choices, told
from ui.widgets.label import plain_label
from ui.widgets.toggles import Toggles


class VersionBar(QWidget):
    """`chosen(key)` comes with a click: the number of a signed version, or NOW."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggles: Toggles | None = None
        self._keys: list[tuple[str, str]] = []
        self.words = plain_label("", "secondary", self, wrap=True, selectable=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.words, 1)

    def show_version(
        self, versions: tuple[SignedVersion, ...], shown: str, data: bytes, *, before: str = ""
    ) -> None:
        """Offer these versions and tell of the one that is shown; `before` is said before the signing."""
        offered = choices(versions)
        if offered != self._keys:
            self._keys = offered
            self._offer()
        if self.toggles is not None:
            self.toggles.set_value((shown,))
        version = next((one for one in versions if one.key == shown), None)
        self.words.setText(before + told(version, data))
        side = Qt.AlignmentFlag.AlignRight if versions else Qt.AlignmentFlag.AlignLeft
        self.words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _offer(self) -> None:
        if self.toggles is not None:
            self._row.removeWidget(self.toggles)
            self.toggles.hide()
            self.toggles.deleteLater()
            self.toggles = None
        if not self._keys:
            return
        toggles = Toggles(self._keys, self, one=True)
        toggles.changed.connect(lambda: self.chosen.emit((toggles.value() or (NOW,))[0]))
        self._row.insertWidget(0, toggles, 1)
        toggles.show()
        self.toggles = toggles
