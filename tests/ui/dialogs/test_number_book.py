"""The book of numbers on screen: every gap with its reason, the case behind it, the sheet to keep."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.number_gaps import number_gaps
from mediator.casework.recycle import remove_case, restore_case
from mediator.exchange.number_sheet import number_workbook
from tests.people import TODAY, entries, intake
from tests.ui.conftest import Ways
from ui.dialogs.number_book import NO_GAPS, NO_NUMBERS, NumberBookDialog
from ui.services import Services


def gap(services: Services, reason: str = "=重复登记") -> int:
    case_id = accept(services.desk, intake(parties=entries(("甲一",), ("乙二",))))
    remove_case(services.desk, case_id, reason)
    accept(services.desk, intake())
    return case_id


def opened(services: Services) -> NumberBookDialog:
    dialog = NumberBookDialog(services)
    dialog.open()
    return dialog


def test_an_office_without_numbers_says_so(services: Services) -> None:
    dialog = opened(services)
    assert dialog.empty.isVisible()
    assert dialog.empty.words.text() == NO_NUMBERS
    assert not dialog.export_button.isEnabled()
    dialog.close()


def test_numbers_without_a_gap_are_called_whole(services: Services) -> None:
    accept(services.desk, intake())
    dialog = opened(services)
    assert dialog.empty.words.text() == NO_GAPS
    assert dialog.total.text() == "案件编码发到第 1 号，没有空缺　卷号发到第 1 号，没有空缺"
    dialog.close()


def test_a_gap_tells_why_who_and_when(services: Services) -> None:
    gap(services)
    dialog = opened(services)
    rows = [[column.text(row) for column in dialog.table.rows_model.columns] for row in _rows(dialog)]
    why = "案件在回收站（2026-11-22 王测：=重复登记）"
    assert rows == [["案件编码", "2026-00001", why], ["卷号", "（2026）示例人调字第1号", why]]
    dialog.close()


def test_enter_opens_the_case_behind_a_gap(services: Services, ways: Ways) -> None:
    case_id = gap(services)
    dialog = opened(services)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert ways.cases == [case_id]


def test_bringing_the_case_back_closes_the_gap(services: Services) -> None:
    restore_case(services.desk, gap(services))
    dialog = opened(services)
    assert _rows(dialog) == []
    dialog.close()


def test_the_sheet_says_the_same_and_reasons_stay_text(services: Services, tmp_path: Path) -> None:
    gap(services)
    dialog = opened(services)
    dialog.ask_path = lambda _parent, _name, _suffix: tmp_path / "编号簿.xlsx"
    dialog.export_button.click()
    sheet = openpyxl.load_workbook(tmp_path / "编号簿.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[:5] for row in rows] == [
        ["案件编码", 1, "2026-00001", "案件在回收站", "2026-00001"],
        ["卷号", 1, "（2026）示例人调字第1号", "案件在回收站", "2026-00001"],
    ]
    assert rows[0][5] == "甲一与乙二"
    assert rows[0][7:] == ["王测", "=重复登记"]
    assert sheet["I2"].data_type == "s"
    assert "已导出到" in dialog.banner.words.text()
    dialog.close()


@pytest.mark.parametrize("year", [2025, TODAY.year])
def test_each_year_has_its_own_book(qtbot: QtBot, services: Services, year: int) -> None:
    gap(services)
    accept(services.desk, intake(accepted_on=TODAY.replace(year=2025)))
    dialog = opened(services)
    dialog.year.set_value(str(year))
    dialog.year.changed.emit()
    assert bool(_rows(dialog)) == (year == TODAY.year)
    book = openpyxl.load_workbook(BytesIO(number_workbook(number_gaps(services.desk, year))))
    assert book.sheetnames == [f"{year}年编号空缺"]
    dialog.close()


def _rows(dialog: NumberBookDialog) -> list[object]:
    return dialog.table.rows_model.rows()
