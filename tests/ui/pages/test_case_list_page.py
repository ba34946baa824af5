"""The case list finds by words, stage, type, mediator and time, and shows what stands behind a figure."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.refuse import refuse
from mediator.domain.dispute import type_key
from tests.people import entries, full_case, intake, simple_case
from tests.ui.conftest import Ways
from tests.ui.hands import commit, compose, enter
from ui.models.case_lines import STAGE_WORDS, stage_options, type_options, written_as
from ui.pages.case_list_page import CaseListPage
from ui.services import Services


@pytest.fixture
def codes(services: Services) -> dict[str, str]:
    """Five cases by a short name."""
    desk = services.desk
    made = {
        "full": full_case(desk),
        "simple": simple_case(desk),
        "family": accept(desk, intake(type_written="继承纠纷", mediator="赵调")),
        "older": accept(desk, intake(accepted_on=date(2025, 3, 9), parties=entries(("欧阳远测",)))),
        "refused": refuse(desk, intake(type_written="合同"), "not-civil"),
    }
    return {name: desk.file(case_id).code for name, case_id in made.items()}


@pytest.fixture
def page(qtbot: QtBot, services: Services, codes: dict[str, str]) -> CaseListPage:
    page = CaseListPage(services)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.refresh()
    return page


def shown(page: CaseListPage) -> set[str]:
    return {line.code for line in page.lines()}


def test_all_cases_are_there_and_counted(page: CaseListPage, codes: dict[str, str]) -> None:
    assert shown(page) == set(codes.values())
    assert page.count.text() == "共 5 件"


@pytest.mark.parametrize("words", ["欧阳", "远测", "欧阳远测"])
def test_chinese_words_are_found(qtbot: QtBot, page: CaseListPage, codes: dict[str, str], words: str) -> None:
    page.text.setFocus()
    commit(page.text, words)
    qtbot.waitUntil(lambda: len(page.lines()) != 5)
    assert codes["older"] in shown(page)
    assert codes["family"] not in shown(page)


def test_an_unfinished_composition_finds_nothing_yet(qtbot: QtBot, page: CaseListPage) -> None:
    with qtbot.assertNotEmitted(page.text.textChanged):
        compose(page.text, "ouyang")
    assert len(page.lines()) == 5


def test_search_replaces_what_was_chosen_before(page: CaseListPage, codes: dict[str, str]) -> None:
    page.mediator.set_value("赵调")
    page.search("欧阳远测")
    assert shown(page) == {codes["older"]}
    assert page.text.text() == "欧阳远测"
    assert page.mediator.value() == ""


def test_every_filter_narrows(page: CaseListPage, codes: dict[str, str]) -> None:
    page.stages.button("refused").click()
    assert shown(page) == {codes["refused"]}
    page.stages.button("settled").click()
    assert shown(page) == {codes["refused"], codes["full"], codes["simple"]}
    page.show_all()
    page.type.set_value("marriage-family")
    page.type.changed.emit()
    assert shown(page) == {codes["family"]}, "an older name of a type is found under the type"
    page.show_all()
    page.mediator.set_value("赵调")
    page.mediator.changed.emit()
    assert shown(page) == {codes["family"]}
    page.show_all()
    assert not page.month.isEnabled()
    page.year.set_value("2025")
    page.year.changed.emit()
    assert shown(page) == {codes["older"]}
    page.month.set_value("4")
    page.month.changed.emit()
    assert shown(page) == set()
    page.month.set_value("3")
    page.month.changed.emit()
    assert shown(page) == {codes["older"]}


def test_exactly_the_cases_behind_a_figure(page: CaseListPage, codes: dict[str, str]) -> None:
    page.show_codes((codes["simple"], codes["older"]), "总量·案件总数")
    assert shown(page) == {codes["simple"], codes["older"]}
    assert page.banner.words.text() == "总量·案件总数　共 2 件"
    page.show_codes((), "总量·调解成功")
    assert shown(page) == set()
    assert page.count.text() == "共 0 件"
    page.show_all()
    assert shown(page) == set(codes.values())
    assert not page.banner.isVisible()


def test_enter_in_the_list_opens_the_case(page: CaseListPage, ways: Ways) -> None:
    enter(page.text)
    chosen = page.table.current()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert ways.cases == [chosen.id]


def test_nothing_found_offers_all_cases_again(page: CaseListPage, codes: dict[str, str]) -> None:
    page.search("没有这个人")
    assert page.below.currentWidget() is page.empty
    assert page.empty.action is not None
    page.empty.action.click()
    assert shown(page) == set(codes.values())


def test_an_empty_office_is_told_where_to_begin(qtbot: QtBot, services: Services, ways: Ways) -> None:
    page = CaseListPage(services)
    qtbot.addWidget(page)
    page.refresh()
    assert page.empty.action is not None
    page.empty.action.click()
    assert ways.pages == ["intake"]


def test_a_narrow_window_keeps_the_names(qtbot: QtBot, page: CaseListPage) -> None:
    page.resize(620, 400)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(6))
    page.resize(1200, 400)
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(6))


def test_names_are_shown_as_they_are(page: CaseListPage, codes: dict[str, str]) -> None:
    page.show_codes((codes["full"],), "")
    model = page.table.rows_model
    assert model.index(0, 1).data() == "<b>张三等3人与李四测𠮷等2人"
    assert "&lt;b&gt;张三" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_every_stage_has_a_word_and_every_way_of_writing_a_type_its_key() -> None:
    assert [key for key, _ in stage_options()] == list(STAGE_WORDS)
    for key, _ in type_options():
        assert {type_key(written) for written in written_as(key)} == {key}
    assert written_as("") == ()


def test_the_list_has_the_keyboard_at_once(page: CaseListPage) -> None:
    page.take_keyboard()
    assert page.focusWidget() is page.table
    page.search("没有这样的人")
    page.take_keyboard()
    assert page.focusWidget() is page.text
