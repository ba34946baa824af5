"""The register of people: found, looked at, merged, parted, and merges taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.register import doubles, merges, people
from mediator.domain.party import PartyFacts
from tests.people import entries, id_number, intake
from tests.ui.conftest import Recorder, Ways
from tests.ui.hands import enter, retype
from ui.dialogs.earlier_cases import EarlierCases
from ui.dialogs.merge_people import MergePeople
from ui.pages.register_page import DOUBLES, MERGES, RegisterPage
from ui.services import Services

ONE = PartyFacts(name="张三测", sex="1", phone="000-1", birth_date=date(1985, 2, 3))
SAME = PartyFacts(name="张三测", phone="000-1", id_type="resident", id_number=id_number(1))


@pytest.fixture
def page(services: Services, desk: Desk, qtbot: QtBot) -> RegisterPage:
    for applicant, respondent in ((ONE, "李四测"), (SAME, "王五<b>"), ("欧阳测", "=1+1示例公司")):
        accept(desk, intake(parties=entries((applicant,), (respondent,))))
    made = RegisterPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    return made


def shown(page: RegisterPage) -> list[str]:
    return [one.facts.name for one in page.people.rows_model.rows()]


def find(page: RegisterPage, text: str) -> list[str]:
    page.text.setFocus()
    retype(page.text, text)
    enter(page.text)
    return shown(page)


def test_everybody_stands_here_the_last_met_first(page: RegisterPage) -> None:
    assert shown(page) == ["=1+1示例公司", "欧阳测", "王五<b>", "张三测", "李四测", "张三测"]
    assert page.count.text() == "共 6 人"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("欧阳", ["欧阳测"]),
        ("oyc", ["欧阳测"]),
        (id_number(1)[-4:], ["张三测"]),
        ("000-1", ["张三测", "张三测"]),
        ("赵六", []),
    ],
)
def test_people_are_found_by_name_initials_and_numbers(
    page: RegisterPage, typed: str, names: list[str]
) -> None:
    assert find(page, typed) == names
    assert (page.below.currentWidget() is page.empty) == (not names)


def test_enter_shows_the_disputes_of_a_person_and_enter_opens_one(page: RegisterPage, ways: Ways) -> None:
    find(page, "欧阳")
    enter(page.people)
    dialog = page.findChild(EarlierCases)
    assert isinstance(dialog, EarlierCases)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert len(ways.cases) == 1


def test_suggested_doubles_are_merged_with_a_reason_and_parted_again(page: RegisterPage, desk: Desk) -> None:
    page.show_view(DOUBLES)
    (pair,) = page.doubles.rows_model.rows()
    assert pair.why == "name-phone"
    enter(page.doubles)
    dialog = page.findChild(MergePeople)
    assert isinstance(dialog, MergePeople)
    assert "合并后算同一个人，共 2 件纠纷" in dialog.preview.text()
    dialog.try_save()
    assert dialog.isVisible(), "not without a reason"
    retype(dialog.form.field("reason").line, "本人到场核对")
    dialog.try_save()
    assert not dialog.isVisible()
    assert doubles(desk) == []
    assert people(desk)[1] == 5
    page.show_view(MERGES)
    assert [one.reason for one in page.merges.rows_model.rows()] == ["本人到场核对"]
    page.undo_button.click()
    assert [one.undone for one in merges(desk)] == [True]
    assert people(desk)[1] == 6
    assert not page.undo_button.isEnabled()


def test_doubles_that_are_two_are_told_so_once(page: RegisterPage, desk: Desk) -> None:
    page.show_view(DOUBLES)
    page.apart_button.click()
    assert doubles(desk) == []
    assert page.below.currentWidget() is page.empty
    page.show_view(MERGES)
    assert page.merges.rows_model.rows() == [], "nothing was merged"


def test_any_two_are_merged_one_after_the_other(page: RegisterPage, desk: Desk) -> None:
    find(page, "李四")
    page.merge_button.click()
    assert "李四测" in page.banner.words.text()
    find(page, "欧阳")
    enter(page.people)
    dialog = page.findChild(MergePeople)
    assert isinstance(dialog, MergePeople)
    retype(dialog.form.field("reason").line, "改名")
    dialog.try_save()
    assert page.banner.isHidden()
    (merged,) = [one for one in people(desk)[0] if len(one.cases) == 2]
    assert set(merged.names) == {"李四测", "欧阳测"}


def test_what_speaks_against_a_merge_is_said_before(
    page: RegisterPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    other = PartyFacts(name="张三测", sex="2", birth_date=date(1990, 1, 1))
    accept(desk, intake(parties=entries((other,), ())))
    found = {one.facts.sex: one for one in people(desk, "张三")[0]}
    dialog = MergePeople(services, found["1"], found["2"], page)
    assert "出生日期、性别不一样" in dialog.banner.words.text()
    dialog.reject()


def test_a_case_that_is_another_s_is_parted_in_the_list(
    page: RegisterPage, desk: Desk, messages: Recorder
) -> None:
    accept(desk, intake(parties=entries((SAME,), ())))
    page.refresh()
    find(page, id_number(1))
    page.look()
    dialog = page.findChild(EarlierCases)
    assert isinstance(dialog, EarlierCases)
    messages.expect("yes")
    dialog.apart_button.click()
    assert len(dialog.table.rows_model.rows()) == 1
    assert people(desk)[1] == 7
    messages.expect("yes")
    messages.expect("party-stands-alone")
    dialog.table.selectRow(0)
    dialog.apart_button.click()
    dialog.reject()
