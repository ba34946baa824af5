"""Runs the command in this process and looks at what it leaves."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mediator.casework.desk import Desk
from mediator.command import main
from mediator.storage.store import open_store


@dataclass(frozen=True)
class Ran:
    """How a verb ended and what it said."""

    code: int
    out: str
    err: str


Mediator = Callable[..., Ran]


def call(capture: Callable[[], tuple[str, str]], *words: object) -> Ran:
    """Run a verb and gather what it said."""
    code = main([str(word) for word in words])
    out, err = capture()
    return Ran(code, out, err)


def listing(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def history(folder: Path, number: str) -> list[tuple[str, str]]:
    """(who, verb) of every act on a case."""
    with open_store(folder) as store:
        desk = Desk(store, "")
        return [(entry.who, entry.verb) for entry in desk.history(desk.file_of(number).id)]
