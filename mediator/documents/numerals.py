"""Numbers as clauses and instalments are counted: 一, 十二, 一百零三."""

from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """Write 1 to 9999 in Chinese; a larger number stays in figures."""
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for size, unit in _UNITS:
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + unit
        gap = bool(text) and not digit
    if number:
        text += ("零" if gap else "") + _DIGITS[number]
    return text.removeprefix("一") if text.startswith("一十") else text
