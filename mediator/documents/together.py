"""One kind of paper of many cases in one PDF, each case's paper counting its own pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.pdf import LaidOut, draw, lay_out
from mediator.domain.errors import NotFound

Step = Callable[[int, int, str], object]  # (done, of how many, the case in work); may raise to stop
Slot = tuple[str, int | None, str]  # form key, record, SHA-256 of that one paper alone


@dataclass(frozen=True, slots=True)
class Bundle:
    """The joint PDF, its pages, the cases in it by id, and the codes of those that have no such paper."""

    data: bytes
    pages: int
    cases: tuple[int, ...]
    without: tuple[str, ...] = ()


def kinds(matters: Sequence[Matter]) -> list[tuple[str, str, int]]:
    """(form key, title, how many cases have it) of everything that these cases could print together."""
    counted: dict[str, int] = {}
    for matter in matters:
        for key in dict.fromkeys(ref.key for ref in press.keys_for(matter)):
            counted[key] = counted.get(key, 0) + 1
    forms = press.forms()
    return [(key, forms[key].title, number) for key, number in counted.items()]


def bundle(matters: Sequence[Matter], key: str, step: Step = lambda *_: None) -> Bundle:
    """All papers of one kind, case after case; raises NotFound "paper-has-no-subject" where none has one."""
    laid: list[LaidOut] = []
    cases: list[int] = []
    without: list[str] = []
    for number, matter in enumerate(matters):
        step(number, len(matters), matter.file.code)
        if not _slots(matter, key):
            without.append(matter.file.code)
            continue
        laid += [lay_out(one) for one in press.composed(matter, key)]
        cases.append(matter.file.id)
    title = press.forms()[key].title
    if not laid:
        raise NotFound("paper-has-no-subject", title=title, number="、".join(without))
    step(len(matters), len(matters), "")
    data = draw(laid, title=f"{title}（{len(cases)}件）")
    return Bundle(data, sum(len(one.pages) for one in laid), tuple(cases), tuple(without))


def fingerprints(matters: Sequence[Matter], key: str) -> dict[int, tuple[Slot, ...]]:
    """What each case's own paper would be alone, by case, so that a later change of it is seen."""
    return {
        matter.file.id: tuple((*slot, sha256(press.paper(matter, *slot)).hexdigest()) for slot in slots)
        for matter in matters
        if (slots := _slots(matter, key))
    }


def _slots(matter: Matter, key: str) -> list[tuple[str, int | None]]:
    return [(ref.key, ref.subject_id) for ref in press.keys_for(matter) if ref.key == key]
