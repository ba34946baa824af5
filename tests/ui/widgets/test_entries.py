"""Fields of one line: date, time, money, identity number."""

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from mediator.domain.identity import IdFacts
from tests.ui.hands import commit, compose, leave, retype
from ui.widgets.date_edit import DateField
from ui.widgets.entry import TextField
from ui.widgets.id_edit import IdNumberField
from ui.widgets.money_edit import MoneyField
from ui.widgets.time_edit import TimeField

TODAY = date(2026, 3, 18)


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField(today=lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_date_is_written_out_when_the_field_is_left(day: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(day.changed):
        commit(day.line, "3-15")
    assert day.line.text() == "3-15"
    assert day.value() == date(2026, 3, 15)
    leave(day.line)
    assert day.line.text() == "2026年3月15日 星期日"
    assert day.value() == date(2026, 3, 15)
    assert day.note.isHidden()


@pytest.mark.parametrize(("text", "word"), [("2026-2-31", "没有这一天"), ("正月初五", "看不懂")])
def test_a_date_it_cannot_keep_is_refused_aloud(day: DateField, text: str, word: str) -> None:
    commit(day.line, text)
    assert day.note.isHidden(), "nobody is scolded while typing"
    leave(day.line)
    assert day.line.text() == text
    assert day.value() is None
    assert word in day.problem()
    assert word in day.note.text()
    assert day.note.isVisible()
    retype(day.line, "昨天")
    assert day.note.isHidden()
    assert day.value() == date(2026, 3, 17)


def test_a_date_may_be_empty(day: DateField) -> None:
    day.set_value(date(2026, 3, 15))
    retype(day.line, "")
    leave(day.line)
    assert day.value() is None
    assert day.problem() == ""
    assert day.note.isHidden()


def test_setting_a_date_is_no_change(day: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(day.changed):
        day.set_value(date(2026, 1, 2))
    assert day.line.text() == "2026年1月2日 星期五"


def test_the_calendar_gives_a_date(day: DateField, qtbot: QtBot) -> None:
    day.set_value(date(2026, 1, 2))
    QTest.keyClick(day.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    day.open_calendar()
    calendar = day.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 1, 2)
    with qtbot.waitSignal(day.changed):
        calendar.clicked.emit(QDate(2026, 1, 9))
    assert day.value() == date(2026, 1, 9)
    for popup in day.findChildren(QCalendarWidget):
        popup.parentWidget().close()


def test_a_pasted_date_is_read(day: DateField) -> None:
    day.line.insert("2026年3月15日")
    assert day.value() == date(2026, 3, 15)


def test_a_time(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed):
        commit(field.line, "下午3点半")
    leave(field.line)
    assert (field.value(), field.line.text()) == (time(15, 30), "15:30")
    retype(field.line, "25:00")
    leave(field.line)
    assert field.value() is None
    assert "没有这个时间" in field.note.text()
    field.set_value(time(0, 0))
    assert (field.value(), field.line.text(), field.problem()) == (time(0, 0), "0:00", "")
    field.set_value(None)
    assert (field.value(), field.line.text()) == (None, "")
    retype(field.line, "一会儿")
    assert "看不懂" in field.problem()


def test_midnight_is_written_out_too(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    commit(field.line, "0点")
    leave(field.line)
    assert field.line.text() == "0:00"


def test_money_is_repeated_in_words_while_it_is_typed(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed):
        commit(field.line, "１0010.05")
    assert field.value() == 1001005
    assert field.note.text() == "壹万零壹拾元零伍分"
    assert field.note.isVisible()
    leave(field.line)
    assert field.line.text() == "10,010.05"
    assert field.value() == 1001005


@pytest.mark.parametrize(
    ("text", "word"), [("-5", "负数"), ("1.005", "两位小数"), ("五百", "看不懂"), ("9999999999999", "太大")]
)
def test_an_amount_it_cannot_keep_is_refused_aloud(qtbot: QtBot, text: str, word: str) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.show()
    commit(field.line, text)
    leave(field.line)
    assert (field.value(), field.line.text()) == (None, text)
    assert word in field.note.text()
    field.set_value(0)
    assert (field.line.text(), field.note.text(), field.value()) == ("0.00", "零元整", 0)
    field.set_value(None)
    assert (field.line.text(), field.note.isHidden()) == ("", True)


def test_an_identity_number_tells_sex_and_birth(qtbot: QtBot) -> None:
    field = IdNumberField()
    qtbot.addWidget(field)
    field.show()
    facts: list[IdFacts] = []
    field.facts_read.connect(facts.append)
    commit(field.line, "１１０１０５ 19491231 002x")
    assert field.value() == "11010519491231002X"
    assert field.note.text() == "女  1949年12月31日出生"
    assert facts[-1].birth_date == date(1949, 12, 31)
    leave(field.line)
    assert field.line.text() == "11010519491231002X"


def test_a_doubtful_number_is_kept_with_a_warning(qtbot: QtBot) -> None:
    field = IdNumberField()
    qtbot.addWidget(field)
    field.show()
    commit(field.line, "110105194912310021")
    assert field.note.isHidden(), "nobody is warned while typing"
    leave(field.line)
    assert field.value() == "110105194912310021"
    assert field.problem() == ""
    assert field.note.text().startswith("注意：")
    assert "校验码" in field.warning()
    for text, word in (("123", "18 位"), ("11010519491231002?", "数字"), ("110105194913310021", "出生日期")):
        field.set_value(text)
        assert word in field.warning()
    field.set_value("")
    assert (field.warning(), field.note.isHidden()) == ("", True)


def test_a_line_of_text_keeps_rare_characters_and_folds_line_breaks(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        commit(field.line, " 龑𬱖 ")
    assert field.value() == "龑𬱖"
    field.line.insert("第一行\n第二行")
    assert "\n" not in field.value()


def test_nothing_is_announced_while_an_input_method_composes(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        compose(field.line, "linli")
    with qtbot.waitSignal(field.changed):
        commit(field.line, "邻里")
    assert field.value() == "邻里"


def test_a_day_is_never_cut_in_a_narrow_place(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2026, 12, 30))
    field.resize(80, 40)
    field.show()
    words = field.line.fontMetrics().horizontalAdvance(field.line.text())
    assert field.line.width() > words + 16
