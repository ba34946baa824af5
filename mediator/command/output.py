"""Files a verb or the window writes: beside their place first, so that a failure leaves the old one whole."""

import errno
import time
from contextlib import suppress
from pathlib import Path

from mediator.domain.errors import MediatorError, WrongUsage
from mediator.storage.store import FILE_NAME

PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds


def format_of(out: Path, chosen: str | None, known: tuple[str, ...]) -> str:
    """The format asked for, else the suffix of the file; WrongUsage('format-unknown') for any other."""
    wanted = (chosen or out.suffix.removeprefix(".")).lower()
    if wanted not in known:
        raise WrongUsage("format-unknown", format=wanted or out.name, known="、".join(known))
    return wanted


def check_place(out: Path) -> None:
    """Refuse a place where no file can be, or where the data are, before any work is done."""
    try:
        fits = not out.is_dir() and out.absolute().parent.is_dir()
    except OSError:  # a name longer than the disk allows
        fits = False
    if not fits or out.name.lower().startswith(FILE_NAME):
        raise MediatorError("file-not-written", file=str(out))


def write(out: Path, data: bytes) -> None:
    """Write a file whole."""
    check_place(out)
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_bytes(data)
        _put(part, out)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise MediatorError("disk-full") from error
        raise MediatorError("file-not-written", file=str(out)) from error


def _put(part: Path, out: Path) -> None:
    """Put a finished file in its place; Windows refuses for a moment while a virus scanner looks at it."""
    for pause in PAUSES:
        try:
            part.replace(out)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    part.replace(out)
