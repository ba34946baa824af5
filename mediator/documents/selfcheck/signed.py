"""Holds the papers that were signed against what the case says now."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.pdfium import opened
from mediator.domain.casefile import PaperMark, Seal
from mediator.domain.errors import MediatorError
from mediator.domain.finding import Finding

LONGEST: Final = 30  # characters of a difference that are shown


def signed_findings(matter: Matter, read: Callable[[str], bytes]) -> Iterator[Finding]:
    """Signed papers whose bytes are gone or changed, and those the case has moved on from."""
    there = {(ref.key, ref.subject_id): ref.title for ref in press.keys_for(matter)}
    for mark in matter.file.papers:
        title = there.get((mark.key, mark.subject_id))
        if mark.seal is None:
            continue
        if title is None:
            values: dict[str, object] = {"title": press.forms()[mark.key].title}
            yield Finding("signed-without-record", "papers", mark.key, values, mark.subject_id)
            continue
        yield from _compare(matter, mark, mark.seal, title, read)


def _compare(
    matter: Matter, mark: PaperMark, seal: Seal, title: str, read: Callable[[str], bytes]
) -> Iterator[Finding]:
    values: dict[str, object] = {"title": title}
    try:
        old = text_of(read(seal.sha256))
    except MediatorError:
        yield Finding("sealed-bytes-gone", "papers", mark.key, values, mark.subject_id)
        return
    others = tuple(one for one in matter.file.papers if one != mark)
    unsigned = replace(matter, file=matter.file.model_copy(update={"papers": others}))
    now = text_of(press.paper(unsigned, mark.key, mark.subject_id))
    change = first_change(old, now)
    if change and old == text_of(press.paper(matter, mark.key, mark.subject_id)):
        return  # a paper may print the day on which it was signed
    if change is not None:
        values |= {"before": change[0] or "（空）", "after": change[1] or "（空）"}
        yield Finding("changed-after-signing", "papers", mark.key, values, mark.subject_id)


def text_of(pdf: bytes) -> str:
    """The words of a PDF without their spaces."""
    with opened(pdf) as document:
        pages = [page.get_textpage() for page in document]
        return "".join("".join(page.get_text_range().split()) for page in pages)


def first_change(old: str, now: str) -> tuple[str, str] | None:
    """The first place where two texts differ, with a little of what stands around it."""
    if old == now:
        return None
    blocks = SequenceMatcher(None, old, now, autojunk=False).get_opcodes()
    _, a, b, c, d = next(block for block in blocks if block[0] != "equal")
    lead = max(0, a - 6)
    return old[lead:b][:LONGEST], now[lead + c - a : d][:LONGEST]
