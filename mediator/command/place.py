"""Where the data are when nobody says so."""

import os
from pathlib import Path

from platformdirs import user_data_path

from mediator.domain.errors import MediatorError

VARIABLE = "MEDIATOR_DATA"
POINTER = "data-folder.txt"  # in the user's own folder, when the data were put elsewhere


def default_folder() -> Path:
    """The data folder of this PC's user."""
    return user_data_path("Mediator", appauthor=False)


def data_folder(chosen: str | None = None) -> Path:
    """The folder of --data, else of MEDIATOR_DATA, else where this user put them, else this user's own."""
    # Windows leaves quotes standing: all of `set MEDIATOR_DATA="D:/a"`, the last of one after a backslash.
    said = (chosen or os.environ.get(VARIABLE) or "").strip('"')
    if said:
        return _at_home(Path(said)).absolute()
    return remembered_folder() or default_folder()


def remembered_folder() -> Path | None:
    """Where this user has put the data instead of the usual place."""
    try:
        text = (default_folder() / POINTER).read_text(encoding="utf-8-sig").strip()  # Notepad adds a mark
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text else None


def remember_folder(folder: Path) -> None:
    """Find the data in this folder from now on; the usual one needs no note."""
    note = default_folder() / POINTER
    try:
        if folder == default_folder():
            note.unlink(missing_ok=True)
            return
        note.parent.mkdir(parents=True, exist_ok=True)
        part = note.with_suffix(".part")
        part.write_text(f"{folder}\n", encoding="utf-8")
        part.replace(note)
    except OSError as error:
        raise MediatorError("file-not-written", file=str(note)) from error


def _at_home(folder: Path) -> Path:
    """The folder with ~ replaced; a name that merely begins so stays as it is."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder
