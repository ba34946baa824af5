"""The shell: pages by rail and key, leaving only with leave, room enough on a small screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from mediator.domain.errors import Conflict
from tests.ui.hands import commit, compose
from ui.main_window import MainWindow
from ui.pages.page import Page, PageEntry
from ui.theme import apply_theme
from ui.tokens import TypeSize

NAMES = [
    ("new", "新登记", "Ctrl+N"), ("desk", "工作台", "F2"), ("cases", "案件", "F3"),
    ("sweep", "排查与协调", "F4"),
    ("statistics", "统计报表", "F6"), ("people", "机构人员", "F7"), ("settings", "设置", "F8"),
]  # fmt: skip


class PlainPage(Page):
    """Counts its refreshes and can refuse to be left."""

    def __init__(self) -> None:
        super().__init__()
        self.other = QLineEdit(self)
        self.line = QLineEdit(self)
        self.refreshed = 0
        self.stubborn = False

    def refresh(self) -> None:
        self.refreshed += 1

    def take_keyboard(self) -> None:
        self.line.setFocus()

    def may_leave(self) -> bool:
        return not self.stubborn


def entries(built: list[str]) -> list[PageEntry]:
    def factory(key: str) -> PlainPage:
        built.append(key)
        return PlainPage()

    return [PageEntry(key, word, keys, key, lambda key=key: factory(key)) for key, word, keys in NAMES]


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, built: list[str]) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 720)
    made.show()
    made.activateWindow()
    made.furnish(entries(built), "desk")
    return made


def rail(window: MainWindow, key: str) -> QToolButton:
    found = window.rail.findChild(QToolButton, f"rail_{key}")
    assert found is not None
    return found


def test_a_page_that_cannot_be_read_leaves_the_shown_one_in_front(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_page: PlainPage) -> None:
        raise Conflict("database-busy")

    with monkeypatch.context() as while_busy:
        while_busy.setattr(PlainPage, "refresh", busy)
        with pytest.raises(Conflict):
            window.go("cases")
    assert window.current_page() == "desk"
    assert window.stack.currentWidget() is window.page("desk")
    assert (rail(window, "desk").isChecked(), rail(window, "cases").isChecked()) == (True, False)
    assert window.go("cases")
    assert window.stack.currentWidget() is window.page("cases")


def test_it_says_a_word_before_the_data_are_open(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.current_page() == ""
    assert window.close()


def test_pages_are_made_when_they_are_first_opened(window: MainWindow, built: list[str]) -> None:
    assert built == ["desk"]
    rail(window, "cases").click()
    assert built == ["desk", "cases"]
    assert window.current_page() == "cases"
    assert rail(window, "cases").isChecked()
    assert not rail(window, "desk").isChecked()
    window.go("desk")
    window.go("cases")
    page = window.page("cases")
    assert isinstance(page, PlainPage)
    assert page.refreshed == 2
    assert built == ["desk", "cases"]
    assert window.stack.currentWidget() is page
    window.page("people")
    assert built[-1] == "people"


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_F3, "cases"), (Qt.Key.Key_F6, "statistics"), (Qt.Key.Key_F8, "settings")]
)
def test_keys_open_pages(window: MainWindow, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    with qtbot.waitSignal(window.page_shown) as signal:
        QTest.keyClick(window, key)
    assert signal.args == [page]


def test_a_page_is_asked_before_it_is_left(window: MainWindow) -> None:
    desk = window.page("desk")
    assert isinstance(desk, PlainPage)
    desk.stubborn = True
    rail(window, "cases").click()
    assert window.current_page() == "desk"
    assert rail(window, "desk").isChecked()
    assert not rail(window, "cases").isChecked()
    assert not window.close()
    desk.stubborn = False
    assert window.go("cases")
    answers = [False, True]
    window.before_close(lambda: answers.pop(0))
    assert not window.close()
    assert window.close()


def test_another_person_gets_fresh_pages(window: MainWindow, built: list[str], qtbot: QtBot) -> None:
    window.furnish(entries(built)[:2], "new")
    assert built == ["desk", "new"]
    assert window.stack.count() == 2
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.current_page() == "new"
    with qtbot.waitSignal(window.page_shown):
        QTest.keyClick(window, Qt.Key.Key_F2)


@pytest.mark.parametrize("size", list(TypeSize))
def test_everything_fits_on_a_small_screen(qapp: QApplication, window: MainWindow, size: TypeSize) -> None:
    apply_theme(qapp, size)
    window.resize(910, 512)
    QApplication.processEvents()
    fits = (window.width(), window.height())
    inside = [window.rail.rect().contains(rail(window, key).geometry()) for key, _, _ in NAMES]
    words = [rail(window, key).text() for key, _, _ in NAMES]
    wide = [
        rail(window, key).fontMetrics().horizontalAdvance(word) <= window.rail.width()
        for key, word, _ in NAMES
    ]
    styles = {rail(window, key).toolButtonStyle() for key, _, _ in NAMES}
    apply_theme(qapp)
    assert fits == (910, 512)
    assert all(inside)
    assert all(wide)
    assert words == [word for _, word, _ in NAMES], "no icon without a word"
    assert styles == {Qt.ToolButtonStyle.ToolButtonTextUnderIcon}


def test_the_rail_unfolds_where_there_is_room(window: MainWindow) -> None:
    narrow = MainWindow.minimumSize(window).width()
    window.resize(narrow, 500)
    QApplication.processEvents()
    folded = window.rail.width()
    window.resize(1366, 720)
    QApplication.processEvents()
    assert window.rail.width() > folded


def test_search_waits_for_a_pause_and_for_the_input_method(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = window.top_bar.search
    assert QApplication.focusWidget() is box
    asked: list[str] = []
    window.top_bar.searched.connect(asked.append)
    compose(box, "zhangsan")
    with qtbot.waitSignal(window.top_bar.searched):
        commit(box, "张三")
        commit(box, "测")
    assert asked == ["张三测"]
    box.selectAll()
    with qtbot.waitSignal(window.top_bar._pause.timeout):
        compose(box, "lisi")  # over a selection Qt says at once that the text is empty
    assert box.text() == ""
    assert asked == ["张三测"], "nothing while composing"
    with qtbot.waitSignal(window.top_bar.searched):
        commit(box, "李四")
    assert asked == ["张三测", "李四"]
    box.setText("张三测")
    with qtbot.waitSignal(window.top_bar.search_entered) as signal:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert signal.args == ["张三测"]


def test_who_is_here_and_what_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.top_bar
    bar.show_person("王五测", [("lock", "锁定"), ("out", "换人")])
    assert bar.person.text() == "王五测"
    with qtbot.waitSignal(bar.menu_asked) as signal:
        bar.person.menu().actions()[0].trigger()
    assert signal.args == ["lock"]
    window.status_line.show_saved("已保存 14:32")
    window.status_line.show_office("示例街道人民调解委员会")
    assert window.status_line.office.text() == "示例街道人民调解委员会"
    with qtbot.waitSignal(window.help_asked) as signal:
        QTest.keyClick(window, Qt.Key.Key_F1)
    assert signal.args == ["desk"]
    with qtbot.waitSignal(window.help_asked):
        window.status_line.help.click()


def test_the_window_comes_back_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.resize(700, 500)
    first.show()
    assert first.close()
    second = MainWindow(settings)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (700, 500)


def test_the_keyboard_goes_along_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.top_bar.search.setFocus()
    window.go("cases")
    page = window.page("cases")
    assert isinstance(page, PlainPage)
    assert window.focusWidget() is page.line
    page.other.setFocus()
    window.go("cases")
    assert window.focusWidget() is page.other
    window.go("statistics")
    window.go("cases")
    assert window.focusWidget() is page.line


def test_a_plain_page_is_begun_at_its_first_stop(qtbot: QtBot) -> None:
    page = Page()
    first, _second = QLineEdit(page), QLineEdit(page)
    qtbot.addWidget(page)
    page.take_keyboard()
    assert page.focusWidget() is first
