"""The one way to work in the background: success, failure and progress arrive on the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Cancelled(Exception):
    """Raised inside work whose result nobody waits for any more."""


class Progress(QObject):
    """Handed to the work: report a step, and stop there when the person asked to."""

    stepped = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def step(self, done: int, total: int, word: str = "") -> None:
        """Say how far it is; raises Cancelled once the work is no longer wanted."""
        if self._stop.is_set():
            raise Cancelled
        self.stepped.emit(done, total, word)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()


class Task(QObject):
    """One piece of work on its way; lives on the window's thread."""

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.progress.stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to end; `cancelled` comes when it has."""
        self.progress.stop()

    @Slot(object)
    def conclude(self, outcome: object) -> None:
        """Take what the worker brought, an exception or a result in a tuple."""
        if isinstance(outcome, Cancelled):
            self.cancelled.emit()
        elif isinstance(outcome, Exception):
            self.failed.emit(outcome)
        elif isinstance(outcome, tuple):
            self.succeeded.emit(outcome[0])
        self.finished.emit()


class Tasks(QObject):
    """Starts work and knows what still runs."""

    _ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="work")
        self._numbers = count()
        self._running: dict[int, Task] = {}
        self._works: dict[int, Callable[[Progress], Any]] = {}
        self._outcomes: dict[int, object] = {}
        self._futures: dict[int, Future[None]] = {}
        self._ended.connect(self._conclude, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Any],
        on_success: Callable[[Any], object] | None = None,
        on_failure: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Run `work(progress)` aside; a failure without `on_failure` is raised here as a fault."""
        task = Task(self)
        if on_success is not None:
            task.succeeded.connect(on_success)
        task.failed.connect(on_failure or _raise)
        number = next(self._numbers)
        self._running[number], self._works[number] = task, work
        self._futures[number] = self._threads.submit(self._run, number)
        return task

    def running(self) -> int:
        """How much is still on its way."""
        return len(self._running)

    def stop_all(self, milliseconds: int = 10_000) -> bool:
        """Ask everything to end and wait for it; False when something did not."""
        for task in self._running.values():
            task.cancel()
        return not wait(list(self._futures.values()), milliseconds / 1000).not_done

    def _run(self, number: int) -> None:
        """On a thread of the pool; it only borrows the work and its outcome.

        Were the last hold on a widget inside them let go here, Qt would delete it on the wrong thread.
        """
        self._outcomes[number] = _outcome(self._works[number], self._running[number].progress)
        self._ended.emit(number)

    @Slot(int)
    def _conclude(self, number: int) -> None:
        task = self._running.pop(number)
        self._works.pop(number)
        self._futures.pop(number)
        try:
            task.conclude(self._outcomes.pop(number))
        finally:
            task.deleteLater()


def _outcome(work: Callable[[Progress], Any], progress: Progress) -> object:
    try:
        return (work(progress),)
    except Exception as error:
        return error


def _raise(error: Exception) -> None:
    raise error
