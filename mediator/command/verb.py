"""What every verb is handed, and the ways to a desk."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mediator.casework.desk import Desk
from mediator.casework.set_up import has_office
from mediator.casework.take_in import name_default_office
from mediator.domain.errors import MediatorError
from mediator.storage import offices
from mediator.storage import store as stores
from mediator.storage.upkeep import make_ready

WHO = "命令行"  # the name in the history when no --user is said


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the command: its options, the data folder, who calls and where words go."""

    options: Namespace
    folder: Path
    who: str
    tell: Callable[[str], None]
    warn: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, one line of help, its options, and what it does (returning the exit code)."""

    name: str
    help: str
    options: Callable[[ArgumentParser], None]
    run: Callable[[Call], int]


@contextmanager
def desk_at(call: Call) -> Iterator[Desk]:
    """The desk of a folder that holds data; NotFound('no-data') where it holds none."""
    with stores.open_store(call.folder) as store:
        make_ready(store)
        yield Desk(store, call.who)


@contextmanager
def desk_in_any(call: Call) -> Iterator[Desk]:
    """The desk of a folder; an empty one gets an office with the default name first."""
    with stores.create(call.folder) as store:
        make_ready(store)
        desk = Desk(store, call.who)
        if not has_office(desk):
            with store.work() as work:
                name_default_office(desk, work)
        yield desk


@contextmanager
def first_desk(call: Call) -> Iterator[Desk]:
    """The desk of a folder without data; what was made there goes again when the block fails.

    It stays when another process has settled there meanwhile: two first imports may run side by side.
    """
    had_folder = call.folder.exists()
    with ExitStack() as undo:
        undo.callback(_clear, call.folder, had_folder)
        with stores.create(call.folder) as store:
            make_ready(store)
            yield Desk(store, call.who)
        undo.pop_all()


def _clear(folder: Path, had_folder: bool) -> None:
    # Windows refuses to remove a file that somebody else has open: it is theirs, and the first error counts.
    with suppress(OSError, MediatorError):
        if stores.exists(folder) and _settled(folder):
            return
        for ending in ("", "-wal", "-shm"):
            (folder / f"{stores.FILE_NAME}{ending}").unlink(missing_ok=True)
        if not had_folder and folder.exists() and not any(folder.iterdir()):
            folder.rmdir()


def _settled(folder: Path) -> bool:
    """Whether another process named an office here, or still has the database open."""
    with stores.open_store(folder) as store, store.look() as work:
        if offices.has_office(work):
            return True
    # The last one to close a database takes its -wal away.
    return (folder / f"{stores.FILE_NAME}-wal").exists()
