"""Every figure on the page opens a list of just that many cases; rates say how they were made."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.refuse import refuse
from mediator.casework.sweep import all_sweeps, save_sweep
from mediator.domain.period import make
from mediator.domain.sweep import Sweep
from mediator.statistics.model import Check
from mediator.statistics.paper import as_pdf
from tests.people import ACCEPTED, TODAY, full_case, intake, simple_case
from tests.ui.conftest import Recorder, Ways
from tests.ui.hands import retype
from tests.ui.sheets import settle
from ui.models.return_sheet import ReturnModel
from ui.pages.case_list_page import CaseListPage
from ui.pages.statistics.return_tab import ReturnTab
from ui.pages.statistics_page import StatisticsPage
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.checks_panel import summary
from ui.widgets.period_chooser import PeriodChooser

RETURNS = ("people-cases", "zongzhi-monthly")


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> StatisticsPage:
    page = StatisticsPage(services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def count(qtbot: QtBot, services: Services, tab: ReturnTab, key: str, period: str = "1-11") -> ReturnModel:
    tab.choice.set_value(key)
    toggles = tab.chooser.months if period.startswith("1-") else tab.chooser.longer
    toggles.button(period).click()
    settle(qtbot, services)
    return tab.table.sheet_model


def some_cases(services: Services) -> None:
    desk = services.desk
    full_case(desk)
    simple_case(desk)
    accept(desk, intake(type_written="医疗纠纷", source="court", difficulty="major"))
    accept(desk, intake(type_written="合同"))
    refuse(desk, intake(), "not-civil")


@pytest.mark.parametrize("key", RETURNS)
@pytest.mark.parametrize("period", ["1-11", "3-10", "12-1"])
def test_a_figure_is_the_length_of_its_list(
    qtbot: QtBot, services: Services, page: StatisticsPage, ways: Ways, key: str, period: str
) -> None:
    some_cases(services)
    model = count(qtbot, services, page.returns, key, period)
    listing = CaseListPage(services)
    qtbot.addWidget(listing)
    column = model.figure_column()
    opened = 0
    for place in range(model.rowCount()):
        row, index = model.row(place), model.index(place, column)
        if row.denominator is not None or row.unit in ("人", "万元"):
            continue
        ways.lists.clear()
        page.returns.table.clicked.emit(index)
        assert len(ways.lists) == (1 if int(index.data()) and not row.sweeps else 0), row.title
        for codes, title in ways.lists:
            listing.show_codes(codes, title)
            assert len(listing.lines()) == int(index.data())
            assert row.title in title
            opened += 1
    assert opened > 4


def test_enter_on_a_figure_opens_its_list(
    qtbot: QtBot, services: Services, page: StatisticsPage, ways: Ways
) -> None:
    some_cases(services)
    model = count(qtbot, services, page.returns, "people-cases")
    page.returns.table.setCurrentIndex(model.index(0, model.figure_column()))
    QTest.keyClick(page.returns.table, Qt.Key.Key_Return)
    assert len(ways.lists[0][0]) == int(model.index(0, model.figure_column()).data()) == 3
    page.returns.table.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(page.returns.table, Qt.Key.Key_Return)
    assert len(ways.lists) == 1


@pytest.mark.parametrize("key", RETURNS)
def test_the_form_stands_in_its_own_layout(
    qtbot: QtBot, services: Services, page: StatisticsPage, key: str
) -> None:
    some_cases(services)
    model = count(qtbot, services, page.returns, key)
    sheet = page.returns.sheet
    assert sheet is not None
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert titles == [column.title for column in sheet.columns]
    assert model.rowCount() == len(sheet.rows)
    for column, top, rows in model.groups():
        groups = {sheet.rows[place].group for place in range(top, top + rows)}
        assert len(groups) == 1
        assert page.returns.table.rowSpan(top, column) == rows
    if key == "zongzhi-monthly":
        assert "年度累计" in titles
    else:
        assert {"占比(%)", "同比(%)", "环比(%)"} <= set(titles)


def test_a_rate_says_formula_numerator_and_denominator(
    qtbot: QtBot, services: Services, page: StatisticsPage
) -> None:
    some_cases(services)
    model = count(qtbot, services, page.returns, "people-cases")
    place = next(at for at in range(model.rowCount()) if model.row(at).key == "success-rate")
    cell = page.returns.table.indexWidget(model.index(place, model.figure_column()))
    cell.findChild(QPushButton).click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    text = "\n".join(label.text() for label in popup.findChildren(QLabel))
    popup.close()
    for part in ("调解成功案件数÷案件总数×100%", "分子：1", "分母：3", "1÷3×100%＝33.3%"):
        assert part in text


def test_an_empty_month_is_a_zero_report(qtbot: QtBot, services: Services, page: StatisticsPage) -> None:
    count(qtbot, services, page.returns, "zongzhi-monthly")
    assert page.returns.banner.words.text() == "本期没有案件，按零报告报送。"
    assert "（零报告）" in page.returns.heading.text()
    accept(services.desk, intake())
    page.refresh()
    settle(qtbot, services)
    assert not page.returns.banner.isVisible()


def test_checks_are_said_in_words_and_signs(qtbot: QtBot, services: Services, page: StatisticsPage) -> None:
    some_cases(services)
    count(qtbot, services, page.returns, "zongzhi-monthly")
    words = page.returns.checks.words()
    assert "相符　各类排查数之和＝排查总数" in words
    assert any(line.startswith("统计口径") for line in words)
    good, bad = Check("甲", True, ""), Check("乙", False, "")
    assert summary((good, good)) == ("校核 2 项相符", Tone.GOOD)
    assert summary((good, bad)) == ("校核 1 项不符", Tone.DANGER)


def test_the_last_answer_wins(qtbot: QtBot, services: Services, page: StatisticsPage) -> None:
    some_cases(services)
    tab = page.returns
    tab.choice.set_value("people-cases")
    for key in ("1-3", "1-10", "1-11", "3-10"):
        (tab.chooser.months if key.startswith("1-") else tab.chooser.longer).button(key).click()
    settle(qtbot, services)
    assert tab.sheet is not None
    assert tab.sheet.period == "2026-Q4"
    assert "2026年第4季度" in tab.heading.text()


def test_export_writes_both_formats_whole(
    qtbot: QtBot, services: Services, page: StatisticsPage, tmp_path: Path
) -> None:
    some_cases(services)
    count(qtbot, services, page.returns, "zongzhi-monthly")
    page.returns.ask_path = lambda _parent, name, suffix: tmp_path / f"{name}.{suffix}"
    for button in page.returns.files[:2]:
        button.click()
        settle(qtbot, services)
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".pdf"))
    assert names == [
        f"示例街道示例社区人民调解委员会 矛盾纠纷排查情况表 2026年11月.{end}" for end in ("pdf", "xlsx")
    ]
    book = load_workbook(tmp_path / names[1], read_only=True)
    assert book.sheetnames[0] == "报表"
    book.close()
    assert not list(tmp_path.glob("*.part"))


def test_the_preview_shows_the_paper_of_the_return(
    qtbot: QtBot, services: Services, page: StatisticsPage
) -> None:
    some_cases(services)
    count(qtbot, services, page.returns, "people-cases")
    assert page.returns.sheet is not None
    page.returns.files[2].click()
    settle(qtbot, services, lambda: page.returns.preview is not None)
    preview = page.returns.preview
    assert preview is not None
    assert preview.paper.data == as_pdf(page.returns.sheet)
    assert not preview.sign_button.isVisible()
    settle(qtbot, services, lambda: preview.view.page_count() > 0)
    preview.close()


def test_checks_take_the_place_of_the_form_where_there_is_no_room(
    qtbot: QtBot, services: Services, page: StatisticsPage
) -> None:
    count(qtbot, services, page.returns, "people-cases")
    assert page.returns.table.isVisible()
    assert page.returns.checks.isVisible()
    page.resize(700, 450)
    qtbot.waitUntil(lambda: not page.returns.checks.isVisible())
    page.returns.turn_button.click()
    assert page.returns.checks.isVisible()
    assert not page.returns.table.isVisible()


def test_periods_that_have_not_begun_cannot_be_chosen(qtbot: QtBot) -> None:
    chooser = PeriodChooser(TODAY, make(2026, 11, 1))
    qtbot.addWidget(chooser)
    assert not chooser.months.button("1-12").isEnabled()
    assert chooser.longer.button("3-10").isEnabled()
    assert not chooser.forward.isEnabled()
    chooser.back.click()
    assert chooser.period().text == "2025-11"
    assert chooser.months.button("1-12").isEnabled()
    chooser.months.button("1-12").click()
    chooser.forward.click()
    assert chooser.period().text == "2026-01", "2026-12 has not begun"
    with qtbot.waitSignal(chooser.changed):
        chooser.longer.button("6-1").click()
    assert chooser.period().text == "2026-H1"
    assert chooser.months.value() == ()


def test_the_first_period_is_the_one_that_is_due(page: StatisticsPage) -> None:
    assert page.returns.chooser.period().text == "2026-11"


def test_a_sweep_is_registered_and_corrected(
    qtbot: QtBot, services: Services, page: StatisticsPage, messages: Recorder, ways: Ways
) -> None:
    page.tabs.setCurrentWidget(page.sweeps)
    assert page.sweeps.below.currentWidget() is page.sweeps.empty
    page.sweeps.add()
    dialog = page.sweeps.dialog
    assert dialog is not None
    dialog.ok_button.click()
    assert dialog.isVisible(), "a sweep without its kind is not saved"
    dialog.form.field("kind").set_value("concentrated")
    retype(dialog.form.field("found").line, "3")
    dialog.ok_button.click()
    assert not dialog.isVisible()
    (sweep,) = all_sweeps(services.desk)
    assert (sweep.number, sweep.kind, sweep.began_on, sweep.found) == (
        "排查2026-001",
        "concentrated",
        TODAY,
        3,
    )
    assert ways.saved == 1
    page.sweeps.correct(sweep)
    assert page.sweeps.dialog is not None
    retype(page.sweeps.dialog.form.field("ended_on").line, "2026-11-01")
    page.sweeps.dialog.ok_button.click()
    assert page.sweeps.dialog.isVisible(), "it cannot end before it began"
    retype(page.sweeps.dialog.form.field("ended_on").line, "2026-11-23")
    page.sweeps.dialog.ok_button.click()
    assert [one.ended_on is not None for one in all_sweeps(services.desk)] == [True]
    assert page.sweeps.count.text() == "共 1 次"


def test_the_next_number_of_a_sweep_is_free(services: Services, page: StatisticsPage) -> None:
    save_sweep(services.desk, Sweep(number="排查2026-001", kind="regular", began_on=ACCEPTED))
    page.tabs.setCurrentWidget(page.sweeps)
    page.sweeps.add()
    assert page.sweeps.dialog is not None
    assert page.sweeps.dialog.form.values()["number"] == "排查2026-002"
    page.sweeps.dialog.form.mark_clean()
    page.sweeps.dialog.reject()


def test_a_sweep_behind_a_figure_is_counted(qtbot: QtBot, services: Services, page: StatisticsPage) -> None:
    save_sweep(services.desk, Sweep(number="一", kind="concentrated", began_on=ACCEPTED))
    model = count(qtbot, services, page.returns, "zongzhi-monthly")
    assert model.index(model.rowCount() - 1, model.figure_column()).data() == "1"
