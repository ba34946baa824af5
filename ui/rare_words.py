"""What is said of characters that cannot go on paper, in words."""

from typing import Final

from mediator.documents.fonts import missing_glyphs
from mediator.domain.characters import bare, code_of, nature, standard_for, uncommon

MOST: Final = 3  # troubles named at once


def print_trouble(text: str) -> str:
    """Which characters of a text no paper can show as they are, "" when all can be printed."""
    if text.isascii():
        return ""
    found = [words for char in uncommon(text) if (words := char_trouble(char, text))]
    more = f"；另有 {len(found) - MOST} 个字也是这样" if len(found) > MOST else ""
    return "；".join(found[:MOST]) + more


def char_trouble(char: str, text: str = "") -> str:
    """What is wrong with one character, "" for nothing."""
    kind = nature(char)
    if kind == "private":
        return _private(char)
    if kind == "half":
        return f"有半个字（{code_of(char)}），请删去后重新录入"
    if kind == "selector":
        return _selector(char, text)
    if missing_glyphs(char):
        return f"“{char}”（{code_of(char)}）无法打印，请核对或改用其他写法"
    return ""


def _private(char: str) -> str:
    standard = standard_for(char)
    advice = f"请改用标准字“{standard}”（{code_of(standard)}）" if standard else "请用标准字重新录入"
    return f"自造字（{code_of(char)}）换一台电脑就认不出，也无法打印，{advice}"


def _selector(sign: str, text: str) -> str:
    before = bare(text[: text.find(sign)])[-1:]
    return f"“{before}”后面带有选择字形的符号，纸上印通用的字形" if before.strip() else ""
