"""What a cell of a room's own sheet says, turned into what a cell of our ledger says.

What cannot be read is refused, or handed on as it is for the check of the ledger to refuse.
"""

import re
import unicodedata
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from mediator.codes import code_list
from mediator.domain.dates import parse_date
from mediator.domain.errors import RuleBroken
from mediator.domain.money import parse_yuan
from mediator.exchange.cells import Cell, as_date, as_text
from mediator.exchange.names import read_names, write_sides

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # days as Excel counts them: 1954 to 2119
EXCEL_DAY_0: Final = date(1899, 12, 30)
PROBES: Final = (date(2040, 1, 1), date(2041, 2, 1))  # a day that both read alike was written in full
DITTO: Final = ("同上", "〃", "″", "同前")

_DAY: Final = re.compile(
    r"(?:\d{4}|\d{2})[-./年]\d{1,2}[-./月]\d{1,2}[日号]?|\d{8}|\d{1,2}[-./月]\d{1,2}[日号]?|\d{1,2}[日号]"
)
_ONLY_DAY: Final = re.compile(r"[\d年月日号./\-、\s〇○零一二三四五六七八九十]+")
_OPEN_ENDS: Final = ("", "-", "~", "至", "到", "至今")
_FOLDED: Final = str.maketrans(dict.fromkeys("—–－―～〜", "~"))


def day_cell(value: Cell, year: int | None) -> Cell:
    """A day in any spelling, also as Excel's serial number; one without a year is in `year`.

    Raises RuleBroken 'date-without-year' where it needs one, 'date-…' for a day that no calendar has.
    """
    if value is None or isinstance(value, date | datetime | bool):
        return value
    if isinstance(value, int | float):
        if FIRST_SERIAL <= value <= LAST_SERIAL:
            return EXCEL_DAY_0 + timedelta(days=int(value))
        if isinstance(value, float) and not value.is_integer():
            return value  # 3.1 may have been typed as 3.10
    written = as_text(value)
    try:
        return as_date(written)
    except RuleBroken as problem:
        if problem.code != "date-not-understood":
            return value
    if re.fullmatch(r"[2-7]\d{4}", written):
        return EXCEL_DAY_0 + timedelta(days=int(written))
    return _day_as_written(written, year)


def _day_as_written(written: str, year: int | None) -> Cell:
    if _ONLY_DAY.fullmatch(unicodedata.normalize("NFKC", written)) is None:
        return written
    first, second = (parse_date(written, probe) for probe in PROBES)
    if first == second:
        return first
    if first.month != second.month:
        return written
    if year is None:
        raise RuleBroken("date-without-year", text=written)
    return parse_date(written, date(year, 12, 31))


def day_of_two(value: Cell, which: str, year: int | None) -> Cell:
    """The first or second day of a cell such as 2026.3.5—2026.3.8 or 3月5日至8日; one day alone is both."""
    if not isinstance(value, str):
        return day_cell(value, year)
    with suppress(RuleBroken):
        whole = day_cell(value, year)
        if isinstance(whole, date):
            return whole
    text = "".join(unicodedata.normalize("NFKC", value).translate(_FOLDED).split())
    days = _DAY.findall(text)
    rest = text.replace(days[0], "", 1) if days else text
    if len(days) == 1 and rest in _OPEN_ENDS:
        return None if which == "second" and rest else day_cell(days[0], year)
    if len(days) != 2:
        return value
    first = day_cell(days[0], year)
    if which == "first":
        return first if isinstance(first, date) else value
    return _second(days[1], first) or value


def _second(written: str, first: Cell) -> date | None:
    """The second day; what it leaves out is as in the first."""
    if not isinstance(first, date):
        return None
    if re.fullmatch(r"\d{1,2}[日号]", written):
        written = f"{first.month}月{written}"
    found = day_cell(written, first.year)
    return found if isinstance(found, date) else None


def amount_cell(value: Cell, ten_thousands: bool) -> Cell:
    """An amount in 元; figures of a column in 万元, or written with 万, are made so."""
    text = as_text(value)
    if not text or isinstance(value, bool | date | timedelta) or not (ten_thousands or "万" in text):
        return value
    return str(Decimal(parse_yuan(text if "万" in text else f"{text.removesuffix('元')}万元")) / 100)


def sides_cell(value: Cell, sign: str) -> Cell:
    """The two sides of 张三诉李四, applicants first; RuleBroken 'sides-unclear' where they do not part."""
    text = as_text(value)
    if not text or ":" in unicodedata.normalize("NFKC", text):
        return value
    told = _without_matter(text)
    places = [
        at.start() for at in re.finditer(re.escape(sign), told) if 0 < at.start() < len(told) - len(sign)
    ]
    if len(places) != 1:
        raise RuleBroken("sides-unclear", text=text, sign=sign, count=len(places))
    left, right = told[: places[0]], told[places[0] + len(sign) :]
    return write_sides(
        tuple(
            (role, name)
            for role, side in (("applicant", left), ("respondent", right))
            for name in read_names(side)
        )
    )


def _without_matter(text: str) -> str:
    """The names of 张三与李四邻里纠纷一案 without what they quarrel about."""
    found = re.fullmatch(r"(.+?)(?:纠纷)?(?:一案|案)?", text.strip(), re.DOTALL)
    names = found[1].strip() if found is not None else text
    if names == text.strip():
        return names
    rows = code_list("dispute_type").rows
    kinds = sorted((w for row in rows for w in (row.word, *row.extra["older"])), key=len, reverse=True)
    kind = next((word for word in kinds if names.endswith(word) and names != word), "")
    return names.removesuffix(kind).strip()
