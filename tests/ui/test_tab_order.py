"""Tab goes the way things stand, also after lines came, went and folded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.hands import retype
from ui.tab_order import TabByLayout, tab_stops
from ui.widgets.party_editor import PartyEditor


class Sheet(TabByLayout, QDialog):
    """Any window of ours: the parties of a case, then a button."""

    def __init__(self) -> None:
        super().__init__()
        self.after = QPushButton("登记", self)  # made first, stands last
        self.parties = PartyEditor(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.parties)
        layout.addWidget(self.after)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def walked(sheet: Sheet, key: Qt.Key) -> list[QWidget]:
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in seen:
        seen.append(now)
        QTest.keyClick(now, key)
    return seen


def test_tab_visits_every_field_once_and_ends_after_the_last_line(sheet: Sheet) -> None:
    sheet.parties.rows()[0].role.setFocus()
    seen = walked(sheet, Qt.Key.Key_Tab)
    first, second = sheet.parties.rows()
    links = [one for one in first.agents.findChildren(QPushButton) if one in seen]
    assert len(links) == 2  # an agent, a guardian
    assert seen.index(first.detail.field("address").line) + 3 == seen.index(second.role)
    assert seen[-1] is sheet.after
    assert seen == tab_stops(sheet)


def test_a_party_set_in_between_is_visited_in_between(sheet: Sheet) -> None:
    added = sheet.parties.add("applicant")
    added.unfold(True)
    firm = sheet.parties.rows()[2]
    retype(firm.name.line, "示例物业服务有限公司")  # other fields are shown for a firm
    sheet.parties.rows()[0].role.setFocus()
    names = [
        part for part in walked(sheet, Qt.Key.Key_Tab) if part in [r.name.line for r in sheet.parties.rows()]
    ]
    assert names == [row.name.line for row in sheet.parties.rows()]


def test_back_is_the_same_way_back(sheet: Sheet) -> None:
    sheet.after.setFocus()
    assert walked(sheet, Qt.Key.Key_Backtab) == tab_stops(sheet)[::-1]


def test_from_a_part_that_tab_does_not_visit_it_goes_on_from_there(sheet: Sheet) -> None:
    row = sheet.parties.rows()[0]
    calendar = row.detail.field("birth_date").findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    clicked = next(part for part in calendar if part.focusPolicy() == Qt.FocusPolicy.ClickFocus)
    clicked.setFocus()
    QTest.keyClick(clicked, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row.detail.field("ethnicity")


def test_a_field_that_goes_away_leaves_the_keyboard_in_its_form(sheet: Sheet) -> None:
    detail = sheet.parties.rows()[1].detail
    detail.field("occupation").line.setFocus()
    detail.set_shown("occupation", False)
    assert detail.isAncestorOf(QApplication.focusWidget())


def test_columns_are_read_one_after_the_other(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for word, place in (("丙", (300, 0)), ("丁", (300, 130)), ("甲", (0, 0)), ("乙", (0, 420))):
        one = QPushButton(word, page)
        one.move(*place)
        one.resize(280, 400 if word == "甲" else 100)
    page.show()
    assert [stop.text() for stop in tab_stops(page)] == ["甲", "丙", "丁", "乙"]


def test_an_area_that_scrolls_is_no_stop_and_may_be_empty(qtbot: QtBot) -> None:
    area = QScrollArea()
    around = QWidget()
    QVBoxLayout(around).addWidget(area)
    qtbot.addWidget(around)
    assert tab_stops(around) == []
    area.setWidget(QLineEdit())
    assert tab_stops(around) == [area.widget()]
