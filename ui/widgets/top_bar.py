"""The bar on top: one search box for everything, and who is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from ui import tokens
from ui.icons import icon
from ui.widgets.search_pause import SearchPause

SEARCH_PAUSE_MS = 250


class TopBar(QFrame):
    """Emits `searched(text)` after a pause, `search_entered(text)` with Enter, `menu_asked(key)`."""

    searched = Signal(str)
    search_entered = Signal(str)
    menu_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "top")
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setPlaceholderText("姓名 · 拼音首字母 · 电话 · 证号 · 案号 (Ctrl+F)")
        self.search.setAccessibleName("全部查找")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", tokens.SECONDARY), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(self.fontMetrics().horizontalAdvance("中") * 38)
        self.person = QToolButton(self)
        self.person.setObjectName("person")
        self.person.setProperty("role", "inside")
        self.person.setIcon(icon("person"))
        self.person.setIconSize(QSize(18, 18))
        self.person.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.person.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.person.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(12)
        layout.addWidget(self.search, 1)
        layout.addStretch(0)
        layout.addWidget(self.person)
        self._pause = SearchPause(self.search, SEARCH_PAUSE_MS)
        self._pause.due.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.returnPressed.connect(self._on_entered)

    def show_person(self, name: str, menu: Sequence[tuple[str, str]]) -> None:
        """Say who is signed in and offer a menu of (key, word) rows."""
        self.person.setText(name)
        self.person.setAccessibleName(f"当前用户 {name}")
        offered = QMenu(self.person)
        for key, word in menu:
            offered.addAction(word).triggered.connect(
                lambda _checked=False, key=key: self.menu_asked.emit(key)
            )
        self.person.setMenu(offered)
        self.person.setVisible(bool(name))

    def _on_entered(self) -> None:
        self._pause.stop()
        self.search_entered.emit(self.search.text().strip())
