"""The fixed sentences of the papers: each has a key, its default, and room for the office's own words.

A form names its sentences once, `WORDS = wordings("rights-notice", opening="…{调委会}…")`, hands them to its
`Form(…, wordings=WORDS)` and takes them from the matter: `matter.say(WORDS["opening"], 调委会=name)`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from mediator.documents.plain import plain
from mediator.domain.errors import RuleBroken

SLOT: Final = re.compile(
    "[{｛]([^{}｛｝\n]{1,20})[}｝]"
)  # the wide braces of a Chinese keyboard count as well

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence of a form; what stands in braces is put in from the case: {法院}."""

    key: str
    default: str

    @property
    def slots(self) -> tuple[str, ...]:
        """What the case puts in, each once."""
        return tuple(dict.fromkeys(SLOT.findall(self.default)))

    def fits(self, text: str) -> bool:
        """Whether a text has just the places of the default, and says something."""
        return bool(plain(text).strip()) and set(SLOT.findall(text)) == set(self.slots)


def wordings(form: str, **defaults: str) -> dict[str, Wording]:
    """The sentences of a form by their names; `how_it_ends` has the key `<form>.how-it-ends`."""
    return {name: Wording(f"{form}.{name.replace('_', '-')}", text) for name, text in defaults.items()}


def chosen(wording: Wording, own: Mapping[str, str]) -> str:
    """The office's words, or the default where it has none or where they no longer fit its places."""
    text = own.get(wording.key, "")
    return text if wording.fits(text) else wording.default


def filled(text: str, values: Mapping[str, T]) -> tuple[str | T, ...]:
    """A text in pieces, with the values of its places; nothing in a value is looked at again."""
    parts = SLOT.split(text)
    return tuple(values[part] if place % 2 else part for place, part in enumerate(parts))


def checked(wording: Wording, text: str) -> str:
    """The office's words made ready to keep; "" where they are empty or the default.

    Raises RuleBroken "wording-slot-unknown" or "wording-slot-missing" at the field of the key.
    """
    clean = SLOT.sub(r"{\1}", text).strip()
    if not plain(clean).strip() or clean == wording.default:
        return ""
    found = SLOT.findall(clean)
    for slot in found:
        if slot in wording.slots:
            continue
        if not wording.slots:
            raise RuleBroken("wording-takes-no-slot", field=wording.key, slot=slot)
        known = "、".join(f"{{{one}}}" for one in wording.slots)
        raise RuleBroken("wording-slot-unknown", field=wording.key, slot=slot, known=known)
    for slot in wording.slots:
        if slot not in found:
            raise RuleBroken("wording-slot-missing", field=wording.key, slot=slot)
    return clean
