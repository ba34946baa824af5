"""The cases of a series with ticks and sums."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.member_table import AMOUNT, MemberRow, MemberTable

KEY = Qt.Key
ROWS = [
    MemberRow(1, "甲一", "1号", amount_fen=960_000),
    MemberRow(2, "乙二", "2号"),
    MemberRow(3, "丙三", "3号"),
]
Make = Callable[..., MemberTable]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(**how: object) -> MemberTable:
        table = MemberTable(ROWS, **how)  # type: ignore[arg-type]
        qtbot.addWidget(table)
        table.show()
        table.activateWindow()
        qtbot.waitUntil(table.isActiveWindow)
        table.focus_target().setFocus()
        return table

    return made


def type_in(table: MemberTable, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or table.grid, key)
        QApplication.processEvents()


def test_space_takes_a_case_out_and_in_again(make: Make) -> None:
    table = make()
    assert list(table.value()) == [1, 2, 3]
    type_in(table, KEY.Key_Down, KEY.Key_Space)
    assert list(table.value()) == [1, 3]
    assert "已选 2 件，共 3 件" in table.sum.text()
    type_in(table, KEY.Key_Space)
    assert list(table.value()) == [1, 2, 3]


def test_nobody_is_a_problem_unless_it_may_be(make: Make) -> None:
    for may, problem in ((False, "请至少勾选一件"), (True, "")):
        table = make(may_be_none=may)
        table.none_button.click()
        assert table.problem() == problem


def test_figures_go_into_the_sum_and_enter_to_the_row_below(make: Make) -> None:
    table = make(amounts="金额")
    type_in(table, KEY.Key_8, KEY.Key_0, KEY.Key_0, KEY.Key_Return)
    assert table.grid.cell(0, AMOUNT).text() == "800.00"
    assert table.grid.currentRow() == 1
    type_in(table, KEY.Key_5, KEY.Key_Period, KEY.Key_5, KEY.Key_Return, KEY.Key_7, KEY.Key_Return)
    assert table.value() == {1: 80_000, 2: 550, 3: 700}
    assert "合计 812.50 元　捌佰壹拾贰元伍角" in table.sum.text()
    assert table.problem() == ""


def test_a_sum_that_lacks_or_cannot_be_read_is_named(make: Make) -> None:
    table = make(amounts="金额")
    assert table.problem().startswith("乙二：还没有填金额")
    table.grid.cell(1, AMOUNT).setText("两千")
    assert table.problem().startswith("乙二：金额看不懂")
    table.grid.toggle(1)
    assert table.problem().startswith("丙三")


def test_a_column_of_a_sheet_is_pasted_from_the_chosen_row_on(make: Make) -> None:
    table = make(amounts="金额")
    QApplication.clipboard().setText("甲\t1\n乙\t2,000.5\n丙\t3\n丁\t4")
    QTest.keyClick(table.grid, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.value() == {1: 100, 2: 200_050, 3: 300}


def test_values_are_shown_and_a_touch_is_told(make: Make, qtbot: QtBot) -> None:
    table = make(amounts="金额")
    before = table.raw()
    table.set_value({2: 100})
    assert table.value() == {2: 100}
    assert table.raw() != before
    with qtbot.waitSignal(table.changed):
        table.grid.toggle(0)
