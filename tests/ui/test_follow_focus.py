"""What has the keyboard is in sight, and nothing moves that was seen well enough."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.follow_focus import keep_in_sight


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = QScrollArea()
    inner = QWidget()
    column = QVBoxLayout(inner)
    first, table, last = QLineEdit(), QTableWidget(), QLineEdit()
    table.setFixedHeight(400)
    for part in (first, table, last):
        column.addWidget(part)
    made.setWidget(inner)
    made.setWidgetResizable(True)
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_field_below_is_scrolled_into_sight(area: QScrollArea) -> None:
    keep_in_sight(area.widget().findChildren(QLineEdit)[1])
    assert area.verticalScrollBar().value() > 0


def test_a_table_that_fills_the_view_stays_where_it_is(area: QScrollArea) -> None:
    table = area.widget().findChild(QTableWidget)
    keep_in_sight(table)
    assert area.verticalScrollBar().value() == 0
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    area.resize(400, 120)
    area.verticalScrollBar().setValue(0)
    keep_in_sight(table)
    assert area.verticalScrollBar().value() == 0
