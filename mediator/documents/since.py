"""What has changed in the words of a paper since it was kept."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from mediator.documents.pdfium import opened

LONGEST: Final = 30  # characters of a difference that are shown


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
    blocks = SequenceMatcher(None, old, now, autojunk=False).get_opcodes()
    _, a, b, c, d = next(block for block in blocks if block[0] != "equal")
    lead = max(0, a - 6)
    return old[lead:b][:LONGEST], now[lead + c - a : d][:LONGEST]
