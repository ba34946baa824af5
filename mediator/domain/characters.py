"""Rare characters of names: what kind a character is, its code point, and text that turns into it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

Nature = Literal["usual", "rare", "private", "half", "selector", "unfit"]

# What the fonts and input methods of every PC know; anything else is looked at one by one.
_UNCOMMON: Final = re.compile(
    "[^\t\n\r -~\u00a0-\u00ac\u00ae-\u00ff\u2002\u2003\u2009\u2010-\u2016\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2025-\u2027\u2030\u2032\u2033\u2039-\u203b\u2460-\u249b\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e\uffe0-\uffe6]"
)
_HAN: Final = re.compile(
    "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
_USUAL_HAN: Final = re.compile("[\u3007\u4e00-\u9fa5]")
_SELECTOR: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_CODE: Final = re.compile(r"(?:U\+|\\u\{?|&#x|0x)?([0-9a-f]{2,8})[;}]?", re.IGNORECASE)
_PAIR: Final = re.compile(
    r"(?:\\u|0x)?(d[89ab][0-9a-f]{2})[\s,]*(?:\\u|0x)?(d[c-f][0-9a-f]{2})", re.IGNORECASE
)
_TYPED: Final = re.compile(r"(?:U\+([0-9a-f]{2,6})|([0-9a-f]{4,6}))$", re.IGNORECASE)
_LAST: Final = 0x10FFFF

_BLOCKS: Final = (
    ("A", 0x3400, 0x4DBF),
    ("", 0x4E00, 0x9FFF),
    ("B", 0x20000, 0x2A6DF),
    ("C", 0x2A700, 0x2B73F),
    ("D", 0x2B740, 0x2B81F),
    ("E", 0x2B820, 0x2CEAF),
    ("F", 0x2CEB0, 0x2EBEF),
    ("I", 0x2EBF0, 0x2EE5F),
    ("G", 0x30000, 0x3134F),
    ("H", 0x31350, 0x323AF),
    ("J", 0x323B0, 0x3347F),
)
# GBK put 80 characters at U+E815 to U+E864 for want of a code; these GB 18030-2022 was the last to settle.
_SETTLED_LAST: Final = {
    "\ue816": "\U00020087",
    "\ue817": "\U00020089",
    "\ue818": "\U000200cc",
    "\ue81e": "\u9fb4",
    "\ue826": "\u9fb5",
    "\ue82b": "\u9fb6",
    "\ue82c": "\u9fb7",
    "\ue831": "\U000215d7",
    "\ue832": "\u9fb8",
    "\ue83b": "\U0002298f",
    "\ue843": "\u9fb9",
    "\ue854": "\u9fba",
    "\ue855": "\U000241fe",
    "\ue864": "\u9fbb",
}


@dataclass(frozen=True)
class Swap:
    """The last `length` characters before the cursor give way to `text`."""

    length: int
    text: str


def code_of(char: str) -> str:
    """The code point as people write it, such as U+2B5AE."""
    return f"U+{ord(char):04X}"


def is_han(char: str) -> bool:
    """Whether a character is Han, also one that this Python does not know yet."""
    return _HAN.fullmatch(char) is not None


def uncommon(text: str) -> tuple[str, ...]:
    """The characters of a text, each once, that not every PC can show, print or keep."""
    return tuple(dict.fromkeys(_UNCOMMON.findall(text)))


def rare_han(text: str) -> tuple[str, ...]:
    """The Han characters of a text, each once, that usual input methods do not offer."""
    return tuple(char for char in uncommon(text) if is_han(char))


def bare(text: str) -> str:
    """A text without the signs that choose a shape of a character: for comparing, never for keeping."""
    return _SELECTOR.sub("", text)


def nature(char: str) -> Nature:
    """What kind a character is, as far as a name is concerned."""
    if _PRIVATE.fullmatch(char):
        return "private"
    if _SELECTOR.fullmatch(char):
        return "selector"
    if unicodedata.category(char) == "Cs":
        return "half"
    if is_han(char):
        return "usual" if _USUAL_HAN.fullmatch(char) else "rare"
    return "usual" if _can_be_written(char) else "unfit"


def block_of(char: str) -> str:
    """The letter of the extension a Han character stands in; "" for the first block and for all others."""
    return next((key for key, first, last in _BLOCKS if first <= ord(char) <= last), "")


def standard_for(char: str) -> str:
    """The character that a private code of the older GBK and GB 18030 stood for, "" where none is known."""
    place = ord(char) - 0xE815
    if char in _SETTLED_LAST:
        return _SETTLED_LAST[char]
    if not 0 <= place < 80:
        return ""
    trail = 0x50 + place
    return bytes((0xFE, trail if trail < 0x7F else trail + 1)).decode("gb18030")


def read_code(text: str) -> str:
    """The character of a typed code point (`U+2B5AE`, `2b5ae`, `D86D DDAE`), "" for anything else."""
    typed = unicodedata.normalize("NFKC", text).strip()
    pair = _PAIR.fullmatch(typed)
    if pair:
        return bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
    code = _CODE.fullmatch(typed)
    return _writable(int(code[1], 16)) if code else ""


def swap_before(text: str) -> Swap | None:
    """What Alt+X makes of the end of a text: a code becomes its character, a character its code."""
    typed = _TYPED.search(text)
    if typed and typed[1]:
        char = _writable(int(typed[1], 16))
        return Swap(len(typed[0]), char) if char else None
    digits = typed[2] if typed else ""
    for start in range(len(digits) - 3):
        char = _unmarked(digits[start:])
        if char:
            return Swap(len(digits) - start, char)
    if text and not text[-1].isascii():
        return Swap(1, f"{ord(text[-1]):04X}")
    return None


def _unmarked(digits: str) -> str:
    """The character of bare digits; a figure that only happens to be a private code stays a figure."""
    if digits.startswith("0") and len(digits) > 4:
        return ""
    char = _writable(int(digits, 16))
    return "" if char and nature(char) == "private" else char


def _writable(code: int) -> str:
    if code > _LAST:
        return ""
    char = chr(code)
    return char if _can_be_written(char) else ""


def _can_be_written(char: str) -> bool:
    """No control sign, no half of a pair, no code that Unicode keeps free of characters."""
    if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return False
    if unicodedata.category(char) in {"Cc", "Cs"}:
        return False
    return is_han(char) or unicodedata.category(char) != "Cn"
