"""The bin tells what lies in it and why, shows it, and gives it back; nothing is thrown away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.recycle import remove_case
from mediator.domain.errors import RuleBroken
from mediator.domain.hearing import HearingFacts
from tests.people import ACCEPTED, entries, full_case, intake
from tests.ui.conftest import Recorder, Ways
from tests.ui.sheets import settle
from ui.dialogs.put_away import PutAwayDialog
from ui.pages.bin_page import BinPage
from ui.pages.case.header import CaseHeader, offers
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case.step import FormStep, PartStep
from ui.pages.case_page import CasePage
from ui.services import Services

KINDS = {
    "hearings": ("hearing", "inquiry", "talk", "extension", "replacement"),
    "agreement": ("agreement", "supplement"),
}


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> BinPage:
    page = BinPage(services)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


def removed(services: Services, reason: str = "重复登记\n以第一件为准") -> int:
    case_id = accept(services.desk, intake(parties=entries(("甲一",), ("乙二",))))
    remove_case(services.desk, case_id, reason)
    return case_id


def cells(page: BinPage) -> list[list[str]]:
    model = page.table.rows_model
    return [[column.text(row) for column in model.columns] for row in model.rows()]


def test_an_empty_bin_says_how_a_case_gets_there(page: BinPage) -> None:
    page.refresh()
    assert page.empty.isVisible()
    assert not page.restore_button.isEnabled()


def test_every_case_in_the_bin_tells_who_when_and_why(services: Services, page: BinPage) -> None:
    removed(services)
    page.refresh()
    assert cells(page) == [
        ["2026-00001", "甲一与乙二", "邻里纠纷", "2026-11-22", "王测", "重复登记 以第一件为准"]
    ]


def test_enter_looks_at_the_case(services: Services, page: BinPage, ways: Ways) -> None:
    case_id = removed(services)
    page.refresh()
    page.take_keyboard()
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert ways.cases == [case_id]


def test_a_case_taken_out_is_as_it_was(services: Services, page: BinPage) -> None:
    case_id = removed(services)
    page.refresh()
    page.restore_button.click()
    assert not services.desk.file(case_id).is_removed
    assert cells(page) == []
    assert page.banner.words.text() == "案件 2026-00001 已恢复。"


def test_a_case_in_the_bin_can_only_be_looked_at(qtbot: QtBot, services: Services) -> None:
    case_id = full_case(services.desk)
    remove_case(services.desk, case_id, "重复登记")
    page = CasePage(services)
    qtbot.addWidget(page)
    page.show()
    for key, kinds in ((key, KINDS.get(key, ("",))) for key in page.steps):
        page.show_case(case_id, key)
        for kind in kinds:
            step = page.steps[key]
            if isinstance(step, KindsStep):
                assert step.open_kind(kind)
                step = step.part(kind)
            settle(qtbot, services)
            assert isinstance(step, FormStep | PartStep)
            assert not (step.save_button.isVisible() and step.save_button.isEnabled()), (key, kind)
    assert not page.way.next_button.isVisible()
    assert page.header.chip.words.text() == "在回收站"
    assert offers(services.desk.file(case_id)) == ["history"]
    settle(qtbot, services)


def test_an_archived_case_is_not_offered_the_bin_and_the_verb_says_why(services: Services) -> None:
    case_id = full_case(services.desk, archived=True)
    assert "remove" not in offers(services.desk.file(case_id))
    with pytest.raises(RuleBroken, match="case-archived"):
        remove_case(services.desk, case_id, "重复登记")


@pytest.fixture
def put_away(qtbot: QtBot, services: Services) -> PutAwayDialog:
    case_id = accept(services.desk, intake())
    hearing_id = hold_hearing(
        services.desk, case_id, HearingFacts(held_on=ACCEPTED, text="双方到场。\n谈妥。")
    )
    drop_hearing(services.desk, case_id, hearing_id)
    dialog = PutAwayDialog(services, services.desk.file(case_id))
    dialog.open()
    return dialog


def test_a_record_comes_back_by_enter(services: Services, put_away: PutAwayDialog) -> None:
    (row,) = put_away.table.rows_model.rows()
    told = [column.text(row) for column in put_away.table.rows_model.columns]
    assert (*told[:2], *told[3:]) == ("调解记录", "2026-11-02", "王测", "双方到场。 谈妥。")
    QTest.keyClick(put_away.table, Qt.Key.Key_Return)
    assert len(services.desk.file(put_away._file.id).hearings) == 1
    assert put_away.banner.words.text() == "调解记录已恢复。"
    assert put_away.empty.isVisible()
    put_away.close()


def test_more_offers_the_records_put_away_where_there_are_any(
    qtbot: QtBot, services: Services, put_away: PutAwayDialog
) -> None:
    header = CaseHeader(services)
    qtbot.addWidget(header)
    case_id = put_away._file.id
    header.show_file(services.desk.file(case_id))
    assert header.choices() == ["改动记录", "作废的记录…", "移入回收站…"]
    put_away.restore_button.click()
    header.show_file(services.desk.file(case_id))
    assert "作废的记录…" not in header.choices()
    put_away.close()


def test_a_record_that_no_longer_fits_is_refused_in_words(
    services: Services, put_away: PutAwayDialog, messages: Recorder
) -> None:
    remove_case(services.desk, put_away._file.id, "重复登记")
    messages.expect("ok")
    put_away.restore_button.click()
    assert messages.said == ["case-removed"]
    assert len(put_away.table.rows_model.rows()) == 1
    put_away.close()
