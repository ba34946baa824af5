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
    """The joint PDF, its pages, and by case which papers are in it; `without` are codes that have none."""

    data: bytes
    pages: int
    printed: dict[int, tuple[Slot, ...]]
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
    printed: dict[int, tuple[Slot, ...]] = {}
    without: list[str] = []
    for number, matter in enumerate(matters):
        step(number, len(matters), matter.file.code)
        slots = [(ref.key, ref.subject_id) for ref in press.keys_for(matter) if ref.key == key]
        if not slots:
            without.append(matter.file.code)
            continue
        laid += [lay_out(one) for one in press.composed(matter, key)]
        printed[matter.file.id] = tuple((*slot, _digest(matter, *slot)) for slot in slots)
    if not laid:
        raise NotFound("paper-has-no-subject", title=press.forms()[key].title, number="、".join(without))
    step(len(matters), len(matters), "")
    title = f"{press.forms()[key].title}（{len(printed)}件）"
    return Bundle(draw(laid, title=title), sum(len(one.pages) for one in laid), printed, tuple(without))


def _digest(matter: Matter, key: str, subject_id: int | None) -> str:
    """What that paper alone would be, so that a later change of this case is seen."""
    return sha256(press.paper(matter, key, subject_id)).hexdigest()
