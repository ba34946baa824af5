"""The desk says what is due and why, what is in hand with one's own first, and how the month stands."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.hold_hearing import hold_hearing
from mediator.domain.browse import DueItem
from mediator.domain.errors import MediatorError
from mediator.domain.hearing import HearingFacts
from tests.people import TODAY, entries, intake, simple_case
from tests.ui.conftest import Ways
from tests.ui.sheets import settle
from ui.models.due import grouped, what, when, why
from ui.pages.desk_page import DeskPage
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.fold_columns import FoldColumns


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> DeskPage:
    page = DeskPage(services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def read(qtbot: QtBot, services: Services, page: DeskPage) -> None:
    page.refresh()
    settle(qtbot, services)


def item(days: int, kind: str = "duty", **more: object) -> DueItem:
    return DueItem(kind, 1, "2026-00001", "甲一", TODAY + timedelta(days=days), **more)


def test_data_that_cannot_be_read_are_told_as_a_problem(
    qtbot: QtBot, services: Services, page: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_desk: object) -> None:
        raise MediatorError("disk-fault")

    monkeypatch.setattr("ui.pages.desk_page.read", broken)
    read(qtbot, services, page)
    assert page.banner.words.text() == "disk-fault"
    assert page.banner.property("banner") == Tone.DANGER.value


def test_things_due_are_sorted_by_how_urgent_they_are() -> None:
    groups = grouped([item(-3), item(0), item(1), item(7), item(8)], TODAY)
    assert [len(part) for part in (groups.overdue, groups.today, groups.soon)] == [1, 1, 2]
    assert [when(one, TODAY) for one in groups.all()] == [
        "11-19 已超 3 天",
        "11-22 今天到期",
        "11-23 还剩 1 天",
        "11-29 还剩 7 天",
    ]


def test_a_duty_says_its_part_and_amount_and_that_the_agreement_sets_the_day() -> None:
    due = item(0, amount_fen=123_456, part=2)
    assert what(due) == "履行　第2期 1,234.56 元"
    assert why(due)[0] == "协议约定：该项义务第 2 期应于 2026-11-22 前履行"
    later = item(0, ordinal=3, part=2, supplemented_on=date(2026, 11, 1))
    assert why(later)[0].startswith("2026-11-01 补充协议约定：第 3 项义务第 2 期应于")


def test_an_adjourned_hearing_says_when_where_and_who_set_it() -> None:
    due = item(3, "hearing", note="14:00 示例社区调解室")
    assert what(due) == "再次调解　14:00 示例社区调解室"
    assert why(due)[0] == "上次调解时约定：2026-11-25 再次调解（14:00 示例社区调解室）"


def test_a_legal_day_says_rule_article_start_and_sum(
    qtbot: QtBot, services: Services, page: DeskPage
) -> None:
    accept(services.desk, intake(accepted_on=date(2026, 10, 22)))
    read(qtbot, services, page)
    (row,) = page.due_rows()
    row.why.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    text = "\n".join(label.text() for label in popup.findChildren(QLabel))
    for part in (
        "调解期限：1 个月",
        "第三十三条",
        "起算：受理之日 2026-10-22",
        "＝ 2026-11-22",
        "待本地核实",
    ):
        assert part in text
    popup.close()


def test_the_button_of_a_due_thing_opens_its_case(
    qtbot: QtBot, services: Services, page: DeskPage, ways: Ways
) -> None:
    case_id = simple_case(services.desk)
    read(qtbot, services, page)
    row = next(row for row in page.due_rows() if row.item.kind == "duty")
    assert row.words.text() == "履行　500.00 元　11-22 今天到期"
    row.open.click()
    assert ways.cases == [case_id]


def test_own_cases_stand_before_those_of_others(qtbot: QtBot, services: Services, page: DeskPage) -> None:
    desk = services.desk
    for name, mediator in (("甲一", "赵调"), ("乙二", "王测"), ("丙三", "赵调"), ("丁四", "王测")):
        case_id = accept(desk, intake(parties=entries((name,)), mediator=mediator))
        hold_hearing(desk, case_id, HearingFacts(held_on=TODAY))
    accept(desk, intake(parties=entries(("戊五",)), mediator="王测"))
    read(qtbot, services, page)
    names = [row.line.applicants[0] for row in page.case_rows()]
    assert set(names[:2]) == {"乙二", "丁四"}
    assert set(names[2:4]) == {"甲一", "丙三"}
    assert names[4] == "戊五", "cases under way stand before those only taken in"
    assert [row.side.text() for row in page.case_rows()] == ["", "", "赵调", "赵调", ""]


def test_the_figures_of_the_month_open_their_lists(
    qtbot: QtBot, services: Services, page: DeskPage, ways: Ways
) -> None:
    simple_case(services.desk)
    accept(services.desk, intake())
    read(qtbot, services, page)
    assert page.figures() == {"受理": "2 件", "调解成功": "1 件", "未达成协议": "0 件", "目前未结": "1 件"}
    for link in page.month.findChildren(QPushButton):
        if link.accessibleName().startswith(("受理", "调解成功")):
            link.click()
    assert [len(codes) for codes, _ in ways.lists] == [2, 1]
    assert ways.lists[0][1] == "2026年11月受理"


def test_the_day_of_the_return_is_said(qtbot: QtBot, services: Services, page: DeskPage) -> None:
    accept(services.desk, intake())
    read(qtbot, services, page)
    words = [label.text() for label in page.month.findChildren(QLabel)]
    assert "2026年11月报表\n2026年12月5日前报送，还剩13天" in words


def test_an_empty_office_is_told_what_to_do_first(
    qtbot: QtBot, services: Services, page: DeskPage, ways: Ways
) -> None:
    read(qtbot, services, page)
    assert page.stack.currentWidget() is page.first_steps
    for button in page.first_steps.findChildren(QPushButton):
        button.click()
    assert ways.pages == ["intake", "cases", "office"]
    assert not page.new_button.isVisible()


def test_reading_again_shows_what_changed_and_nothing_twice(
    qtbot: QtBot, services: Services, page: DeskPage
) -> None:
    accept(services.desk, intake())
    read(qtbot, services, page)
    accept(services.desk, intake())
    page.refresh()
    page.refresh()
    settle(qtbot, services)
    qtbot.waitUntil(lambda: len(page.case_rows()) == 2)
    assert page.stack.currentWidget() is not page.first_steps


def test_columns_fold_where_there_is_no_room(qtbot: QtBot) -> None:
    columns = FoldColumns([QLabel("甲"), QLabel("乙"), QLabel("丙")])
    qtbot.addWidget(columns)
    columns.show()
    em = columns.fontMetrics().horizontalAdvance("中")
    for width, wanted in ((80, 3), (60, 2), (30, 1), (90, 3)):
        columns.resize(width * em, 400)
        qtbot.waitUntil(lambda wanted=wanted: columns.columns() == wanted)
    assert [label.x() for label in columns.findChildren(QLabel)] == sorted(
        {label.x() for label in columns.findChildren(QLabel)}
    )
