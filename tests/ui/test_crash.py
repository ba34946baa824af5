"""The one excepthook: calm, once, and silent about people."""

import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mediator.domain.errors import Conflict, MediatorError
from ui.crash import QUIET_SECONDS, CrashDialog, CrashHook, report, show_crash

SECRET = "张三测11010519491231002X"


def fail(name: str = SECRET) -> None:
    local = {"name": name}
    try:
        raise KeyError(local["name"])
    except KeyError as error:
        raise ValueError(f"cannot file {name}") from error


def caught() -> Exception:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_the_report_names_places_and_no_people() -> None:
    text = report(caught())
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert " fail" in text
    assert SECRET not in text
    assert "张三" not in text
    assert "cannot file" not in text
    assert "/" not in text.replace(" · ", ""), "no folder: it may hold a person's name"


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[SimpleNamespace]:
    shown: list[str] = []
    now = [100.0]
    refused: list[str] = []
    made = CrashHook(shown.append, lambda error: refused.append(error.code), clock=lambda: now[0])
    yield SimpleNamespace(hook=made, shown=shown, refused=refused, now=now)


def give(hook: SimpleNamespace, error: Exception) -> None:
    hook.hook.caught(type(error), error, error.__traceback__)
    QApplication.processEvents()


def test_each_fault_is_shown_once_in_a_while(hook: SimpleNamespace) -> None:
    for _ in range(10):
        give(hook, caught())
    assert len(hook.shown) == 1
    give(hook, RuntimeError("another"))
    assert len(hook.shown) == 2
    hook.now[0] += QUIET_SECONDS + 1
    give(hook, caught())
    assert len(hook.shown) == 3


def test_a_fault_of_another_thread_is_shown_on_the_windows_thread(
    hook: SimpleNamespace, qtbot: QtBot
) -> None:
    places: list[int] = []
    hook.hook._show = lambda _text: places.append(threading.get_ident())
    error = caught()
    thread = threading.Thread(target=lambda: hook.hook.caught(type(error), error, None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(places))
    assert places == [threading.get_ident()]


def test_faults_while_one_is_shown_do_not_pile_up(hook: SimpleNamespace) -> None:
    seen: list[str] = []

    def show(text: str) -> None:
        seen.append(text)
        give(hook, RuntimeError("while the box is open"))

    hook.hook._show = show
    give(hook, caught())
    assert len(seen) == 1


def test_a_refusal_nobody_caught_is_said_in_words_each_time(hook: SimpleNamespace) -> None:
    for _ in range(2):
        give(hook, Conflict("database-busy"))
    assert hook.refused == ["database-busy", "database-busy"]
    assert hook.shown == []


def test_refusals_do_not_pile_up_either(hook: SimpleNamespace) -> None:
    def refuse(error: MediatorError) -> None:
        hook.refused.append(error.code)
        give(hook, Conflict("database-busy"))

    hook.hook._refuse = refuse
    give(hook, Conflict("database-busy"))
    assert hook.refused == ["database-busy"]
    give(hook, caught())
    assert len(hook.shown) == 1, "the door is open again"


def test_it_takes_over_both_hooks(hook: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook.hook.install()
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    threading.excepthook(threading.ExceptHookArgs((RuntimeError, RuntimeError("x"), None, None)))
    QApplication.processEvents()
    assert len(hook.shown) == 2


def test_ctrl_c_is_no_fault(hook: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    hook.hook.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert hook.shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_dialog_gives_the_report_away(qtbot: QtBot) -> None:
    dialog = CrashDialog("报告")
    qtbot.addWidget(dialog)
    dialog.findChild(QPushButton, "复制报告").click()
    assert QApplication.clipboard().text() == "报告"
    QTimer.singleShot(20, lambda: QApplication.activeModalWidget().close())
    show_crash("报告")
