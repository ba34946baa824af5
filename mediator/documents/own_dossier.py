"""The office's own order of a dossier: from which list it starts, and what it may hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from mediator.codes import code_list, word
from mediator.documents.fonts import missing_glyphs
from mediator.documents.order import FRONT, forms
from mediator.documents.plain import one_line
from mediator.domain.errors import RuleBroken
from mediator.domain.track import DossierItem, all_tracks

FIELD: Final = "own_dossier"
LONGEST: Final = 60  # characters of a title: two lines of the contents
MOST: Final = 99  # lines


def own_dossier(items: Sequence[DossierItem]) -> tuple[DossierItem, ...]:
    """The office's lines ready to keep, their titles on one line each.

    Raises RuleBroken at the field "own_dossier" naming the line that cannot stand.
    """
    clean = tuple(replace(item, title=" ".join(one_line(item.title).split())) for item in items)
    if not clean:
        raise RuleBroken("own-dossier-empty", field=FIELD)
    if len(clean) > MOST:
        raise RuleBroken("own-dossier-too-many", field=FIELD, most=MOST)
    for number, item in enumerate(clean, 1):
        _check_title(item.title, number)
    for number, title in _twice((n, item.title) for n, item in enumerate(clean, 1)):
        raise RuleBroken("own-dossier-title-twice", field=FIELD, line=number, title=title)
    front = [(0, key) for key in FRONT]
    bound = [(n, key) for n, item in enumerate(clean, 1) for key in item.forms]
    for number, key in _twice([*front, *bound]):
        title = forms()[key].title if key in forms() else key
        raise RuleBroken("own-dossier-form-twice", field=FIELD, line=number, title=title)
    for number, kind in _twice((n, kind) for n, item in enumerate(clean, 1) for kind in item.copies):
        title = word("attachment_kind", kind)
        raise RuleBroken("own-dossier-copies-twice", field=FIELD, line=number, title=title)
    return clean


def free_forms(items: Sequence[DossierItem], track: str) -> list[tuple[str, str]]:
    """(key, title) of the papers of a track that no line holds; they are printed when wanted, never bound."""
    held = {*FRONT, *(key for item in items for key in item.forms)}
    return [(key, form.title) for key, form in forms().items() if key not in held and track in form.tracks]


def free_copies(items: Sequence[DossierItem], track: str) -> list[tuple[str, str]]:
    """(kind, word) of the attached pieces that a dossier of the track can bind and no line binds yet."""
    lists = all_tracks()[track].dossier_lists.values()
    bound = {kind for lines in lists for line in lines for kind in line.copies}
    free = bound - {kind for item in items for kind in item.copies}
    return [(kind, name) for kind, name in code_list("attachment_kind").pairs() if kind in free]


def _check_title(title: str, number: int) -> None:
    if not title:
        raise RuleBroken("own-dossier-title-missing", field=FIELD, line=number)
    if len(title) > LONGEST:
        raise RuleBroken("own-dossier-title-too-long", field=FIELD, line=number, most=LONGEST)
    for char in missing_glyphs(title):
        raise RuleBroken(
            "own-dossier-missing-glyph", field=FIELD, line=number, char=char, codepoint=f"U+{ord(char):04X}"
        )


def _twice(values: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What stands in a line although an earlier one has it."""
    seen: set[str] = set()
    for number, value in values:
        if value in seen:
            yield number, value
        seen.add(value)
