"""Lists of names in one cell: separated by 、 , or ; and quoted where a name holds such a sign itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from mediator.codes import code_list
from mediator.domain.errors import RuleBroken

Sides = tuple[tuple[str, str], ...]  # (role, name)

BREAKS: Final = ";；\n"  # between sides
COMMAS: Final = "、,，"  # between names
COLONS: Final = ":："
SIGNS: Final = frozenset(BREAKS + COMMAS + COLONS)  # what no bare name can hold
ROLES: Final = {code.word: code.key for code in code_list("party_role").rows}
WORDS: Final = {key: word for word, key in ROLES.items()}
PLACE: Final = {key: place for place, key in enumerate(WORDS)}

# A quoted name ends where a sign or the cell ends; inside it two quotes stand for one.
_QUOTED = re.compile(r'[ \t\u3000]*"((?:[^"]|"")*)"[ \t\u3000]*(?=[;；\n、,，]|$)')
_BARE = re.compile(r"[^;；\n、,，]*")
_LABEL = re.compile(rf"\s*({'|'.join(ROLES)})\s*[:：]")


def read_names(text: str) -> tuple[str, ...]:
    """The names of a plain list; empty places between signs are passed over."""
    return tuple(name for _, name in _pieces(text, labels=False))


def write_names(names: Iterable[str]) -> str:
    """A plain list that reads back as the same names."""
    return "、".join(_quoted(name) for name in names)


def read_sides(text: str) -> Sides:
    """Who stands on which side, applicants first.

    Labels such as 申请人: begin a side; a list without labels is an applicant and respondents. Raises
    RuleBroken 'parties-unreadable' for a colon after no known side, or when nobody is named.
    """
    pieces = list(_pieces(text, labels=True))
    if any(role for role, _ in pieces):
        sides = _carried(pieces)
    else:
        sides = [("respondent" if place else "applicant", name) for place, (_, name) in enumerate(pieces)]
    if not any(role != "third" for role, _ in sides):
        raise RuleBroken("parties-unreadable", text=text)
    return tuple(sorted(sides, key=lambda side: PLACE[side[0]]))


def write_sides(sides: Sides) -> str:
    """Sides as the ledger writes them: 申请人:张三、李四;被申请人:某公司."""
    groups = groupby(sides, key=lambda side: side[0])
    return ";".join(f"{WORDS[role]}:{write_names(name for _, name in side)}" for role, side in groups)


def _carried(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give every name the side of the label before it; what stands before the first label applies."""
    sides, current = [], "applicant"
    for role, name in pieces:
        current = role or current
        if name:
            sides.append((current, name))
    return sides


def _pieces(text: str, *, labels: bool) -> Iterator[tuple[str, str]]:
    """(role, name) of each piece; with labels, a label alone is (role, "")."""
    at = 0
    while at < len(text):
        label = _LABEL.match(text, at) if labels else None
        if label is not None:
            yield ROLES[label[1]], ""
            at = label.end()
        name, at = _name(text, at, labels)
        if name:
            yield "", name
        at += 1  # over the sign that ended the piece


def _name(text: str, at: int, labels: bool) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted is not None and _needs_quotes(inner := quoted[1].replace('""', '"')):
        return inner, quoted.end()
    bare = _BARE.match(text, at)
    assert bare is not None
    name = bare[0].strip()
    if labels and any(sign in name for sign in COLONS):
        raise RuleBroken("parties-unreadable", text=text)
    return name, bare.end()


def _needs_quotes(name: str) -> bool:
    return name != name.strip() or not SIGNS.isdisjoint(name) or name.startswith('"')


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if _needs_quotes(name) else name
