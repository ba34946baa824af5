"""A series taken from the pasted list to the archive with the keys alone, in the real window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mediator.casework.desk import Desk
from mediator.casework.series import series_state
from mediator.domain.series import SeriesState
from mediator.domain.stage import standing
from mediator.storage.store import create
from tests.people import TODAY, id_number, now, open_office
from tests.ui.conftest import Recorder
from tests.ui.hands import commit
from ui.dialogs.base import FormDialog
from ui.furnish import furnish
from ui.main_window import MainWindow
from ui.pages.series_page import SeriesPage
from ui.widgets.member_table import MemberTable

WORKERS = 30
FIRM = "示例劳务有限公司"
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    tmp_path: Path, messages: Recorder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    with create(tmp_path / "data") as store:
        open_office(Desk(store, "王测", now))
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    arguments = ["--data", str(tmp_path / "data"), "--user", "王测"]
    assert furnish(made, arguments, lambda _window: messages, now)
    yield made
    assert made.close()


def sheet() -> str:
    rows = [f"工{n}测\t{id_number(100 + n)}\t{5000 + n}" for n in range(1, WORKERS + 1)]
    return "\n".join(["姓名\t身份证号\t欠薪", *rows])


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*pressed: Qt.Key, times: int = 1) -> None:
    for key in pressed * times:
        QTest.keyClick(focus(), key)
        QApplication.processEvents()


def words(text: str) -> None:
    commit(focus(), text)


def until(name: str) -> None:
    """Enter from field to field until the keyboard is in the one of this name."""
    for _ in range(60):
        widget: QWidget | None = focus()
        while widget is not None and widget.objectName() != name:
            widget = widget.parentWidget()
        if widget is not None:
            return
        long = isinstance(focus(), QPlainTextEdit)
        QTest.keyClick(focus(), KEY.Key_Return, CONTROL if long else Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()
    pytest.fail(f"Enter never came to {name}")


def save() -> None:
    QTest.keyClick(focus(), KEY.Key_Return, CONTROL)
    QApplication.processEvents()


def joint(page: SeriesPage) -> FormDialog:
    """The joint form that Enter on the filled button opened."""
    page.window().activateWindow()  # as a window manager does when a dialog is closed
    QApplication.processEvents()
    assert focus() is page.next_button
    keys(KEY.Key_Return)
    dialog = page.findChildren(FormDialog)[-1]
    assert dialog.isVisible()
    return dialog


def state(page: SeriesPage) -> SeriesState:
    return series_state(page.services.desk, page.series_id)


def test_thirty_workers_from_the_list_to_the_archive(window: MainWindow, qtbot: QtBot) -> None:
    page = take_in(window, qtbot)
    found = state(page)
    assert len(found.files) == WORKERS
    assert found.series.name == f"工1测等{WORKERS}人与{FIRM}劳动争议纠纷"
    assert found.files[4].case.claims == "请求支付工资5,005.00元。"
    assert len({file.dossier_number for file in found.files}) == WORKERS
    hear(page)
    assert page.next_button.text() == f"写明协议（{WORKERS} 件）"
    agree(page)
    sign(page)
    for step in ("perform", "visit", "archive"):
        assert state(page).next_step == step
        joint(page)
        save()
    ended = state(page)
    assert [standing(file).stage for file in ended.files] == ["archived"] * WORKERS
    assert ended.total_fen == sum(range(5001, 5031)) * 100 - 100_00
    assert page.next_button.isHidden()


def take_in(window: MainWindow, qtbot: QtBot) -> SeriesPage:
    QTest.keyClick(focus(), KEY.Key_N, CONTROL)
    QApplication.processEvents()
    keys(KEY.Key_F5)
    qtbot.waitUntil(lambda: window.current_page() == "series-intake")  # a button lets its press be seen
    words(FIRM)
    until("type_written")
    words("劳动争议纠纷")
    until("claims")
    words("请求支付工资")
    QTest.keyClick(focus(), KEY.Key_Return, CONTROL)
    until("member-name")
    QApplication.clipboard().setText(sheet())
    QTest.keyClick(focus(), KEY.Key_V, CONTROL)
    QTest.keyClick(focus(), KEY.Key_S, CONTROL)
    QApplication.processEvents()
    assert window.current_page() == "series"
    return cast(SeriesPage, window.page("series"))


def hear(page: SeriesPage) -> None:
    dialog = joint(page)
    until("result")
    dialog.form.field("result").set_value("agreed")
    keys(KEY.Key_Return)
    words("公司承认欠薪属实。")
    save()
    assert {file.hearings[0].text for file in state(page).files} == {"公司承认欠薪属实。"}


def agree(page: SeriesPage) -> None:
    dialog = joint(page)
    until("what")
    words("工资")
    until("members")
    table = cast(MemberTable, dialog.form.field("members"))
    assert sum(fen or 0 for fen in table.value().values()) == sum(range(5001, 5031)) * 100
    keys(KEY.Key_4, KEY.Key_9, KEY.Key_0, KEY.Key_1, KEY.Key_Return)  # the first one takes less
    until("due_on")
    words("20261231")
    save()
    agreements = [file.agreement for file in state(page).files]
    assert [one.duties[0].amount_fen for one in agreements[:2] if one] == [490_100, 500_200]
    assert {one.duties[0].due_on for one in agreements if one} == {date(2026, 12, 31)}


def sign(page: SeriesPage) -> None:
    joint(page)
    save()
    assert {file.effect_on for file in state(page).files} == {TODAY}
