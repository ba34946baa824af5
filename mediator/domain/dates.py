"""Dates and times of day as people write them, read without guessing beyond what is written."""

import re
import unicodedata
from datetime import date, time, timedelta

from mediator.domain.errors import RuleBroken

WEEKDAYS = "一二三四五六日"
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100

_CHINESE_DIGITS = {"〇": 0, "○": 0, "零": 0, **{word: n for n, word in enumerate("一二三四五六七八九", 1)}}
_CHINESE_NUMBER = re.compile("[〇○零一二三四五六七八九十]+")
_NAMED_DAYS = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "后": 2, "大后": 3,
}  # fmt: skip
_NAMED_DAY = re.compile(f"({'|'.join(sorted(_NAMED_DAYS, key=len, reverse=True))})[天日]")
_DAYS_AWAY = re.compile(r"(\d{1,4})[天日](前|后|以前|以后|之前|之后)")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?$")
_CLOCK_AFTER = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_NAMED_YEAR = {"去年": -1, "今年": 0, "本年": 0, "明年": 1}
_NAMED_MONTH = re.compile(r"(上个?|本|这个?|下个?)月(\d{1,2})[日号]?")
_MONTHS_AWAY = {"上": -1, "本": 0, "这": 0, "下": 1}
_SPELLINGS = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<m>0[1-9]|1[0-2])(?P<d>\d{2})"),
    re.compile(r"(?:(?P<y>\d{4}|\d{2})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<y>\d{4}|\d{2})(?P<s>[-/.、,\s])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<m>\d{1,2})[-/.、,\s](?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<d>\d{1,2})[日号]"),
)
_HALF_DAYS = {
    **dict.fromkeys(("凌晨", "清晨", "早上", "早晨", "上午", "中午"), 0),
    **dict.fromkeys(("下午", "傍晚", "晚上", "夜里"), 12),
}
_TIME_OF_DAY = re.compile(r"(\d{1,2})(?::(\d{2})(?::\d{2})?|\.(\d{2})|[点时](?:(\d{1,2})分?|整)?)")
_COMPACT_TIME = re.compile(r"(\d{1,2})(\d{2})|([01]\d|2[0-3])")  # 14 is an hour; 9 may be half a word


def parse_date(text: str, today: date) -> date:
    """Read a date in any everyday spelling; a missing year or month is that of `today`.

    Raises RuleBroken "date-not-understood", or "date-impossible" for a day that no calendar has
    and for a weekday that contradicts its date.
    """
    written = _plain(text).strip(". ")
    written, weekday = _split_weekday(written)
    day = _relative(written, today) or _spelled(_CLOCK_AFTER.sub("", written), today, text)
    if weekday is not None and weekday != day.weekday():
        raise RuleBroken("date-impossible", text=text)
    return day


def parse_time(text: str) -> time:
    """Read a time of day such as 9:30, 下午3点半 or 0930; raises RuleBroken when it cannot."""
    written = re.sub(r"\s", "", _digits_for_numerals(_plain(text).replace("两点", "2点")))
    half_day = next((word for word in _HALF_DAYS if written.startswith(word)), "")
    written = written.removeprefix(half_day)
    written = re.sub("([点时])半$", r"\g<1>30分", written).replace("一刻", "15分").replace("1刻", "15分")
    written = re.sub("([点时])3刻$", r"\g<1>45分", written)
    found = _TIME_OF_DAY.fullmatch(written) or _COMPACT_TIME.fullmatch(written)
    if found is None:
        raise RuleBroken("time-not-understood", text=text)
    numbers = [int(part) for part in found.groups() if part]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    hour += _HALF_DAYS.get(half_day, 0) if hour < 12 else 0
    if hour > 23 or minute > 59:
        raise RuleBroken("time-impossible", text=text)
    return time(hour, minute)


def write_date(day: date) -> str:
    """Write a date as papers do: 2026年3月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_day(day: date) -> str:
    """Write a date with its weekday: 2026年3月15日 星期日."""
    return f"{write_date(day)} 星期{WEEKDAYS[day.weekday()]}"


def write_time(moment: time) -> str:
    """Write a time of day as people type it: 9:30."""
    return f"{moment.hour}:{moment.minute:02d}"


def _plain(text: str) -> str:
    """Fold full-width forms, curious dashes and runs of spaces to plain ones."""
    folded = unicodedata.normalize("NFKC", text).replace("。", ".")
    folded = re.sub("[‐‑‒–—−－_]", "-", folded)
    return re.sub(r"\s+", " ", folded).strip()


def _digits_for_numerals(text: str) -> str:
    return _CHINESE_NUMBER.sub(lambda found: str(_number(found.group())), text)


def _number(numeral: str) -> str | int:
    """The digits of 二〇二六, or the value of 三十一."""
    if "十" not in numeral:
        return "".join(str(_CHINESE_DIGITS[sign]) for sign in numeral)
    tens, _, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numeral
    return _CHINESE_DIGITS.get(tens, 1) * 10 + _CHINESE_DIGITS.get(ones, 0)


def _split_weekday(text: str) -> tuple[str, int | None]:
    found = _WEEKDAY.search(text)
    if found is None or found.start() == 0:
        return text, None
    return text[: found.start()].strip(), WEEKDAYS.index(found.group(1).replace("天", "日"))


def _relative(written: str, today: date) -> date | None:
    """The day meant by 昨天 or 3天前, or nothing."""
    words = _digits_for_numerals(written.replace(" ", ""))
    if named := _NAMED_DAY.fullmatch(words):
        return today + timedelta(days=_NAMED_DAYS[named.group(1)])
    if away := _DAYS_AWAY.fullmatch(words):
        sign = -1 if "前" in away.group(2) else 1
        return today + timedelta(days=sign * int(away.group(1)))
    return None


def _spelled(written: str, today: date, text: str) -> date:
    words = _digits_for_numerals(written)
    if "月" in words or "年" in words or words.endswith(("日", "号")):
        words = words.replace(" ", "")
    words, year = _named_year(words, today)
    if month := _NAMED_MONTH.fullmatch(words):
        months = today.year * 12 + today.month - 1 + _MONTHS_AWAY[month.group(1)[0]]
        return _calendar_day(months // 12, months % 12 + 1, int(month.group(2)), text)
    for spelling in _SPELLINGS:
        if found := spelling.fullmatch(words):
            parts = found.groupdict()
            year = _full_year(parts.get("y"), year, today)
            return _calendar_day(year, int(parts.get("m") or today.month), int(parts["d"]), text)
    raise RuleBroken("date-not-understood", text=text)


def _named_year(words: str, today: date) -> tuple[str, int]:
    offset = _NAMED_YEAR.get(words[:2])
    return (words, today.year) if offset is None else (words[2:], today.year + offset)


def _full_year(written: str | None, assumed: int, today: date) -> int:
    """Two digits mean this century up to ten years ahead, else the last one: births are far back."""
    if written is None:
        return assumed
    if len(written) == 4:
        return int(written)
    century = today.year // 100 * 100
    year = century + int(written)
    return year if year <= today.year + 10 else year - 100


def _calendar_day(year: int, month: int, day: int, text: str) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise RuleBroken("date-impossible", text=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise RuleBroken("date-impossible", text=text) from None
