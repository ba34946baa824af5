"""Background work: outcome and progress on the window's thread."""

from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ui.tasks import Cancelled, Progress, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    parent = QObject()
    made = Tasks(parent)
    yield made
    assert made.stop_all(2000)
    qtbot.waitUntil(lambda: made.running() == 0)


def test_success_arrives_on_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[int] = []
    task = tasks.start(lambda _progress: get_ident(), lambda _result: threads.append(get_ident()))
    task.succeeded.connect(lambda _result: threads.append(get_ident()), Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(task.finished), qtbot.waitSignal(task.succeeded) as signal:
        pass
    assert signal.args[0] != get_ident()
    assert threads == [get_ident(), get_ident()]


@pytest.mark.parametrize("result", [None, (1, 2), [], ValueError])
def test_any_result_comes_through_whole(tasks: Tasks, qtbot: QtBot, result: object) -> None:
    task = tasks.start(lambda _progress: result)
    with qtbot.waitSignal(task.succeeded) as signal:
        pass
    assert signal.args == [result]


def test_failure_arrives_as_the_exception(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("kaputt")

    task = tasks.start(work, on_failure=seen.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert [type(error) for error in seen] == [ValueError]


def test_a_failure_nobody_takes_is_a_fault(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise KeyError("x")

    with qtbot.captureExceptions() as faults:
        task = tasks.start(work)
        with qtbot.waitSignal(task.finished):
            pass
    assert [fault[0] for fault in faults] == [KeyError]


def test_progress_and_cancel(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = Event()

    def work(progress: Progress) -> str:
        progress.step(1, 3, "第一步")
        go_on.wait(5)
        progress.step(2, 3)
        return "never"

    task = tasks.start(work, on_success=lambda _result: pytest.fail("was cancelled"))
    with qtbot.waitSignal(task.progressed) as signal:
        pass
    assert signal.args == [1, 3, "第一步"]
    assert tasks.running() == 1
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        go_on.set()
    qtbot.waitUntil(lambda: tasks.running() == 0)


def test_stopping_everything_waits(tasks: Tasks, qtbot: QtBot) -> None:
    begun, ended = Event(), Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.step(0, 0)
        except Cancelled:
            ended.set()
            raise

    tasks.start(work)
    assert begun.wait(5)
    assert tasks.stop_all()
    assert ended.is_set()
    qtbot.waitUntil(lambda: tasks.running() == 0)
