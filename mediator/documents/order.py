"""The order of a dossier: which papers of a case stand where, and what is kept by hand among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from mediator import discover
from mediator.documents import forms as forms_room
from mediator.documents.form import Form
from mediator.documents.matter import Matter
from mediator.documents.payments import Payment, payments
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.office import dossier_items
from mediator.domain.track import DossierItem, all_tracks

FRONT: Final = ("cover", "contents")
Subject = Hearing | Visit | Payment
BY_HAND: Final = "另附"  # said of papers that are bound in beside those of the program


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper still to be composed; several of one form are counted in their titles."""

    form: Form
    title: str
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of the contents: a paper of the program, or one kept by hand where there is no draft."""

    title: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A leaf with the pages it came to stand on; first and last are 0 where they are not known."""

    title: str
    first: int = 0
    last: int = 0
    remark: str = ""


@cache
def forms() -> dict[str, Form]:
    """Every form by its key."""
    return discover.declared(forms_room, "FORM", Form)


def leaves(matter: Matter) -> tuple[Leaf, ...]:
    """What is bound behind the contents, by the list the office has chosen."""
    items = dossier_items(matter.settings, all_tracks()[matter.file.case.track])
    return tuple(leaf for item in items for leaf in _leaves_of(item, matter))


def drafts(matter: Matter) -> tuple[Draft, ...]:
    """All papers of the case: cover, contents, the bound ones, then those that are only offered."""
    bound = bound_drafts(matter)
    every = (draft for form in forms().values() for draft in drafts_of(form, matter))
    return (*bound, *(draft for draft in every if draft not in bound))


def bound_drafts(matter: Matter) -> tuple[Draft, ...]:
    """The papers of the program that make up the dossier, cover and contents first."""
    front = tuple(draft for key in FRONT for draft in drafts_of(forms()[key], matter))
    return (*front, *(leaf.draft for leaf in leaves(matter) if leaf.draft))


def drafts_of(form: Form, matter: Matter) -> tuple[Draft, ...]:
    """The papers of one form that a case has: none, one, or one for each hearing, visit or payment."""
    if matter.file.case.track not in form.tracks or not form.needed(matter):
        return ()
    subjects = _subjects(form, matter)
    if len(subjects) < 2:
        return (Draft(form, form.title, *subjects),)
    return tuple(Draft(form, f"{form.title}（第{one.ordinal}次）", one) for one in subjects)


def contents_lines(found: Sequence[Leaf], pages: Sequence[tuple[int, int]]) -> tuple[ContentsLine, ...]:
    """Join the leaves with the pages of their papers, given in the same order."""
    spans = iter(pages)
    return tuple(
        ContentsLine(leaf.title, *next(spans)) if leaf.draft else ContentsLine(leaf.title, remark=BY_HAND)
        for leaf in found
    )


def _subjects(form: Form, matter: Matter) -> Sequence[Subject]:
    if form.each == "hearing":
        return matter.file.hearings
    if form.each == "visit":
        return matter.file.visits
    return payments(matter.file) if form.each == "payment" else ()


def _leaves_of(item: DossierItem, matter: Matter) -> Iterator[Leaf]:
    for form in filter(None, map(forms().get, item.forms)):
        found = drafts_of(form, matter)
        yield from (Leaf(_title(item, one, matter), one) for one in found if form.bound(matter, one.subject))
    # A refusal ends before anyone is asked for copies.
    if not item.forms and item.required and matter.file.ending.outcome != "refused":
        yield Leaf(item.title)


def _title(item: DossierItem, draft: Draft, matter: Matter) -> str:
    """The name of a paper; in the office's own list that of its line, where the line holds no other."""
    if matter.settings.dossier_list != "own" or len(item.forms) != 1:
        return draft.title
    return item.title + draft.title.removeprefix(draft.form.title)
