"""The shell: rail, search, status line, and one page at a time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.follow_focus import FocusFollower
from ui.icons import icon
from ui.pages.page import Page, PageEntry
from ui.tab_order import TabByLayout
from ui.widgets.banner import Banner
from ui.widgets.label import plain_label
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from ui.widgets.top_bar import TopBar

FOLD_BELOW_EM = 78
STATE_VERSION = 1


class MainWindow(TabByLayout, QMainWindow):
    """Paints at once with a word of waiting; `furnish` brings the pages when the data are open."""

    page_shown = Signal(str)
    help_asked = Signal(str)
    closing = Signal()

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._shortcuts: list[QShortcut] = []
        self._before_close: Callable[[], bool] | None = None
        self._unasked = False
        self.setWindowTitle("调解工作台")
        self.setWindowIcon(icon("scales"))
        self.rail = Rail(self)
        self.top_bar = TopBar(self)
        self.banner = Banner(self)  # what concerns every page: a wrong clock, a throwaway office
        self.status_line = StatusLine(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(_waiting())
        self._build()
        FocusFollower(self)
        self.rail.asked.connect(self.go)
        self.status_line.help_asked.connect(lambda: self.help_asked.emit(self._current))
        self._add_shortcut("Ctrl+F", self._focus_search)
        self._add_shortcut("F1", lambda: self.help_asked.emit(self._current))
        self._restore()

    def furnish(self, entries: Sequence[PageEntry], first: str) -> None:
        """Offer these pages and open one; called again after another person has signed in."""
        self._empty()
        self._entries = {entry.key: entry for entry in entries}
        self.rail.set_entries([entry for entry in entries if entry.in_rail])
        for entry in entries:
            if entry.shortcut:
                self._shortcuts.append(self._add_shortcut(entry.shortcut, partial(self.go, entry.key)))
        self.go(first)

    def go(self, key: str) -> bool:
        """Leave the shown page if it agrees and open another; False when it does not."""
        if self._current and not self._pages[self._current].may_leave():
            return False
        self.page(key).refresh()  # first: a page that cannot be read leaves the shown one where it is
        self._current = key
        self.rail.show_current(key)
        asked = self.focusWidget() in self._pages[key].findChildren(QWidget)
        self.stack.setCurrentWidget(self._pages[key])
        if not asked:  # where Qt would put the keyboard is the first widget made, whatever it is
            self._pages[key].take_keyboard()
        self.page_shown.emit(key)
        return True

    def page(self, key: str) -> Page:
        """A page by its key, made if it was not yet opened."""
        if key not in self._pages:
            self._pages[key] = self._entries[key].factory()
            self.stack.addWidget(self._pages[key])
        return self._pages[key]

    def current_page(self) -> str:
        """The key of the shown page, "" while waiting."""
        return self._current

    def before_close(self, ask: Callable[[], bool]) -> None:
        """Let the program say no to closing, or put things away first."""
        self._before_close = ask

    def close_unasked(self, unasked: bool) -> None:
        """Whether the window closes without a question, as at the end of the session."""
        self._unasked = unasked

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where the window is narrow."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """A larger type makes the same window narrower."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rail"):
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page, then the program, then remember where the window stood."""
        self.closing.emit()
        if self._current and not self._unasked and not self._pages[self._current].may_leave():
            event.ignore()
            return
        if self._before_close is not None and not self._before_close():
            event.ignore()
            return
        if self._settings is not None:
            self._settings.setValue("window/geometry", self.saveGeometry())
            self._settings.setValue("window/version", STATE_VERSION)
        event.accept()

    def _fold(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        self.rail.fold(self.width() < FOLD_BELOW_EM * em)

    def _focus_search(self) -> None:
        self.top_bar.search.setFocus()
        self.top_bar.search.selectAll()

    def _add_shortcut(self, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(action)
        return shortcut

    def _empty(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)  # two of the same key would both stay silent until the old one is gone
            shortcut.deleteLater()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._shortcuts, self._pages, self._entries, self._current = [], {}, {}, ""

    def _restore(self) -> None:
        saved = self._settings.value("window/geometry") if self._settings is not None else None
        if saved is None or not self.restoreGeometry(saved):
            self.resize(1180, 720)
        self.setMinimumSize(640, 420)

    def _build(self) -> None:
        middle = QWidget(self)
        layout = QGridLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail, 0, 0, 3, 1)
        layout.addWidget(self.top_bar, 0, 1)
        layout.addWidget(self.banner, 1, 1)
        layout.addWidget(self.stack, 2, 1)
        layout.addWidget(self.status_line, 3, 0, 1, 2)
        layout.setRowStretch(2, 1)
        layout.setColumnStretch(1, 1)
        self.setCentralWidget(middle)


def _waiting() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(plain_label("正在打开……", "secondary", page), 0, Qt.AlignmentFlag.AlignCenter)
    return page
