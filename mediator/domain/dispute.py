"""A dispute: one code for its whole life, whatever cases it has."""

from datetime import date
from functools import lru_cache

from mediator.codes import code_list
from mediator.domain.facts import Facts


class DisputeFacts(Facts):
    """What the dispute is about, before anyone mediates it."""

    type_written: str  # as the desk or the ledger wrote it
    happened_on: date | None = None
    found_on: date | None = None  # when it was found or first told
    place: str = ""
    area: str = ""
    people_count: int | None = None
    summary: str = ""


def plain_type(written: str) -> str:
    """A type's name without its ending 纠纷."""
    text = written.strip()
    return text.removesuffix("纠纷") if text != "纠纷" else text


def type_key(written: str) -> str | None:
    """The key in the 18-type list of a name, older names mapped; None for a name nobody knows."""
    name = plain_type(written)
    for row in code_list("dispute_type").rows:
        if name == row.word or name in row.extra["older"]:
            return row.key
    older = next((row for row in code_list("older_type").rows if row.word == name), None)
    return None if older is None else str(older.extra["type"])


@lru_cache(maxsize=1024)  # asked for every case by every row of the form
def zongzhi_row(written: str) -> int:
    """The first row number of the 综治 monthly form for a type (ledger contract, default counting)."""
    name = plain_type(written)
    older = next((row for row in code_list("older_type").rows if row.word == name), None)
    if older is not None:
        return int(older.extra["zongzhi"])
    row = code_list("dispute_type").row(type_key(name) or "other")
    return 42 if row is None else int(row.extra["zongzhi"])


def type_title(written: str) -> str:
    """The type as papers print it, ending in 纠纷."""
    name = plain_type(written)
    return f"{name}纠纷" if name else ""
