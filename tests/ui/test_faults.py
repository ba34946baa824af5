"""Ordinary faults of an office PC: plain words, what to do, and nothing typed is lost."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mediator.casework import set_up
from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.command import demo_cases, place
from mediator.command.words import say, texts
from mediator.domain.errors import Conflict, MediatorError
from mediator.domain.office import Settings
from mediator.storage import engine, offices
from mediator.storage.store import Store, Work, create, exists, open_store
from tests.people import intake, now, open_office
from tests.ui.conftest import Recorder
from tests.ui.hands import retype
from ui.crash import CrashHook
from ui.dialogs.first_run import FirstRunDialog
from ui.furnish import Furnisher, furnish
from ui.main_window import MainWindow
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case_page import CasePage
from ui.pages.desk_page import DeskPage
from ui.pages.intake_page import IntakePage
from ui.start import say_refusal


@pytest.fixture(autouse=True)
def own_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither settings nor data nor temporary files of whoever runs the tests are touched."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr(place, "default_folder", lambda: tmp_path / "usual")
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setattr(engine, "BUSY_MS", 50)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A data folder with a case in it, under a name that is hard on addresses."""
    folder = tmp_path / "100%#1 数据 𬱖"
    with create(folder) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        accept(desk, intake())
    return folder


@pytest.fixture
def at_work(window: MainWindow, messages: Recorder, office: Path, qtbot: QtBot) -> Furnisher:
    """The window with the office open and 王测 at the desk, and nothing on its way."""
    assert furnish(window, ["--data", str(office), "--user", "王测"], lambda _window: messages, now)
    made = cast(Furnisher, window.findChild(Furnisher))
    qtbot.waitUntil(lambda: not made.tasks.running())
    return made


@contextmanager
def another_window(office: Path) -> Iterator[None]:
    """Somebody else saves all the time."""
    with open_store(office) as store, store.work() as work:
        offices.save_settings(work, Settings())
        yield


@contextmanager
def folder_gone(office: Path) -> Iterator[None]:
    """The folder is away for a while, as a stick is that was pulled out."""
    away = office.with_name("away")
    office.rename(away)
    yield
    away.rename(office)


@contextmanager
def disk_full(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No page of the database can be added."""
    plain = Store.work

    @contextmanager
    def cramped(self: Store) -> Iterator[Work]:
        with plain(self) as work:
            connection = work.session.connection()
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            yield work

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Store, "work", cramped)
        yield
    store.close()  # the limit is one of the open connection


LONG = "双方自愿约定。" * 3000


def released(folder: Path) -> bool:
    """Nobody holds the database open; the last one to close it takes its -wal away."""
    return [path.name for path in folder.iterdir()] == ["mediator.db"]


def fill_intake(window: MainWindow) -> IntakePage:
    assert window.go("intake")
    page = cast(IntakePage, window.page("intake"))
    for row, name in zip(page.form.parties.rows(), ("张三测", "李四测"), strict=True):
        retype(row.name.line, name)
    retype(page.form.matter.field("type_written").lineEdit(), "邻里纠纷")
    page.form.matter.field("summary").set_value(LONG)
    return page


@pytest.mark.parametrize("fault", ["database-busy", "folder-unreachable", "disk-full"])
def test_what_was_typed_stays_and_is_saved_once_the_fault_is_over(
    at_work: Furnisher, messages: Recorder, office: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = fill_intake(at_work.window_)
    before = page.form.value()
    store = at_work.opened.store
    faults: dict[str, Any] = {
        "database-busy": lambda: another_window(office),
        "folder-unreachable": lambda: folder_gone(office),
        "disk-full": lambda: disk_full(store, monkeypatch),
    }
    messages.expect("ok")
    store.close()  # Windows moves no open file
    with faults[fault]():
        page.save()
    assert messages.said == [fault]
    assert page.dirty
    assert page.form.value() == before
    page.save()
    assert not page.dirty
    assert at_work.window_.current_page() == "case"
    assert cast(CasePage, at_work.window_.page("case")).file is not None


def test_every_such_fault_says_what_to_do() -> None:
    for code in ("database-busy", "folder-unreachable", "disk-full", "disk-fault", "folder-read-only"):
        assert "请" in texts()[code]


@pytest.mark.parametrize("key", ["cases", "statistics", "office", "settings", "case"])
def test_a_page_read_while_the_data_are_away_is_refused_in_words(
    at_work: Furnisher, office: Path, key: str
) -> None:
    """Whatever a slot lets out of a page is a refusal that the hook can word, never a fault."""
    window = at_work.window_
    assert at_work.open_case(1)
    assert window.go("intake")
    at_work.opened.store.close()
    with folder_gone(office), pytest.raises(MediatorError) as refusal:
        window.go(key)
    assert refusal.value.code == "folder-unreachable"
    assert window.current_page() == "intake"
    assert window.go(key)


def test_the_desk_says_that_the_data_are_away(at_work: Furnisher, office: Path, qtbot: QtBot) -> None:
    window = at_work.window_
    page = cast(DeskPage, window.page("desk"))
    qtbot.waitUntil(lambda: not at_work.tasks.running())
    at_work.opened.store.close()
    with folder_gone(office), qtbot.capture_exceptions() as uncaught:
        window.go("desk")
        qtbot.waitUntil(lambda: not at_work.tasks.running())
    assert page.banner.words.text() == texts()["folder-unreachable"]
    assert {kind for kind, _, _ in uncaught} <= {MediatorError}
    window.go("desk")
    qtbot.waitUntil(lambda: not at_work.tasks.running())
    assert not page.banner.isVisible()


def test_a_hearing_typed_while_the_database_is_busy_stays_on_the_form(
    at_work: Furnisher, messages: Recorder, office: Path
) -> None:
    assert at_work.open_case(1)
    page = cast(CasePage, at_work.window_.page("case"))
    assert page.show_step("hearings")
    step = cast(HearingStep, cast(KindsStep, page.steps["hearings"]).part("hearing"))
    step.begin_new()
    step.form.field("text").set_value("双方各让一步。")
    messages.expect("ok")
    with another_window(office):
        assert not step.save()
    assert messages.said == ["database-busy"]
    assert step.form.values()["text"] == "双方各让一步。"
    assert step.dirty()
    assert step.save()


def test_a_start_that_is_refused_midway_says_why_and_lets_go_of_the_data(
    window: MainWindow, messages: Recorder, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_desk: Desk) -> None:
        raise Conflict("database-busy")

    monkeypatch.setattr(set_up, "mediators", busy)
    messages.expect("ok")
    assert not furnish(window, ["--data", str(office)], lambda _window: messages, now)
    assert messages.said == ["database-busy"]
    assert released(office)


def test_a_sample_office_that_cannot_be_made_leaves_nothing_behind(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_desk: Desk) -> None:
        raise MediatorError("disk-full")

    monkeypatch.setattr(demo_cases, "open_sample", full)
    answer_first_run(monkeypatch, lambda dialog: dialog.open_sample())
    messages.expect("ok")
    assert not furnish(window, [], lambda _window: messages, now)
    assert messages.said == ["disk-full"]
    assert list((tmp_path / "temp").iterdir()) == []


def answer_first_run(monkeypatch: pytest.MonkeyPatch, fill: Callable[[FirstRunDialog], None]) -> None:
    def at_the_desk(dialog: FirstRunDialog) -> int:
        fill(dialog)
        return dialog.result()

    monkeypatch.setattr(FirstRunDialog, "exec", at_the_desk)


def name_the_office(dialog: FirstRunDialog, folder: Path) -> None:
    dialog.form.field("folder").set_value(folder)
    retype(dialog.form.field("name").line, "示例街道东湖社区人民调解委员会")
    dialog.form.field("mediators").set_value("王测")
    dialog.try_save()


def test_the_folder_chosen_at_the_second_try_is_the_one_that_is_opened(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    remember = place.remember_folder

    def read_only(_folder: Path) -> None:
        raise MediatorError("file-not-written", file="data-folder.txt")

    def choose_twice(dialog: FirstRunDialog) -> None:
        monkeypatch.setattr(place, "remember_folder", read_only)
        name_the_office(dialog, tmp_path / "first")
        assert dialog.result() == QDialog.DialogCode.Rejected
        assert "不能写入文件" in dialog.banner.words.text()
        monkeypatch.setattr(place, "remember_folder", remember)
        assert released(tmp_path / "first")
        name_the_office(dialog, tmp_path / "second")

    answer_first_run(monkeypatch, choose_twice)
    assert furnish(window, [], lambda _window: messages, now)
    furnisher = cast(Furnisher, window.findChild(Furnisher))
    assert furnisher.opened.store.folder == tmp_path / "second"
    assert exists(tmp_path / "second")


def test_a_folder_nobody_may_look_into_is_told_beside_it(
    qtbot: QtBot, messages: Recorder, tmp_path: Path
) -> None:
    def unreachable(_folder: Path) -> bool:
        raise MediatorError("folder-unreachable")

    dialog = FirstRunDialog(tmp_path, 2026, messages, lambda _values: None, words=say, has_data=unreachable)
    qtbot.addWidget(dialog)
    assert "打不开这个文件夹" in dialog.form._notes["folder"].text()


def test_a_refusal_in_a_slot_is_one_box_and_the_program_goes_on(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(box.text()) or 0)
    hook = CrashHook(lambda text: pytest.fail(f"no fault: {text}"), say_refusal, parent=window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    error = Conflict("database-busy")
    hook.caught(type(error), error, None)
    QApplication.processEvents()
    assert boxes == [texts()["database-busy"]]
