"""Holds the papers that were signed against what the case says now."""

from collections.abc import Callable, Iterator

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.sealed_copy import page_count
from mediator.domain.casefile import PaperMark, Seal
from mediator.domain.errors import MediatorError
from mediator.domain.finding import Finding


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
        old = read(seal.sha256)
        page_count(old)
    except (MediatorError, ValueError):
        yield Finding("sealed-bytes-gone", "papers", mark.key, values, mark.subject_id)
        return
    change = press.change_since(matter, mark, old)
    if change is not None:
        values |= {"before": change[0] or "（空）", "after": change[1] or "（空）"}
        yield Finding("changed-after-signing", "papers", mark.key, values, mark.subject_id)
