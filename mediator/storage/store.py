"""The store of one data folder: `with store.work() as work` is one user action, one transaction."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine
from sqlmodel import Session

import mediator.storage.tables  # noqa: F401  the metadata must be whole before the first query
from mediator.domain.errors import MediatorError, NotFound
from mediator.storage import schema
from mediator.storage.engine import open_engine, peek
from mediator.storage.faults import translated
from mediator.storage.keep_copy import keep_copy

FILE_NAME = "mediator.db"
LOST = ("folder-unreachable", "disk-fault")  # a stick that was pulled out: its open handles stay dead


@dataclass(frozen=True)
class Work:
    """A transaction in progress; everything in it is saved together or not at all."""

    session: Session


class Store:
    """An open data folder; close it, or Windows keeps the file locked."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine

    @property
    def engine(self) -> Engine:
        """The engine, for what works below transactions, as the schema does."""
        return self._engine

    @contextmanager
    def work(self) -> Iterator[Work]:
        """A writing transaction: saved when the block ends, undone when it raises."""
        with (
            self._in_place(),
            translated(),
            Session(self._engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield Work(session)

    @contextmanager
    def look(self) -> Iterator[Work]:
        """A reading transaction: one unmoving picture of the data, which stops no writer."""
        engine = self._engine.execution_options(reads_only=True)
        with (
            self._in_place(),
            translated(),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield Work(session)

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Refuse where the file is gone, and open it anew next time, when the stick is plugged in again."""
        try:
            # Linux would go on writing into a file that was moved or deleted, or make an empty one.
            if not exists(self.folder):
                raise MediatorError("folder-unreachable", folder=str(self.folder))
            yield
        except MediatorError as error:
            if error.code in LOST:
                self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def exists(folder: Path) -> bool:
    """Whether a data folder holds a database; an empty file is what a broken-off first start leaves."""
    path = folder / FILE_NAME
    with _reachable(folder):
        return path.exists() and path.stat().st_size > 0


def create(folder: Path) -> Store:
    """Make the folder and an empty database in it, or open the one that is there."""
    with _reachable(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return _open(folder)


def open_store(folder: Path, backup: schema.Backup | None = None) -> Store:
    """Open an existing data folder; a newer or foreign file is refused untouched.

    An older one is brought up to date after `backup`, which by itself keeps a copy beside the database.
    """
    if not exists(folder):
        raise NotFound("no-data", folder=str(folder))
    return _open(folder, backup)


def _open(folder: Path, backup: schema.Backup | None = None) -> Store:
    path = folder / FILE_NAME
    with _reachable(folder), translated():
        if exists(folder):
            schema.check_header(peek(path))
        store = Store(folder, open_engine(path))
        with ExitStack() as on_failure:
            on_failure.callback(store.close)
            schema.upgrade(store.engine, backup or partial(keep_copy, path))
            on_failure.pop_all()
    return store


@contextmanager
def _reachable(folder: Path) -> Iterator[None]:
    """Let what the file system says of a folder out as a refusal: no right to look, a server that is off."""
    try:
        yield
    except OSError as error:
        raise MediatorError("folder-unreachable", folder=str(folder)) from error
