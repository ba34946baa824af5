"""A dialog never loses what was typed, and Enter never presses OK."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mediator.domain.errors import RuleBroken
from tests.ui.conftest import Recorder
from tests.ui.hands import commit, enter
from ui.dialogs.base import FormDialog
from ui.dialogs.help import HelpDialog
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field


class Desk:
    """A dialog with a save that can be told to refuse."""

    def __init__(self, qtbot: QtBot, messages: Recorder) -> None:
        self.saved: list[dict[str, Any]] = []
        self.refusal: RuleBroken | None = None
        form = FieldForm([Field("name", "姓名", required=True), Field("day", "日期", kind="date")])
        self.dialog = FormDialog("登记", form, messages, self.save, words=lambda error: f"不行：{error.code}")
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        self.name = form.field("name").line

    def save(self, values: dict[str, Any]) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append(values)


@pytest.fixture
def desk(qtbot: QtBot, messages: Recorder) -> Desk:
    return Desk(qtbot, messages)


def test_esc_closes_an_untouched_form_without_a_word(desk: Desk) -> None:
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()


def test_f1_shows_a_page_of_help(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(HelpDialog, "exec", lambda help_page: shown.append(help_page.text.toPlainText()))
    qtbot.waitUntil(desk.dialog.isActiveWindow)
    QTest.keyClick(desk.name, Qt.Key.Key_F1)
    assert len(shown) == 1
    assert shown[0].startswith("填写的窍门")


@pytest.mark.parametrize("way", ["esc", "close", "cancel"])
def test_a_touched_form_is_asked_about_once(desk: Desk, messages: Recorder, way: str) -> None:
    commit(desk.name, "张三测")
    for answer, stays in (("stay", True), ("drop", False)):
        messages.expect(answer)
        if way == "esc":
            QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
        elif way == "close":
            desk.dialog.close()
        else:
            desk.dialog.cancel_button.click()
        assert desk.dialog.isVisible() is stays
    assert len(messages.said) == 2
    assert desk.saved == []


def test_saving_on_the_way_out(desk: Desk, messages: Recorder) -> None:
    commit(desk.name, "张三测")
    messages.expect("save")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()
    assert desk.saved == [{"name": "张三测", "day": None}]
    assert desk.dialog.result() == QDialog.DialogCode.Accepted


def test_enter_goes_on_and_never_presses_ok(desk: Desk) -> None:
    commit(desk.name, "张三测")
    enter(desk.name)
    day = desk.dialog.form.field("day").line
    assert QApplication.focusWidget() is day
    enter(day)
    assert QApplication.focusWidget() is desk.dialog.ok_button
    enter(desk.dialog)
    assert desk.saved == []
    assert desk.dialog.isVisible()
    QTest.keyClick(desk.dialog.ok_button, Qt.Key.Key_Space)
    assert len(desk.saved) == 1


def test_what_is_missing_keeps_it_open(desk: Desk) -> None:
    desk.dialog.ok_button.click()
    assert desk.dialog.isVisible()
    assert "请填写姓名" in desk.dialog.form.field("name").note.text()
    assert desk.saved == []


def test_a_refusal_is_marked_where_it_belongs(desk: Desk) -> None:
    commit(desk.name, "张三测")
    desk.refusal = RuleBroken("date-impossible", field="day")
    desk.dialog.ok_button.click()
    assert "不行：date-impossible" in desk.dialog.form.field("day").note.text()
    desk.refusal = RuleBroken("case-closed")
    desk.dialog.ok_button.click()
    assert desk.dialog.banner.words.text() == "不行：case-closed"
    assert desk.dialog.isVisible()
    desk.refusal = None
    QTest.keyClick(desk.dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not desk.dialog.isVisible()
    assert desk.dialog.values == {"name": "张三测", "day": None}


def test_its_buttons_are_chinese(desk: Desk) -> None:
    assert (desk.dialog.ok_button.text(), desk.dialog.cancel_button.text()) == ("保存", "取消")
