"""A list of applicants, typed and pasted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.people import id_number
from tests.ui.hands import commit, enter
from ui.widgets.people_entry import PeopleEntry, mark_words


@pytest.fixture
def entry(qtbot: QtBot) -> PeopleEntry:
    made = PeopleEntry()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    return made


def type_row(entry: PeopleEntry, *texts: str) -> None:
    for line, text in zip(entry.lines.values(), texts, strict=True):
        if text:
            commit(line, text)
        enter(line)


def paste(entry: PeopleEntry, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(entry.lines["phone"], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_row_by_row_with_enter(entry: PeopleEntry, qtbot: QtBot) -> None:
    type_row(entry, "甲一", id_number(1).lower(), "000", "1.2万")
    type_row(entry, "乙二", "", "", "")
    first, second = entry.value()
    assert (first.name, first.id_number, first.amount_fen) == ("甲一", id_number(1), 1_200_000)
    assert first.sex
    assert second.amount_fen is None
    assert entry.sum.text() == "2 人　合计 12,000.00 元　壹万贰仟元整"
    with qtbot.waitSignal(entry.submitted):
        enter(entry.lines["name"])


def test_an_empty_list_is_not_left_and_not_saved(entry: PeopleEntry, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(entry.submitted):
        enter(entry.lines["name"])
    assert not entry.check()
    assert "名单还是空的" in entry.note.text()


def test_an_amount_that_cannot_be_read_keeps_the_line(entry: PeopleEntry) -> None:
    type_row(entry, "甲一", "", "", "两千")
    assert entry.value() == ()
    assert entry.lines["amount"].text() == "两千"
    assert not entry.check()


def test_a_sheet_pasted_into_any_line_is_a_list(entry: PeopleEntry) -> None:
    paste(entry, f"甲一\t{id_number(1)}\t500\n甲一\t{id_number(1)}\t600\n合计\t\t1100")
    assert [mark_words(one) for one in entry.value()] == ["名单里有两行"] * 2
    assert "粘贴了 2 人，另有 1 行" in entry.banner.words.text()
    assert entry.check()
    paste(entry, "单独一个词")
    assert entry.lines["phone"].text() == "单独一个词"


def test_what_was_pasted_and_cannot_be_read_is_brought_up_to_be_mended(entry: PeopleEntry) -> None:
    paste(entry, "甲一\t壹万\n乙二\t600\n丙三\t700")
    entry.set_people(list(entry.value()))
    if not any(one.amount_text for one in entry.value()):  # the column is told by most of its cells
        pytest.fail("the amount that cannot be read was dropped")
    assert not entry.check()
    assert entry.lines["name"].text() == "甲一"
    entry.lines["amount"].setText("10000")
    enter(entry.lines["amount"])
    assert [one.amount_fen for one in entry.value()] == [1_000_000, 60_000, 70_000]
    assert entry.check()


def test_a_row_is_corrected_removed_and_brought_back(entry: PeopleEntry) -> None:
    type_row(entry, "甲一", "", "", "5")
    type_row(entry, "乙二", "", "", "6")
    entry.table.selectRow(0)
    QTest.keyClick(entry.table, Qt.Key.Key_Return)
    entry.lines["name"].setText("甲乙")
    entry.add_button.click()
    assert [one.name for one in entry.value()] == ["甲乙", "乙二"]
    entry.table.selectRow(1)
    entry.table.setFocus()
    QTest.keyClick(entry.table, Qt.Key.Key_Delete)
    assert [one.name for one in entry.value()] == ["甲乙"]
    undo = entry.banner.findChild(type(entry.add_button), "撤销")
    assert undo is not None
    undo.click()
    assert [one.name for one in entry.value()] == ["甲乙", "乙二"]


def test_those_of_the_series_are_known(entry: PeopleEntry) -> None:
    type_row(entry, "甲一", "", "", "5")
    entry.set_known([("甲一", "")])
    assert mark_words(entry.value()[0]) == "本系列已有此人"
