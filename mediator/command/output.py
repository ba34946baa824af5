"""Files a verb or the window writes: beside their place first, so that a failure leaves the old one whole."""

from pathlib import Path

from mediator.domain.errors import MediatorError, WrongUsage


def format_of(out: Path, chosen: str | None, known: tuple[str, ...]) -> str:
    """The format asked for, else the suffix of the file; WrongUsage('format-unknown') for any other."""
    wanted = (chosen or out.suffix.removeprefix(".")).lower()
    if wanted not in known:
        raise WrongUsage("format-unknown", format=wanted or out.name, known="、".join(known))
    return wanted


def check_place(out: Path) -> None:
    """Refuse a place where no file can be before any work is done."""
    if out.is_dir() or not out.absolute().parent.is_dir():
        raise MediatorError("file-not-written", file=str(out))


def write(out: Path, data: bytes) -> None:
    """Write a file whole."""
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_bytes(data)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise MediatorError("file-not-written", file=str(out)) from error
