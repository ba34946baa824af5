"""A list of people as somebody copied it out of a sheet: which column is what is guessed by its content."""

import csv
import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from mediator.domain.errors import RuleBroken
from mediator.domain.identity import normalise, read_id
from mediator.domain.money import parse_yuan

Rows = list[list[str]]
HEADS: Final = {
    "name": ("姓名", "名字", "申请人", "职工", "工人"),
    "id_number": ("身份证", "证件号", "公民身份号码"),
    "phone": ("电话", "手机", "联系方式"),
    "amount": ("金额", "工资", "欠款", "数额", "欠薪", "合计", "元"),
    "sex": ("性别",),
    "address": ("住址", "地址", "户籍"),
}
NOBODY: Final = ("合计", "总计", "小计", "共计")
_ID = re.compile(r"\d{17}[\dXx]|\d{15}|\d(?:\.\d+)?E\+1[47]", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+?86)?[01]\d{10}|0\d{2,3}-?\d{7,8}")
_NAME = re.compile(r"[㐀-鿿\U00020000-\U0003ffff〇·]{2,12}")
_AMOUNT = re.compile(r"[¥￥]?-?\d[\d,]*(?:\.\d+)?万?元?")
_APART = re.compile(r"\s+|(?<!\d)[,，]|[,，](?!\d{3}\b)|[;；]")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of a list; `marks` are codes of what to look at, none of which stops anything but a name."""

    name: str
    id_number: str = ""
    phone: str = ""
    amount_fen: int | None = None
    sex: str = ""  # codes/sex
    address: str = ""
    amount_text: str = ""  # an amount that could not be read
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The people of a pasted text, the fields that were found, and how many lines were passed over."""

    people: tuple[PersonLine, ...]
    fields: tuple[str, ...]
    skipped: int = 0


def read_people(text: str) -> PeopleList:
    """Read pasted text; lines of sums and heads are passed over, nothing is refused."""
    rows = _rows(text)
    places, first = _by_heads(rows)
    for field, place in _by_content(rows[first:], set(places.values())).items():
        places.setdefault(field, place)
    body = rows[first:]
    people = [_person(row, places) for row in body if not _is_sum(row)]
    kept = tuple(one for one in people if one != PersonLine(""))
    return PeopleList(marked(kept), tuple(places), len(rows) - len(kept) - first)


def marked(people: Sequence[PersonLine], known: Collection[tuple[str, str]] = ()) -> tuple[PersonLine, ...]:
    """The same people with their marks; `known` are (name, number) of those the series has already."""
    told = [_who(one.name, one.id_number) for one in people]
    there = [_who(*one) for one in known]
    return tuple(
        replace(
            one,
            marks=tuple(
                _marks(
                    one,
                    twice=sum(_same(who, other) for other in told) > 1,
                    there=any(_same(who, other) for other in there),
                )
            ),
        )
        for one, who in zip(people, told, strict=True)
    )


def total_fen(people: Sequence[PersonLine]) -> int:
    """What all of them ask for."""
    return sum(one.amount_fen or 0 for one in people)


def _who(name: str, id_number: str) -> tuple[str, str]:
    return name.strip(), normalise(id_number)


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """One number, or one name where a number is not known of both."""
    if one[1] and other[1]:
        return one[1] == other[1]
    return one[0] == other[0]


def _marks(one: PersonLine, *, twice: bool, there: bool) -> list[str]:
    checks = (
        ("name-missing", not one.name.strip()),
        ("twice", twice and bool(one.name or one.id_number)),
        ("in-series", there),
        ("amount-unreadable", bool(one.amount_text)),
    )
    problem = read_id(one.id_number).problem if one.id_number else ""
    return [code for code, wrong in checks if wrong] + ([problem] if problem else [])


def _rows(text: str) -> Rows:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in lines:
        found = csv.reader(lines.splitlines(keepends=True), delimiter="\t")
        rows = [[" ".join(cell.split()) for cell in row] for row in found]
    else:
        rows = [[cell for cell in _APART.split(line.strip()) if cell] for line in lines.splitlines()]
    return [row for row in rows if any(row)]


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _by_heads(rows: Rows) -> tuple[dict[str, int], int]:
    """(places by field, the first row of people), when one of the first rows names two columns."""
    for number, row in enumerate(rows[:5]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            head = "".join(cell.split())
            field = next((name for name, words in HEADS.items() if any(word in head for word in words)), "")
            if field and len(head) <= 12 and not _AMOUNT.fullmatch(head):
                places.setdefault(field, place)
        if len(places) > 1:
            return places, number + 1
    return {}, 0


def _by_content(rows: Rows, taken: set[int]) -> dict[str, int]:
    """The likeliest column of each field; the surest signs choose first."""
    found: dict[str, int] = {}
    width = max(map(len, rows), default=0)
    for field, fits in TESTS.items():
        free = [place for place in range(width) if place not in taken | set(found.values())]
        scores = {place: _share(rows, place, fits) for place in free}
        best = max(scores, key=lambda place: (scores[place], -place), default=None)
        if best is not None and scores[best] >= (0.5 if field != "address" else 0.3):
            found[field] = best
    return found


def _share(rows: Rows, place: int, fits: Callable[[str], bool]) -> float:
    cells = [cell for row in rows if (cell := _cell(row, place))]
    if not cells or [cell for cell in cells if cell.isdecimal()] == [
        str(number) for number, _ in zip(count(1), cells, strict=False)
    ]:
        return 0.0  # the running number of a list is no amount
    return sum(map(fits, cells)) / len(cells)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and text not in ("男", "女", *NOBODY) and not _is_address(text)


def _is_address(text: str) -> bool:
    return len(text) >= 5 and any(sign in text for sign in "省市区县镇乡村路街号栋")


TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "id_number": lambda text: bool(_ID.fullmatch(_plain(text))),
    "phone": lambda text: bool(_PHONE.fullmatch(_plain(text))),
    "sex": lambda text: text in ("男", "女"),
    "address": _is_address,
    "name": _is_name,
    "amount": lambda text: bool(_AMOUNT.fullmatch(_plain(text))),
}


def _is_sum(row: list[str]) -> bool:
    return any(_plain(cell).rstrip(":：") in NOBODY for cell in row)


def _person(row: list[str], places: dict[str, int]) -> PersonLine:
    told = {field: _cell(row, place) for field, place in places.items()}
    amount, unread = _amount(told.get("amount", ""))
    number = normalise(told.get("id_number", ""))
    written = told.get("sex", "")
    sex = {"男": "1", "女": "2"}.get(written, "") or read_id(number).sex
    name = told.get("name", "")
    return PersonLine(
        name="".join(name.split()) if _NAME.fullmatch("".join(name.split())) else name,
        id_number=number,
        phone=told.get("phone", ""),
        amount_fen=amount,
        sex=sex,
        address=told.get("address", ""),
        amount_text=unread,
    )


def _amount(text: str) -> tuple[int | None, str]:
    if not text:
        return None, ""
    try:
        return parse_yuan(text), ""
    except RuleBroken:
        return None, text
