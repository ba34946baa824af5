"""Garbage is collected in the window's thread: a widget freed by background work takes the program down."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.garbage import collect_when_due
from ui.tasks import Tasks

MANY = 5_000


class Knot(QWidget):
    """A widget that refers to itself, as every page with a lambda does."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def make_garbage() -> None:
    for _ in range(MANY):
        knot: list[object] = []
        knot.append(knot)


def test_background_work_frees_no_widget(qtbot: QtBot) -> None:
    freed: list[threading.Thread] = []
    dead = weakref.ref(Knot(), lambda _gone: freed.append(threading.current_thread()))
    tasks = Tasks()
    done: list[object] = []
    tasks.start(lambda _progress: make_garbage(), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert freed in ([], [threading.main_thread()])
    gc.collect()
    assert dead() is None
    assert freed == [threading.main_thread()]
    assert tasks.stop_all()


def test_what_is_due_is_collected_here() -> None:
    gc.collect()
    make_garbage()
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collect_when_due()
    assert gc.get_count()[0] < gc.get_threshold()[0]
    assert not gc.isenabled()
