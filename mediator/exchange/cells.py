"""What one cell of a ledger says: text, date, amount, count, or a word of a list."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

from mediator.codes import code_list
from mediator.domain.dates import EARLIEST_YEAR
from mediator.domain.dispute import type_key
from mediator.domain.errors import RuleBroken
from mediator.domain.money import parse_yuan
from mediator.exchange.ledger_words import Column
from mediator.exchange.names import read_names, read_sides

Cell = str | int | float | bool | datetime | date | time | timedelta | None

# Signs that no sheet can hold, and the mark Excel writes for a carriage return.
_UNFIT = re.compile("_x000[dD]_|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_DAY = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))")
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
LONGEST: Final = 32_767  # UTF-16 units a cell of a workbook holds; a longer one could never be exported
_WHOLE = re.compile(r"-?\d{1,9}")


def printable(text: str) -> str:
    """Text without the signs that no sheet can hold; its lines end in one way."""
    if text.isprintable() and "_x000" not in text:  # nearly always
        return text
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """Printable text without blanks around it, as ledgers keep and compare it."""
    return printable(text).strip()


def as_text(value: Cell) -> str:
    """The text of a cell; numbers that are names lose the ending .0 a sheet gives them."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, ".15g")
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def as_date(value: Cell) -> date | None:
    """The day of a cell, None for an empty one; raises RuleBroken 'date-…'."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _calendar_day(value.year, value.month, value.day, value.isoformat())
    written = as_text(value)
    if not written:
        return None
    plain = re.sub(r"\s", "", _CLOCK.sub("", unicodedata.normalize("NFKC", written)))
    found = _DAY.fullmatch(plain)
    if found is None:
        raise RuleBroken("date-not-understood", text=written)
    year, _, *parts = found.groups()
    month, day = (int(part) for part in parts if part is not None)
    return _calendar_day(int(year), month, day, written)


def _calendar_day(year: int, month: int, day: int, written: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise RuleBroken("date-impossible", text=written) from None
    if found.year < EARLIEST_YEAR:
        raise RuleBroken("date-impossible", text=written)
    return found


def as_amount(value: Cell) -> int | None:
    """The 分 of a cell in 元, None for an empty one; raises RuleBroken 'amount-…'."""
    written = as_text(value)
    if not written:
        return None
    if isinstance(value, bool | datetime | date | time | timedelta) or "万" in written:
        raise RuleBroken("amount-not-understood", text=written)
    return parse_yuan(_plain_figure(written) if isinstance(value, float) else written)


def _plain_figure(written: str) -> str:
    """A number as it would be typed: 1e+16 and 1e-07 become their digits."""
    return format(Decimal(written), "f") if "e" in written else written


def as_count(value: Cell) -> int | None:
    """A whole number, None for an empty cell; raises RuleBroken 'count-…'."""
    written = unicodedata.normalize("NFKC", as_text(value))
    if not written:
        return None
    if isinstance(value, bool) or _WHOLE.fullmatch(written) is None:
        raise RuleBroken("count-not-whole", text=written)
    if int(written) < 0:
        raise RuleBroken("count-negative", value=int(written))
    return int(written)


def as_type(value: Cell) -> str:
    """The name of a dispute type, kept as written; raises RuleBroken 'cell-not-in-list'."""
    written = as_text(value)
    if written and type_key(written) is None:
        raise RuleBroken("cell-not-in-list", allowed=_words("dispute_type"))
    return written


def as_key(value: Cell, codes: str) -> str:
    """The key of a word of a code list; raises RuleBroken 'cell-not-in-list'."""
    written = as_text(value)
    if not written:
        return ""
    key = _keys(codes).get(unicodedata.normalize("NFKC", written))
    if key is None:
        raise RuleBroken("cell-not-in-list", allowed=_words(codes))
    return key


@cache
def _keys(codes: str) -> Mapping[str, str]:
    return {unicodedata.normalize("NFKC", code.word): code.key for code in code_list(codes).rows}


def _words(codes: str) -> str:
    return "、".join(code.word for code in code_list(codes).rows)


_READERS: Final[Mapping[str, Callable[[Cell], Any]]] = {
    "text": as_text,
    "date": as_date,
    "amount": as_amount,
    "count": as_count,
    "type": as_type,
    "names": lambda value: read_names(as_text(value)),
    "parties": lambda value: read_sides(text) if (text := as_text(value)) else (),
}


def _too_long(text: str) -> bool:
    return len(text) > LONGEST // 2 and len(text.encode("utf-16-le", "replace")) > LONGEST * 2


def read(value: Cell, column: Column) -> Any:
    """The value of a column's cell; raises RuleBroken with the reason when it does not fit."""
    found = as_key(value, column.codes) if column.kind == "list" else _READERS[column.kind](value)
    if isinstance(value, str) and _too_long(value):
        raise RuleBroken("cell-too-long", length=len(value), longest=LONGEST)
    if column.required and found in (None, "", ()):
        raise RuleBroken("cell-empty", title=column.title)
    return found
