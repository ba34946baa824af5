"""The rail on the left: words beside icons, or names under icons where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import tokens
from ui.icons import icon
from ui.pages.page import PageEntry
from ui.widgets.label import plain_label
from ui.widgets.note import restyle


class Rail(QFrame):
    """Emits `asked(key)`; the shell decides whether the page is entered and calls `show_current`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "rail")
        self.setAccessibleName("导航")
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[str, QToolButton] = {}
        self._entries: dict[str, PageEntry] = {}
        self._narrow = False
        self.title = plain_label("调解工作台", "heading", self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 10, 0, 8)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Offer these pages."""
        for button in self._buttons.values():
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons, self._entries = {}, {entry.key: entry for entry in entries}
        for place, entry in enumerate(entries, 1):
            button = _EntryButton(entry, self)
            button.clicked.connect(lambda _checked=False, key=entry.key: self._on_clicked(key))
            self._layout.insertWidget(place, button)
            self._buttons[entry.key] = button
        self.fold(self._narrow)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            colour = tokens.ACCENT if name in (key, "intake") else tokens.TEXT
            button.setIcon(icon(self._entries[name].icon, colour))

    def fold(self, narrow: bool) -> None:
        """Names under icons, or words and shortcuts beside them."""
        self._narrow = narrow
        em = self.fontMetrics().horizontalAdvance("中")
        self.setFixedWidth(round(em * (5.6 if narrow else 11.5)))
        self.title.setVisible(not narrow)
        self.title.setContentsMargins(14, 0, 0, 8)
        for button in self._buttons.values():
            button.fold(narrow)  # type: ignore[attr-defined]

    def _on_clicked(self, key: str) -> None:
        self._buttons[key].setChecked(not self._buttons[key].isChecked())
        self.asked.emit(key)


class _EntryButton(QToolButton):
    """One page: its shortcut stands at the right end of the line."""

    def __init__(self, entry: PageEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setProperty("shell", "entry")
        self.setObjectName(f"rail_{entry.key}")
        self.setAccessibleName(entry.word)
        self.setCheckable(True)
        self.setIcon(icon(entry.icon))
        side = round(self.fontMetrics().height() * 0.95)
        self.setIconSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{entry.word}  {entry.shortcut}".strip())
        self._key = QLabel(entry.shortcut, self)
        self._key.setProperty("role", "secondary")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._key)

    def fold(self, narrow: bool) -> None:
        """Change between the two looks."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextUnderIcon if narrow else style.ToolButtonTextBesideIcon)
        self.setText(self._entry.word if narrow else f" {self._entry.word}")
        self._key.setVisible(not narrow)
        self.setProperty("narrow", narrow)
        restyle(self)
