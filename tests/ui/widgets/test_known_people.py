"""People on record are offered while one types; nobody is filled in before being chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.domain.casefile import CaseFile
from mediator.domain.party import PartyFacts
from tests.people import entries, id_number, intake
from tests.ui.conftest import Ways
from tests.ui.hands import compose, retype
from ui.dialogs.earlier_cases import EarlierCases
from ui.pages.case.intake_step import IntakeStep
from ui.services import Services
from ui.widgets.intake_form import IntakeForm
from ui.widgets.party_row import PartyRow

KNOWN = PartyFacts(
    name="张三测",
    sex="1",
    id_type="resident",
    id_number=id_number(1),
    phone="13900000001",
    address="示例小区1号楼",
)


@pytest.fixture
def earlier(desk: Desk) -> CaseFile:
    return desk.file(accept(desk, intake(parties=entries((KNOWN,), ("李四测",)))))


@pytest.fixture
def form(services: Services, earlier: CaseFile, qtbot: QtBot) -> Iterator[IntakeForm]:
    made = IntakeForm(services)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for row in made.parties.rows():
        assert row.known is not None
        row.known.close()


def type_in(row: PartyRow, text: str, name: str = "") -> list[str]:
    """Type into the name or a field of the details; the rows that are offered once the pause is over."""
    line = row.detail.field(name).line if name else row.name.line
    assert row.known is not None
    line.setFocus()
    retype(line, text)
    if row.known.pause.isActive():
        row.known.pause.stop()
        row.known.offer()
    popup = row.known.completer.popup()
    model = popup.model()
    return [model.index(n, 0).data() for n in range(model.rowCount())] if popup.isVisible() else []


def take(row: PartyRow) -> None:
    """Down and Enter: the keyboard is enough."""
    assert row.known is not None
    popup = row.known.completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("typed", "field"), [("张三", ""), ("zsc", ""), ("0001", "phone"), (id_number(1)[:8], "id_number")]
)
def test_somebody_on_record_is_offered_with_what_tells_him_from_others(
    form: IntakeForm, typed: str, field: str
) -> None:
    (line,) = type_in(form.parties.rows()[0], typed, field)
    assert line == "张三测　男　110101********" + id_number(1)[-4:] + (
        "　尾号 0001　1 件，最近 2026-11-02 邻里纠纷"
    )


@pytest.mark.parametrize("typed", ["张", "赵六", ""])
def test_nobody_is_offered_for_one_sign_or_a_new_name(form: IntakeForm, typed: str) -> None:
    assert type_in(form.parties.rows()[0], typed) == []


def test_a_choice_fills_what_is_known_and_says_who_it_is(
    form: IntakeForm, earlier: CaseFile, desk: Desk
) -> None:
    row = form.parties.rows()[0]
    retype(row.detail.field("phone").line, "13900009999")
    type_in(row, "张三")
    take(row)
    entry = row.entry()
    told = KNOWN.model_copy(update={"phone": "13900009999", "birth_date": entry.facts.birth_date})
    assert entry.facts == told, "what was typed stays"
    assert f"{entry.facts.birth_date}" == "1985-02-03"
    assert entry.person_id == earlier.parties[0].person_id
    assert row.earlier.text() == "曾有 1 件纠纷：2026-11-02 邻里纠纷（申请人，未结）"
    assert form.dirty


def test_typing_on_replaces_nothing(form: IntakeForm) -> None:
    row = form.parties.rows()[0]
    type_in(row, "张三")
    assert row.known is not None
    QTest.keyClick(row.known.completer.popup(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (row.facts(), row.entry().person_id) == (PartyFacts(name="张三"), None)


def test_an_input_method_that_composes_is_left_alone(form: IntakeForm) -> None:
    row = form.parties.rows()[0]
    assert row.known is not None
    row.name.line.setFocus()
    retype(row.name.line, "张三")
    compose(row.name.line, "ce")
    row.known.pause.stop()
    row.known.offer()
    assert not row.known.completer.popup().isVisible()
    compose(row.name.line, "")


def test_another_name_or_number_is_somebody_else(form: IntakeForm) -> None:
    row = form.parties.rows()[0]
    type_in(row, "张三")
    take(row)
    assert row.entry().person_id
    type_in(row, "赵六测")
    assert row.entry().person_id is None
    assert row.earlier.isHidden()
    type_in(row, "张三测")
    assert row.known is not None
    row.known.close()
    assert row.entry().person_id
    retype(row.detail.field("id_number").line, id_number(2))
    assert row.entry().person_id is None


def test_the_case_page_tells_of_other_cases_only_and_keeps_who_is_who(
    services: Services, earlier: CaseFile, desk: Desk, qtbot: QtBot
) -> None:
    step = IntakeStep(services)
    qtbot.addWidget(step)
    step.show_file(earlier)
    assert all(row.earlier.isHidden() for row in step.form.parties.rows())
    second = desk.file(accept(desk, intake(parties=entries((KNOWN,), ("王五测",)), type_written="合同纠纷")))
    step.show_file(second)
    first, other = step.form.parties.rows()
    assert "邻里纠纷" in first.earlier.text() and "合同纠纷" not in first.earlier.text()
    assert other.earlier.isHidden()
    retype(first.name.line, "张三侧")
    assert first.entry().person_id == earlier.parties[0].person_id, "a corrected name is the same person"
    step.save()
    assert desk.file(second.id).parties[0].person_id == earlier.parties[0].person_id


def test_the_earlier_cases_open_from_the_keyboard(
    form: IntakeForm, services: Services, earlier: CaseFile, ways: Ways, qtbot: QtBot
) -> None:
    row = form.parties.rows()[0]
    type_in(row, "张三")
    take(row)
    row.earlier.click()
    dialog = form.findChild(EarlierCases)
    assert isinstance(dialog, EarlierCases)
    assert [one.code for one in dialog.table.rows_model.rows()] == [earlier.code]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert ways.cases == [earlier.id]
    assert not dialog.isVisible()
