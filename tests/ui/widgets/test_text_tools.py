"""A long record: looked through, enlarged, pasted whole, and never lost on the way."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import commit, compose, enter
from ui.dialogs.enlarged import EnlargedDialog
from ui.main_window import MainWindow
from ui.pages.case.hearing_step import HearingStep
from ui.services import Services
from ui.widgets.text_edit import LongText
from ui.widgets.text_tools import TextTools

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "张三测说漏水。\n李四测说不漏水。\n张三测又说漏水。"


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QWidget(window))
    window.resize(500, 400)
    return window


@pytest.fixture
def text(around: QWidget, qtbot: QtBot) -> LongText:
    field = LongText(around, lines=6)
    layout = around.layout()
    assert layout is not None
    layout.addWidget(field)
    field.edit.setAccessibleName("调解记录")
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    field.edit.setFocus()
    return field


@pytest.fixture
def tools(text: LongText) -> TextTools:
    return TextTools(text)


def test_ctrl_f_goes_from_place_to_place(tools: TextTools, text: LongText) -> None:
    text.set_value(WORDS)
    QTest.keyClick(text.edit, Qt.Key.Key_F, CONTROL)
    bar = tools.find_bar
    assert bar.isVisible() and bar.line.hasFocus()
    compose(bar.line, "loushui")
    assert bar.count.text() == "", "nothing while composing"
    commit(bar.line, "漏水")
    assert bar.count.text() == "共 3 处"
    assert len(text.edit.extraSelections()) == 3
    seen = []
    for _ in range(4):
        enter(bar.line)
        seen.append((bar.count.text(), text.edit.textCursor().selectionStart()))
    starts = [place.selectionStart() for place in bar.places()]
    assert [start for _, start in seen] == [*starts, starts[0]]
    assert seen[3][0] == "第 1 处，共 3 处"
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert text.edit.textCursor().selectionStart() == starts[2]
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden() and text.edit.hasFocus()
    assert text.edit.extraSelections() == []
    assert text.value() == WORDS


def test_selected_words_are_looked_for_and_missing_ones_told(tools: TextTools, text: LongText) -> None:
    text.set_value(WORDS)
    text.edit.moveCursor(text.edit.textCursor().MoveOperation.Start)
    for _ in range(3):
        text.edit.moveCursor(
            text.edit.textCursor().MoveOperation.Right, text.edit.textCursor().MoveMode.KeepAnchor
        )
    tools.find_bar.open()
    assert (tools.find_bar.line.text(), tools.find_bar.count.text()) == ("张三测", "共 2 处")
    tools.find_bar.line.clear()
    commit(tools.find_bar.line, "王五")
    assert tools.find_bar.count.text() == "没有找到"
    enter(tools.find_bar.line)
    text.insert("王五")
    assert tools.find_bar.count.text() == "共 1 处"


def test_the_whole_screen_and_back_loses_nothing(tools: TextTools, text: LongText, around: QWidget) -> None:
    layout = around.layout()
    assert layout is not None
    before = layout.indexOf(text)
    commit(text.edit, "前面。")
    QTest.keyClick(text.edit, Qt.Key.Key_F11)
    dialog = tools.enlarged
    assert isinstance(dialog, EnlargedDialog)
    assert text.window() is dialog and dialog.windowTitle() == "调解记录"
    commit(text.edit, "后面。")
    assert text.value() == "前面。后面。"
    QTest.keyClick(text.edit, Qt.Key.Key_F11)
    assert (tools.enlarged, text.window(), layout.indexOf(text)) == (None, around, before)
    assert text.isVisible() and text.value() == "前面。后面。"
    text.edit.undo()
    text.edit.undo()
    assert text.value() == ""


@pytest.mark.parametrize("way", ["esc", "cross", "button", "ctrl-enter"])
def test_every_way_back_gives_the_field_back(
    tools: TextTools, text: LongText, around: QWidget, way: str
) -> None:
    tools.toggle()
    dialog = tools.enlarged
    assert dialog is not None
    commit(text.edit, "放大时写的。")
    if way == "esc":
        QTest.keyClick(text.edit, Qt.Key.Key_Escape)
    elif way == "cross":
        dialog.close()
    elif way == "button":
        dialog.back_button.click()
    else:
        QTest.keyClick(text.edit, Qt.Key.Key_Return, CONTROL)
    assert text.window() is around
    assert text.value() == "放大时写的。"


def test_fifty_thousand_characters_are_pasted_whole(text: LongText, tools: TextTools) -> None:
    words = "张三测说：漏水。\n" * 6_000
    data = QMimeData()
    data.setText(words)
    text.edit.insertFromMimeData(data)
    assert text.raw() == words
    assert text.counter.text() == f"{len(words)} 字"
    commit(tools.find_bar.line, "漏水")
    assert tools.find_bar.count.text() == "至少 500 处"
    text.edit.undo()
    assert text.raw() == ""


def test_in_the_window_ctrl_f_of_a_record_looks_in_the_record(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    step = HearingStep(services, lambda: None)
    window.stack.addWidget(step)
    window.stack.setCurrentWidget(step)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = step.form.field("text")
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_F, CONTROL)
    tools = field.findChild(TextTools)
    assert tools.find_bar.line.hasFocus()
    tools.find_bar.shut()
    step.form.field("place").line.setFocus()
    QTest.keyClick(step.form.field("place").line, Qt.Key.Key_F, CONTROL)
    assert window.top_bar.search.hasFocus()
    assert QApplication.activeModalWidget() is None
