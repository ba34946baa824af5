"""The one way to work in the background: success, failure and progress arrive on the window's thread."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[Task] = set()

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
        self._running.add(task)
        task.finished.connect(lambda: self._forget(task))
        self._pool.start(_Runner(work, task))
        return task

    def running(self) -> int:
        """How much is still on its way."""
        return len(self._running)

    def stop_all(self, milliseconds: int = 10_000) -> bool:
        """Ask everything to end and wait for it; False when something did not."""
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(milliseconds)

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()


class _Runner(QRunnable):
    def __init__(self, work: Callable[[Progress], Any], task: Task) -> None:
        super().__init__()
        self._work = work
        self._progress = task.progress
        self._relay = _Relay()
        self._relay.done.connect(task.conclude, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do the work on a thread of the pool."""
        try:
            outcome: object = (self._work(self._progress),)
        except Exception as error:
            outcome = error
        self._relay.done.emit(outcome)


class _Relay(QObject):
    done = Signal(object)


def _raise(error: Exception) -> None:
    raise error
