"""What the program does to a field somebody types in, Ctrl+Z takes back and Ctrl+Y does again."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mediator.domain.duty import Instalment
from mediator.domain.party import PartyFacts
from tests.people import id_number
from tests.ui.hands import commit, leave, retype
from ui.widgets.clause_box import ClauseBox
from ui.widgets.count_edit import CountField
from ui.widgets.date_edit import DateField
from ui.widgets.duty_row import DutyRow
from ui.widgets.entry import Entry, TextField
from ui.widgets.id_edit import IdNumberField
from ui.widgets.instalment_editor import InstalmentEditor
from ui.widgets.money_edit import MoneyField
from ui.widgets.party_detail import PartyDetail
from ui.widgets.text_edit import LongText
from ui.widgets.time_edit import TimeField

CONTROL = Qt.KeyboardModifier.ControlModifier


def undo(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)


def redo(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Y, CONTROL)


@pytest.mark.parametrize(
    ("kind", "typed", "written"),
    [
        (DateField, "2026-3-15", "2026年3月15日 星期日"),
        (TimeField, "下午3点半", "15:30"),
        (MoneyField, "20000", "20,000.00"),
        (CountField, "３人", "3"),
        (IdNumberField, "110101 19850203 001x", "11010119850203001X"),
    ],
)
def test_what_was_written_out_is_taken_back(
    qtbot: QtBot, kind: type[Entry], typed: str, written: str
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    commit(field.line, typed)
    leave(field.line)
    assert field.line.text() == written
    leave(field.line)  # left again with nothing to write out: no empty step in between
    with qtbot.waitSignal(field.changed):
        undo(field.line)
    assert field.line.text() == typed
    redo(field.line)
    assert field.line.text() == written
    undo(field.line)
    undo(field.line)
    assert field.line.text() == ""


def test_a_shown_value_is_no_step_to_take_back(qtbot: QtBot) -> None:
    for field, value in ((DateField(), date(2026, 3, 15)), (TimeField(), time(9, 0)), (MoneyField(), 100)):
        qtbot.addWidget(field)
        field.set_value(value)
        assert not field.line.isUndoAvailable()


def test_a_value_put_into_a_field_is_taken_back(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    commit(field.line, "自己写的")
    with qtbot.assertNotEmitted(field.changed):
        field.put_value("代写的")
    assert field.value() == "代写的"
    undo(field.line)
    assert field.value() == "自己写的"


def test_a_birth_date_filled_from_a_number_is_taken_back(qtbot: QtBot) -> None:
    detail = PartyDetail()
    qtbot.addWidget(detail)
    detail.show()
    birth: DateField = detail.field("birth_date")
    commit(birth.line, "1990-1-1")
    commit(detail.field("id_number").line, id_number(1))
    assert birth.value() == date(1985, 2, 3)
    undo(birth.line)
    assert birth.value() == date(1990, 1, 1)


@pytest.mark.parametrize(("id_type", "name"), [("resident", "id_number"), ("passport", "other_number")])
def test_a_party_that_is_shown_leaves_nothing_to_take_back(qtbot: QtBot, id_type: str, name: str) -> None:
    detail = PartyDetail()
    qtbot.addWidget(detail)
    detail.set_facts(PartyFacts(name="甲一", id_type=id_type, id_number=id_number(1)))
    assert detail.facts("甲一").id_number == id_number(1)
    assert not any(detail.field(one).line.isUndoAvailable() for one in ("id_number", "other_number"))
    assert detail.field(name).line.text() == id_number(1)


def test_other_words_in_a_long_text_are_taken_back(qtbot: QtBot) -> None:
    field = LongText()
    qtbot.addWidget(field)
    commit(field.edit, "自己写的")
    field.put_value("换成的")
    assert field.value() == "换成的"
    field.edit.undo()
    assert field.value() == "自己写的"
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    QTest.keyClick(field.edit, Qt.Key.Key_Y, CONTROL)
    assert field.value() == "换成的"


@pytest.fixture
def clause(qtbot: QtBot) -> ClauseBox:
    box = ClauseBox(lambda: "自动条款。")
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.edit()
    box.text.insert("改写")
    return box


def test_a_reworded_clause_that_was_dropped_comes_back(clause: ClauseBox) -> None:
    before = clause.value()
    assert "改写" in before[0]
    clause.back_button.click()
    assert clause.value() == ("", "")
    assert clause.preview.isVisible() and not clause.editing
    QTest.keyClick(clause.edit_button, Qt.Key.Key_Z, CONTROL)
    assert clause.value() == before
    assert clause.banner.isHidden()
    clause.text.edit.undo()
    assert "改写" not in clause.text.value(), "its own steps are still there"


def test_the_word_beside_it_brings_a_dropped_clause_back_too(clause: ClauseBox, qtbot: QtBot) -> None:
    before = clause.value()
    clause.discard()
    with qtbot.waitSignal(clause.changed):
        clause.take_back()
    assert clause.value() == before
    clause.discard()
    clause.set_value("", "")  # the next case
    clause.take_back()
    assert clause.value() == ("", "")


PARTS = (
    Instalment(amount_fen=100_00, due_on=date(2026, 12, 1)),
    Instalment(amount_fen=200_00, due_on=date(2027, 1, 1)),
    Instalment(amount_fen=300_00, due_on=date(2027, 2, 1)),
)


@pytest.fixture
def parts(qtbot: QtBot) -> InstalmentEditor:
    made = InstalmentEditor()
    qtbot.addWidget(made)
    made.set_total(600_00)
    made.set_value(PARTS)
    made.show()
    return made


def take_back(parts: InstalmentEditor) -> None:
    from PySide6.QtWidgets import QPushButton

    next(one for one in parts.banner.findChildren(QPushButton) if one.isVisible()).click()


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_removed_instalment_comes_back_to_its_place(
    parts: InstalmentEditor, qtbot: QtBot, place: int
) -> None:
    with qtbot.waitSignal(parts.changed):
        parts._lines[place].drop.click()
    assert parts.value() == PARTS[:place] + PARTS[place + 1 :]
    with qtbot.waitSignal(parts.changed):
        take_back(parts)
    assert parts.value() == PARTS
    assert parts.banner.isHidden()


def test_the_last_instalment_comes_back_too(parts: InstalmentEditor) -> None:
    parts.set_value(PARTS[:1])
    parts._lines[0].drop.click()
    assert parts.value() == ()
    take_back(parts)
    assert parts.value() == PARTS[:1]
    assert parts.tools.isVisible() and parts.opener.isHidden()


def test_what_was_written_in_the_parts_comes_back_after_splitting_or_dropping(
    parts: InstalmentEditor,
) -> None:
    retype(parts._lines[1].money.line, "看不懂")
    before = parts.raw()
    parts.clear()
    assert parts.value() == ()
    take_back(parts)
    assert parts.raw() == before
    retype(parts.count.line, "2")
    parts.split()
    assert len(parts.value()) == 2
    take_back(parts)
    assert parts.raw() == before


def test_a_first_split_offers_nothing_back(parts: InstalmentEditor) -> None:
    parts.set_value(())
    parts.open()
    retype(parts.count.line, "3")
    parts.split()
    assert parts.banner.isHidden()


def test_a_tick_that_was_a_slip_loses_neither_day_nor_parts(qtbot: QtBot) -> None:
    row = DutyRow(lambda duty: duty.what, brief=True)
    qtbot.addWidget(row)
    row.form.field("amount_fen").set_value(600_00)
    row.form.field("due_on").set_value(date(2026, 12, 1))
    row.parts.set_value(PARTS)
    row.on_spot.click()
    facts = row.facts()
    assert (facts.instalments, facts.due_on, facts.way) == ((), None, "on-site")
    row.on_spot.click()
    facts = row.facts()
    assert (facts.instalments, facts.due_on, facts.way) == (PARTS, date(2026, 12, 1), "")
