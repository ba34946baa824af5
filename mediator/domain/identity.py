"""The citizen identity number (GB 11643-1999): what it tells, and whether it can be right."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

MALE = "1"  # the keys of GB/T 2261.1
FEMALE = "2"

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_SHAPE = re.compile(r"[0-9]{15}|[0-9]{17}[0-9X]")


@dataclass(frozen=True)
class IdFacts:
    """What an identity number says: `problem` is "" or a code, the rest is told as far as it can be read."""

    number: str
    sex: str = ""
    birth_date: date | None = None
    problem: str = ""

    @property
    def valid(self) -> bool:
        """Whether nothing speaks against the number."""
        return not self.problem


def normalise(text: str) -> str:
    """Fold full-width signs, spaces, dashes and a small x away: the number as it is stored."""
    return re.sub(r"[\s\-_.·]", "", unicodedata.normalize("NFKC", text)).upper()


def tells_who(number: str) -> bool:
    """Whether a number can tell one person from another; 无 or 不详 is typed where nobody knows one."""
    return any(sign.isdigit() for sign in number)


def read_id(text: str) -> IdFacts:
    """Read a number of 18 signs, or of 15 as issued before 1999; never refuses, only reports.

    Problems: id-length, id-characters, id-birth-date, id-check-digit.
    """
    number = normalise(text)
    if len(number) not in (15, 18):
        return IdFacts(number, problem="id-length")
    if not _SHAPE.fullmatch(number):
        return IdFacts(number, problem="id-characters")
    old = len(number) == 15
    birth_date = _day("19" + number[6:12] if old else number[6:14])
    sex = MALE if int(number[14] if old else number[16]) % 2 else FEMALE
    problem = "id-birth-date" if birth_date is None else ""
    if not problem and not old and number[17] != check_sign(number[:17]):
        problem = "id-check-digit"
    return IdFacts(number, sex, birth_date, problem)


def check_sign(body: str) -> str:
    """The eighteenth sign that belongs to the first seventeen digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True))
    return _CHECK_SIGNS[total % 11]


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
