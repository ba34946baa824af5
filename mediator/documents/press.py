"""The one way to print: the window, the command and the demo all take their papers from here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, Final

from mediator.documents import order
from mediator.documents.copies import copy_pages, copy_paper
from mediator.documents.dossier import Entry, bind
from mediator.documents.form import Form, Paper
from mediator.documents.matter import Matter
from mediator.documents.order import Draft, Leaf
from mediator.documents.pdf import page_counts, write_pdf
from mediator.documents.sealed_copy import page_count, sealed_bytes, sealed_paper
from mediator.documents.since import change
from mediator.domain.casefile import PaperMark, dossier_name
from mediator.domain.errors import NotFound, WrongUsage

DOSSIER: Final = "dossier"
DOSSIER_TITLE: Final = "调解卷宗"
ORAL: Final = "oral-agreement-register"
BACK: Final = "back-cover"


@dataclass(frozen=True, slots=True)
class PaperRef:
    """One paper a case has: the form's key, its title with 第几次, and the record it is about.

    A paper that is not `bound` is offered beside the dossier.
    """

    key: str
    title: str
    subject_id: int | None = None
    bound: bool = True


def forms() -> dict[str, Form]:
    """Every form by its key."""
    return order.forms()


def titles() -> list[tuple[str, str]]:
    """(key, title) of everything that can be printed, the bound dossier last."""
    return [*((key, form.title) for key, form in forms().items()), (DOSSIER, DOSSIER_TITLE)]


def keys_for(matter: Matter) -> list[PaperRef]:
    """The papers this case has, in the order of its dossier, then those that are only offered."""
    bound = order.bound_drafts(matter)
    return [
        PaperRef(draft.form.key, draft.title, draft.subject.id if draft.subject else None, draft in bound)
        for draft in order.drafts(matter)
    ]


def paper(matter: Matter, key: str, subject_id: int | None = None) -> bytes:
    """The PDF of one form of a case: of one record, or of all of them where none is named.

    Raises WrongUsage "form-unknown", NotFound "paper-has-no-subject" where the case has no such paper,
    and Unprintable "missing-glyph".
    """
    if key == DOSSIER:
        return dossier(matter)
    papers = composed(matter, key, subject_id)
    return write_pdf(papers, title=f"{papers[0].title} {papers[0].number}".strip())


def composed(matter: Matter, key: str, subject_id: int | None = None) -> list[Paper]:
    """The papers of one form of a case before they become bytes; the refusals are those of `paper`."""
    form = _form(matter, key)
    chosen = [
        draft
        for draft in order.drafts_of(form, matter)
        if subject_id is None or (draft.subject is not None and draft.subject.id == subject_id)
    ]
    if not chosen:
        raise NotFound("paper-has-no-subject", title=form.title, number=matter.file.code)
    return [form.compose(matter, _subject(matter, draft)) for draft in chosen]


def change_since(matter: Matter, mark: PaperMark, kept: bytes) -> tuple[str, str] | None:
    """The first difference in words between kept bytes of a paper and what the case says now.

    That its own day of signing is known is no change of the case, nor are words that the office chose since.
    Raises ValueError where the kept bytes are no PDF.
    """
    return change(kept, readings(matter, mark))


def readings(matter: Matter, mark: PaperMark) -> Iterator[bytes]:
    """A paper as the case words it now, with and without its own day of signing and the office's words."""
    others = tuple(one for one in matter.file.papers if one != mark)
    unsigned = replace(matter, file=matter.file.model_copy(update={"papers": others}))
    as_it_comes = matter.settings.model_copy(update={"wordings": {}})
    worded = (matter.settings, as_it_comes) if matter.settings.wordings else (matter.settings,)
    for settings in worded:
        for one in (matter, unsigned):
            yield paper(replace(one, settings=settings), mark.key, mark.subject_id)


def bound_as_signed(matter: Matter) -> list[str]:
    """The titles of the papers whose signed version is bound, because the case has moved on since."""
    return [leaf.title for leaf in _bound(matter) if _signed_otherwise(matter, leaf) is not None]


def dossier(matter: Matter) -> bytes:
    """The bound dossier: cover, contents with true page numbers, papers.

    A paper the case has moved on from is bound as it was signed: the archive tells what was agreed.
    """
    cover, contents = (forms()[key] for key in order.FRONT)

    def listing(found: Sequence[Entry]) -> Paper:
        return contents.compose(matter, _lines(matter, found))

    return bind(
        cover.compose(matter, None),
        listing,
        _papers(matter),
        title=f"{DOSSIER_TITLE} {dossier_name(matter.file)}",
    )


def _form(matter: Matter, key: str) -> Form:
    agreement = matter.file.agreement
    if key == "agreement" and agreement is not None and agreement.form == "oral":
        key = ORAL
    if key not in forms():
        raise WrongUsage("form-unknown", key=key)
    return forms()[key]


def _subject(matter: Matter, draft: Draft) -> Any:
    """What a draft is about; for a paper about the dossier itself, its pages."""
    if draft.form.each != "dossier":
        return draft.subject
    counts = [_count(matter, leaf) for leaf in _bound(matter)]
    if draft.form.key == BACK:
        return sum(counts)
    ends = accumulate(counts, initial=0)
    return order.contents_lines(order.leaves(matter), [(a + 1, b) for a, b in pairwise(ends)])


def _lines(matter: Matter, found: Sequence[Entry]) -> tuple[order.ContentsLine, ...]:
    return order.contents_lines(order.leaves(matter), [(entry.first, entry.last) for entry in found])


def _bound(matter: Matter) -> list[Leaf]:
    return [leaf for leaf in order.leaves(matter) if leaf.bound]


def _count(matter: Matter, leaf: Leaf) -> int:
    """The pages of a leaf; those of a scan are told without making them."""
    if leaf.copy is not None:
        return copy_pages(matter, leaf.copy)
    signed = _signed_otherwise(matter, leaf)
    if signed is not None:
        return page_count(signed[1])
    return page_counts([_leaf_paper(matter, leaf)])[0]


def _leaf_paper(matter: Matter, leaf: Leaf, total: int | None = None) -> Paper:
    if leaf.copy is not None:
        return copy_paper(matter, leaf.copy)
    if leaf.draft is None:
        raise LookupError(f"a line kept by hand is no paper: {leaf.title}")
    signed = _signed_otherwise(matter, leaf)
    if signed is not None:
        return sealed_paper(matter, leaf.title, *signed)
    draft = leaf.draft
    return draft.form.compose(matter, total if draft.form.each == "dossier" else draft.subject)


def _signed_otherwise(matter: Matter, leaf: Leaf) -> tuple[PaperMark, bytes] | None:
    """The signed bytes of a paper that reads otherwise now; a paper about the dossier itself is made anew."""
    if leaf.draft is None or leaf.draft.form.each == "dossier":
        return None
    slot = (leaf.draft.form.key, leaf.draft.subject.id if leaf.draft.subject else None)
    mark = next((one for one in matter.file.papers if (one.key, one.subject_id) == slot), None)
    data = sealed_bytes(matter, mark)
    if mark is None or data is None or change_since(matter, mark, data) is None:
        return None
    return mark, data


def _papers(matter: Matter) -> list[Paper]:
    """The papers behind the contents; the back cover, always one page, says how many pages there are."""
    bound = _bound(matter)
    papers = [_leaf_paper(matter, leaf) for leaf in bound]
    total = sum(page_counts(papers))
    return [
        _leaf_paper(matter, leaf, total) if leaf.draft and leaf.draft.form.each == "dossier" else one
        for leaf, one in zip(bound, papers, strict=True)
    ]
