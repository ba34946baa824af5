"""What has changed in the words of a paper since it was kept."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

from mediator.documents.pdfium import opened

LEAD: Final = 6  # characters shown before a difference
LONGEST: Final = 30  # characters of a difference that are shown
WINDOW: Final = 500  # characters held against each other: thousands that repeat themselves take minutes


def change(old: bytes, made: Iterable[bytes]) -> tuple[str, str] | None:
    """The first difference between kept bytes and every way the paper may read now; None where one agrees.

    Bytes are compared before words: another version of the program writes the same words in other bytes.
    Raises ValueError where the kept bytes are no PDF.
    """
    first: str | None = None
    words = ""
    for data in made:
        if data == old:
            return None
        words = words or text_of(old)
        now = text_of(data)
        if now == words:
            return None
        first = now if first is None else first
    return None if first is None else first_change(words, first)


def text_of(pdf: bytes) -> str:
    """The words of a PDF without their spaces."""
    with opened(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(text.split()) for text in texts)


def first_change(old: str, now: str) -> tuple[str, str] | None:
    """The first place where two texts differ, with a little of what stands around it."""
    if old == now:
        return None
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, now, strict=False))
    start = sum(1 for _ in same)
    gone, come = old[start : start + WINDOW], now[start : start + WINDOW]
    _, _, b, _, d = SequenceMatcher(None, gone, come, autojunk=False).get_opcodes()[0]
    lead = max(0, start - LEAD)
    return old[lead : start + b][:LONGEST], now[lead : start + d][:LONGEST]
