"""The rows model and the list that shows it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot

from ui.models.rows import Column, RowsModel
from ui.tokens import Tone
from ui.widgets.table import ListTable

DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True)
class Line:
    name: str
    amount: str = "0.00"
    late: bool = False


COLUMNS = [
    Column[Line]("姓名", lambda line: line.name, 8, tip=lambda line: f"<b>{line.name}"),
    Column[Line](
        "金额", lambda line: line.amount, 6, right=True, tone=lambda line: Tone.DANGER if line.late else None
    ),
]
LINES = [Line("张三测", "10.00"), Line("李四测", "-5.00", late=True), Line("=1+1")]


@pytest.fixture
def model() -> RowsModel[Line]:
    return RowsModel(COLUMNS, LINES)


def test_it_is_a_proper_model(model: RowsModel[Line], qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(LINES[:1])
    model.set_rows([])
    assert tester.model() is model


def test_cells(model: RowsModel[Line]) -> None:
    late = model.index(1, 1)
    assert model.data(late) == "-5.00"
    assert model.data(late, Qt.ItemDataRole.ForegroundRole) == QColor(Tone.DANGER.ink)
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(late, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "&lt;b&gt;张三测"
    assert model.data(late, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(late, Qt.ItemDataRole.UserRole) is None
    assert model.data(model.index(9, 9)) is None
    assert model.rowCount(late) == model.columnCount(late) == 0
    assert model.rows() == LINES


def test_titles(model: RowsModel[Line]) -> None:
    across = Qt.Orientation.Horizontal
    assert [model.headerData(place, across, DISPLAY) for place in (0, 1, 2)] == ["姓名", "金额", None]
    assert model.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Vertical, DISPLAY) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


@pytest.fixture
def table(model: RowsModel[Line], qtbot: QtBot) -> ListTable:
    made = ListTable(model)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_enter_and_double_click_open_a_row(table: ListTable, qtbot: QtBot) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as signal:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == [LINES[1]]
    with qtbot.waitSignal(table.opened) as signal:
        table.doubleClicked.emit(table.rows_model.index(2, 0))
    assert signal.args == [LINES[2]]


def test_the_chosen_row_is_announced(table: ListTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as signal:
        table.selectRow(1)
    assert signal.args == [LINES[1]]
    assert table.current() is LINES[1]
    with qtbot.waitSignal(table.chosen) as signal:
        table.rows_model.set_rows([])
    assert signal.args == [None]
    assert table.current() is None
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_sane_defaults(table: ListTable) -> None:
    assert table.horizontalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Interactive
    assert table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    assert table.rowHeight(0) == table.rowHeight(1) >= 30
    assert table.accessibleName()


def test_copied_cells_are_no_formulas(table: ListTable) -> None:
    for row, text in ((1, "李四测\t'-5.00"), (2, "'=1+1\t0.00")):
        table.selectRow(row)
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.clipboard().text() == text
