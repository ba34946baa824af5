"""Writes a return to a file in one of its formats."""

from collections.abc import Callable
from pathlib import Path

from mediator.domain.errors import WrongUsage
from mediator.statistics.jsonform import as_json
from mediator.statistics.model import ReturnSheet
from mediator.statistics.paper import as_pdf
from mediator.statistics.sheet import as_xlsx

FORMATS: dict[str, Callable[[ReturnSheet], bytes]] = {
    "json": lambda sheet: as_json(sheet).encode("utf-8"),
    "xlsx": as_xlsx,
    "pdf": as_pdf,
}


def as_bytes(sheet: ReturnSheet, form: str) -> bytes:
    """The return in a format; raises WrongUsage('format-unknown')."""
    if form not in FORMATS:
        raise WrongUsage("format-unknown", format=form, known="、".join(FORMATS))
    return FORMATS[form](sheet)


def write(sheet: ReturnSheet, path: Path, form: str) -> None:
    """Write the file beside its place and move it there whole, so that a failure leaves the old one."""
    data = as_bytes(sheet, form)
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
