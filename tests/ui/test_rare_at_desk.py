"""A rare name from the search box to the list, as the person at the desk does it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.command import place
from mediator.storage.store import create
from tests.people import entries, intake, now, open_office
from tests.rare import BY_BLOCK
from tests.ui.conftest import Recorder
from ui.dialogs.rare_character import RareCharacterDialog, recent_characters
from ui.furnish import furnish
from ui.main_window import MainWindow
from ui.pages.case_list_page import CaseListPage
from ui.rare_faces import ASKED, LOADED, loaded_families
from ui.theme import apply_theme
from ui.type_size import window_settings


@pytest.fixture(autouse=True)
def own_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """No settings of whoever runs the tests, and no faces some other test asked for."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.delenv(place.VARIABLE, raising=False)
    before = (qapp.property(ASKED), qapp.property(LOADED))
    qapp.setProperty(ASKED, None)
    qapp.setProperty(LOADED, None)
    yield
    qapp.setProperty(ASKED, before[0])
    qapp.setProperty(LOADED, before[1])
    apply_theme(qapp)


def sit_down(window: MainWindow, messages: Recorder, folder: Path, names: list[str]) -> None:
    """Open an office that has a case about each name."""
    with create(folder) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        for name in names:
            accept(desk, intake(parties=entries((name,), ("李四测",))))
    assert furnish(window, ["--data", str(folder), "--user", "王测"], lambda _window: messages, now)


def test_an_office_without_rare_names_loads_no_faces(
    window: MainWindow, messages: Recorder, tmp_path: Path, qapp: QApplication
) -> None:
    sit_down(window, messages, tmp_path / "office", ["张三测"])
    window.go("cases")
    qapp.processEvents()
    assert loaded_families() == []


def test_a_rare_name_is_searched_from_the_list_of_the_office(
    window: MainWindow, messages: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(window, messages, tmp_path / "office", [BY_BLOCK["G"], BY_BLOCK["I"], "张三测"])
    assert loaded_families()
    offered: list[str] = []

    def asked(dialog: RareCharacterDialog) -> int:
        offered.extend(dialog.known.item(row).text() for row in range(dialog.known.count()))
        dialog.known.setCurrentRow(offered.index("\U00030000"))
        dialog.known.itemActivated.emit(dialog.known.currentItem())
        return dialog.result()

    monkeypatch.setattr(RareCharacterDialog, "exec", asked)
    search = window.top_bar.search
    search.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(search, Qt.Key.Key_U, both)
    assert sorted(offered) == ["\U0002ebf0", "\U00030000"]
    assert search.text() == "\U00030000"
    assert recent_characters(window_settings()) == ["\U00030000"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    page = window.page("cases")
    assert isinstance(page, CaseListPage)
    assert [line.applicants for line in page.table.rows_model.rows()] == [(BY_BLOCK["G"],)]


def test_a_rare_name_is_searched_by_its_code(window: MainWindow, messages: Recorder, tmp_path: Path) -> None:
    sit_down(window, messages, tmp_path / "office", [BY_BLOCK["G"], BY_BLOCK["I"], "张三测"])
    search = window.top_bar.search
    search.setFocus()
    QTest.keyClicks(search, "2EBF0")
    QTest.keyClick(search, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(search, Qt.Key.Key_Return)
    page = window.page("cases")
    assert isinstance(page, CaseListPage)
    assert [line.applicants for line in page.table.rows_model.rows()] == [(BY_BLOCK["I"],)]
