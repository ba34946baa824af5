"""A return as the bytes of a file in one of its formats."""

from collections.abc import Callable

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
