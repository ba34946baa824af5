"""The order of a dossier: which papers of a case stand where, and what is kept by hand among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from mediator import discover
from mediator.documents import forms as forms_room
from mediator.documents.form import Form
from mediator.documents.matter import Matter
from mediator.documents.plain import one_line
from mediator.documents.records import COUNTED, Subject, records
from mediator.documents.scans import printable
from mediator.domain.attachment import Attachment
from mediator.domain.office import dossier_items
from mediator.domain.track import DossierItem, all_tracks

FRONT: Final = ("cover", "contents")
BY_HAND: Final = "另附"  # said of papers that are bound in beside those of the program


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper still to be composed; several of one form are counted in their titles."""

    form: Form
    title: str
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of the contents: a paper of the program, a piece that is bound in, or one kept by hand."""

    title: str
    draft: Draft | None = None
    copy: Attachment | None = None

    @property
    def bound(self) -> bool:
        """Whether the program itself prints it into the dossier."""
        return self.draft is not None or (self.copy is not None and printable(self.copy))


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
    """The papers of one form that a case has: none, one, or one for each record it is about."""
    if matter.file.case.track not in form.tracks or not form.needed(matter):
        return ()
    subjects = records(form.each, matter.file)
    if len(subjects) < 2:
        return (Draft(form, form.title, *subjects),)
    unit = COUNTED.get(form.each, "次")
    return tuple(Draft(form, f"{form.title}（第{n}{unit}）", one) for n, one in enumerate(subjects, 1))


def contents_lines(found: Sequence[Leaf], pages: Sequence[tuple[int, int]]) -> tuple[ContentsLine, ...]:
    """Join the leaves with the pages of their papers, given in the same order."""
    spans = iter(pages)
    return tuple(
        ContentsLine(leaf.title, *next(spans)) if leaf.bound else ContentsLine(leaf.title, remark=BY_HAND)
        for leaf in found
    )


def _leaves_of(item: DossierItem, matter: Matter) -> Iterator[Leaf]:
    for form in filter(None, map(forms().get, item.forms)):
        found = drafts_of(form, matter)
        yield from (Leaf(_title(item, one, matter), one) for one in found if form.bound(matter, one.subject))
    copies = [one for one in matter.file.attachments if one.kind in item.copies]
    yield from (Leaf(one_line(one.title), copy=one) for one in copies)
    # A refusal ends before anyone is asked for copies.
    if not item.forms and not copies and item.required and matter.file.ending.outcome != "refused":
        yield Leaf(item.title)


def _title(item: DossierItem, draft: Draft, matter: Matter) -> str:
    """The name of a paper; in the office's own list that of its line, for the paper that names the line."""
    if matter.settings.dossier_list != "own" or draft.form.title != _named(item, matter):
        return draft.title
    return item.title + draft.title.removeprefix(draft.form.title)


def _named(item: DossierItem, matter: Matter) -> str:
    """Which paper gives a line its name: its only one, or the one its line is called after elsewhere."""
    if len(item.forms) == 1:
        return forms()[item.forms[0]].title
    lists = all_tracks()[matter.file.case.track].dossier_lists.values()
    return next((one.title for items in lists for one in items if one.forms == item.forms), "")
