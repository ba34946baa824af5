"""Choices, ticks and long text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import commit, compose
from ui.widgets.check_list import CheckList, TickField
from ui.widgets.choice import ChoiceField
from ui.widgets.text_edit import LongText

ROWS = [("n", "邻里纠纷"), ("f", "婚姻家庭纠纷"), ("l", "土地纠纷")]


def turn(widget: QWidget) -> None:
    none = Qt.KeyboardModifier.NoModifier
    here, still, down = QPointF(5, 5), QPoint(0, 0), QPoint(0, -120)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(here, here, still, down, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(widget, event)


def test_a_choice_gives_its_key(qtbot: QtBot) -> None:
    field = ChoiceField(ROWS)
    qtbot.addWidget(field)
    assert field.value() == ""
    with qtbot.assertNotEmitted(field.changed):
        field.set_value("f")
    assert (field.value(), field.word()) == ("f", "婚姻家庭纠纷")
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == "l"
    field.set_value(None)
    assert field.value() == ""


def test_a_key_the_list_no_longer_has_is_kept(qtbot: QtBot) -> None:
    field = ChoiceField(ROWS)
    qtbot.addWidget(field)
    field.set_value("old")
    assert field.value() == "old"
    field.set_options(ROWS[:1])
    assert field.value() == "old"
    field.set_value("n")
    field.set_options(ROWS)
    assert field.value() == "n"


def test_the_wheel_changes_nothing_with_or_without_the_keyboard(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    layout = QVBoxLayout(around)
    field, other = ChoiceField(ROWS, around), QLineEdit(around)
    layout.addWidget(field)
    layout.addWidget(other)
    field.set_value("n")
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    other.setFocus()
    turn(field)
    assert field.value() == "n"
    assert not field.hasFocus()
    field.setFocus()
    turn(field)
    assert field.value() == "n"


def test_typed_words_are_kept_and_known_words_give_their_key(qtbot: QtBot) -> None:
    field = ChoiceField(ROWS, editable=True)
    qtbot.addWidget(field)
    field.show()
    line = field.lineEdit()
    assert line is not None
    assert field.value() == ""
    with qtbot.waitSignal(field.changed):
        commit(line, "邻里")
    assert field.value() == "邻里", "the row 邻里纠纷 was not chosen"
    commit(line, "纠纷")
    assert field.value() == "n"
    field.set_value("楼道堆物")
    assert (field.value(), field.word()) == ("楼道堆物", "楼道堆物")
    field.set_value("l")
    assert (field.value(), field.word()) == ("l", "土地纠纷")
    assert field.count() == 3
    field.completer().popup().hide()


def test_several_of_many(qtbot: QtBot) -> None:
    field = CheckList(ROWS)
    qtbot.addWidget(field)
    field.set_value(["l", "n"])
    assert field.value() == ["n", "l"]
    with qtbot.waitSignal(field.changed):
        field.boxes()[1].click()
    assert field.value() == ["n", "f", "l"]
    field.set_options([("f", "甲一"), ("x", "乙二")])
    assert field.value() == ["f"]
    assert [box.accessibleName() for box in field.boxes()] == ["甲一", "乙二"]


def test_ticks_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    field = CheckList([(str(n), f"当事人{n}") for n in range(12)])
    qtbot.addWidget(field)
    assert field.heightForWidth(200) > field.heightForWidth(2000)
    field.resize(200, field.heightForWidth(200))
    field.show()
    assert max(box.geometry().right() for box in field.boxes()) <= 200
    assert len({box.y() for box in field.boxes()}) > 3


def test_one_yes_or_no(qtbot: QtBot) -> None:
    field = TickField("已告知权利义务")
    qtbot.addWidget(field)
    assert field.value() is False
    with qtbot.waitSignal(field.changed):
        field.click()
    assert field.value() is True
    field.set_value(None)
    assert field.value() is False


@pytest.fixture
def text(qtbot: QtBot) -> LongText:
    field = LongText()
    qtbot.addWidget(field)
    field.show()
    return field


def test_long_text_is_never_cut(text: LongText) -> None:
    text.edit.textCursor().insertText("调" * 50_000)
    assert len(text.value()) == 50_000
    assert text.counter.text() == "50000 字"


def test_its_height_is_that_of_its_lines(qtbot: QtBot) -> None:
    short, tall = LongText(lines=2), LongText(lines=10)
    for field in (short, tall):
        qtbot.addWidget(field)
        spacing = field.edit.fontMetrics().lineSpacing()
    assert tall.edit.sizeHint().height() - short.edit.sizeHint().height() == 8 * spacing
    assert short.edit.minimumSizeHint().height() == short.edit.sizeHint().height() < 4 * spacing


def test_a_phrase_can_be_taken_back(text: LongText) -> None:
    text.set_value("双方同意。")
    text.edit.moveCursor(text.edit.textCursor().MoveOperation.End)
    text.insert("自愿履行。")
    assert text.value() == "双方同意。自愿履行。"
    text.edit.undo()
    assert text.value() == "双方同意。"


def test_long_text_is_quiet_while_an_input_method_composes(text: LongText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(text.changed):
        compose(text.edit, "linli")
    with qtbot.waitSignal(text.changed):
        commit(text.edit, "邻里")
    assert text.value() == "邻里"


def test_setting_long_text_is_no_change_and_tab_leaves_it(text: LongText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(text.changed):
        text.set_value("经过")
    with qtbot.assertNotEmitted(text.changed):
        text.set_value(None)
    assert text.counter.isHidden()
    assert text.edit.tabChangesFocus()


def test_a_very_long_name_leaves_the_form_its_width(qtbot: QtBot) -> None:
    long = "甲乙丙丁" * 30
    field = CheckList([("a", long), ("b", "张三测")])
    qtbot.addWidget(field)
    first, second = field.boxes()
    assert (first.text(), first.toolTip(), first.accessibleName()) == (f"{long[:29]}…", long, long)
    assert (second.text(), second.toolTip()) == ("张三测", "")
