"""The form of intake: defaults, every fact in and out, Enter from start to end, refusals at their field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept, correct_intake
from mediator.casework.desk import Desk
from mediator.domain.case import CaseFacts, Intake
from mediator.domain.dispute import DisputeFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.party import entry_of
from tests.people import TODAY, entries, full_intake, intake
from tests.ui.conftest import Recorder
from tests.ui.hands import enter, retype
from tests.ui.offices import Ears, services_for
from ui.widgets.intake_fields import split_names, start_way_of, type_note
from ui.widgets.intake_form import IntakeForm


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, messages: Recorder) -> IntakeForm:
    made = IntakeForm(services_for(desk, messages, Ears()))
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def name_two(form: IntakeForm) -> None:
    for row, name in zip(form.parties.rows(), ("张三测", "李四测"), strict=False):
        retype(row.name.line, name)


def test_a_new_form_knows_the_day_and_who_sits_at_the_desk(form: IntakeForm) -> None:
    blank = form.value()
    assert blank.case.accepted_on == TODAY
    assert (blank.case.registrar, blank.case.mediator) == ("王测", "王测")
    assert (blank.case.source, blank.case.start_way) == ("walk-in", "application")
    assert not form.dirty


def test_names_and_type_are_enough_to_accept_a_case(form: IntakeForm, desk: Desk) -> None:
    assert not form.check()
    name_two(form)
    assert not form.check()
    retype(form.matter.field("type_written").lineEdit(), "邻里纠纷")
    assert form.check()
    file = desk.file(accept(desk, form.value()))
    assert [party.name for party in file.parties] == ["张三测", "李四测"]
    assert file.dispute.type_written == "邻里纠纷"


def test_every_fact_goes_in_and_comes_out_unchanged(form: IntakeForm) -> None:
    form.set_value(full_intake())
    assert form.value() == full_intake()
    assert not form.dirty
    assert form.more_open


def test_a_case_on_record_is_corrected_in_its_places(form: IntakeForm, desk: Desk) -> None:
    case_id = accept(desk, full_intake())
    before = desk.file(case_id)
    places = tuple(entry_of(party) for party in before.parties)
    form.set_value(Intake(dispute=before.dispute, case=before.case, parties=places))
    retype(form.matter.field("place").line, "示例小区5号楼")
    assert form.dirty
    assert form.attempt(lambda: correct_intake(desk, case_id, form.value()))
    after = desk.file(case_id)
    assert not form.dirty
    assert after.dispute.place == "示例小区5号楼"
    assert after.parties == before.parties


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(form: IntakeForm, desk: Desk) -> None:
    form.set_value(intake())
    retype(form.matter.field("happened_on").line, "2026-11-20")
    assert form.check()
    assert not form.attempt(lambda: accept(desk, form.value()))
    assert form.matter.field("happened_on").note.text() == "！dates-disagree"
    assert form.dirty
    assert form.value().dispute.happened_on == date(2026, 11, 20)


def test_a_refusal_about_the_parties_stands_below_them(form: IntakeForm) -> None:
    def verb() -> None:
        raise RuleBroken("party-in-use", field="parties")

    assert not form.attempt(verb)
    assert form.parties.note.text() == "！party-in-use"


def test_the_source_tells_the_way_until_a_hand_says_otherwise(form: IntakeForm) -> None:
    def come_by(source: str) -> str:
        field = form.coming.field("source")
        field.set_value(source)
        field.changed.emit()
        return form.value().case.start_way

    assert come_by("grid-worker") == "own"
    assert come_by("phone") == "application"
    form.coming.field("start_way").set_value("own")
    form.coming.field("start_way").changed.emit()
    assert come_by("phone") == "own"


def test_a_way_that_differs_from_its_source_on_record_is_left_alone(form: IntakeForm) -> None:
    form.set_value(intake(source="phone", start_way="own"))
    form.coming.field("source").set_value("letter")
    form.coming.field("source").changed.emit()
    assert form.value().case.start_way == "own"


def test_brief_keeps_what_was_typed_in_hidden_fields(form: IntakeForm) -> None:
    form.set_value(full_intake())
    form.set_brief(True)
    shown = [f.name for f in form.matter.fields if form.matter.field(f.name).isVisible()]
    assert shown == ["type_written", "summary"]
    assert form.value() == full_intake()
    form.set_brief(False)
    assert form.matter.field("place").isVisible()


def test_a_number_of_people_is_read_as_people_write_it(form: IntakeForm) -> None:
    field = form.matter.field("people_count")
    retype(field.line, "１２人")
    assert field.value() == 12
    retype(field.line, "很多")
    assert "整数" in form.matter.problems()["people_count"]


def test_enter_walks_every_field_and_ends_with_the_last(form: IntakeForm, qtbot: QtBot) -> None:
    form._show_more(True)
    form.activateWindow()
    form.focus_first()
    visited: list[str] = []
    done: list[bool] = []
    form.submitted.connect(lambda: done.append(True))
    for _ in range(80):
        widget = QApplication.focusWidget()
        visited.append(widget.accessibleName())
        if isinstance(widget, QPlainTextEdit):
            QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            enter(widget)
        if done:
            break
    assert done
    assert len(visited) == len(set(enumerate(visited)))
    titles = [f.label for part in form.forms() for f in part.fields]
    assert [name for name in visited if name in titles][-len(titles) :] == titles
    assert visited[0] == "申请人姓名"
    assert "被申请人姓名" in visited


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("邻里纠纷", ""),
        ("邻里", ""),
        ("", ""),
        ("债务", "旧类名，统计时归入合同纠纷"),
        ("怪事", "不在 18 类之内，请从列表里选一类"),
    ],
)
def test_an_older_type_says_where_it_is_counted_and_an_unknown_one_what_to_do(
    written: str, said: str
) -> None:
    assert type_note(written).startswith(said)
    assert bool(type_note(written)) is bool(said)


def test_several_assistants_on_one_line() -> None:
    assert split_names("赵调、 =1+1，孙记;") == ("赵调", "=1+1", "孙记")


def test_an_imported_assistant_with_a_comma_stays_one(form: IntakeForm) -> None:
    kept = intake(assistants=("赵,调",))
    form.set_value(kept)
    assert form.value() == kept


def test_the_ledgers_own_sources_are_own_initiative() -> None:
    assert start_way_of("sweep") == "own"
    assert start_way_of("court") == "application"
    assert start_way_of("no-such") == ""


def test_an_untouched_case_keeps_its_track(form: IntakeForm) -> None:
    kept = Intake(
        dispute=DisputeFacts(type_written="其他"),
        case=CaseFacts(accepted_on=TODAY, registrar="离任的人"),
        parties=entries(),
    )
    form.set_value(kept)
    assert form.value() == kept


def test_what_cannot_be_changed_any_more_can_still_be_read(form: IntakeForm) -> None:
    form.set_value(full_intake())
    assert not form.parties.rows()[0].unfolded
    form.setEnabled(False)
    assert all(row.unfolded for row in form.parties.rows())
    assert form.more_open
    form.set_value(full_intake())
    assert all(row.unfolded for row in form.parties.rows())
