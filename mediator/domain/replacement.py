"""A mediator withdraws or is replaced (回避、更换)."""

from collections.abc import Iterable
from datetime import date

from mediator.domain.facts import Facts


class ReplacementFacts(Facts):
    """Who leaves the case, who comes, who asked for it and how it was decided."""

    on: date  # the day of the decision
    leaving: str
    coming: str = ""
    why: str = "asked"  # codes/replacement_reason
    asked_by: int | None = None  # case place of the party who asked
    asked_on: date | None = None
    grounds: str = ""
    granted: bool = True
    decided_by: str = ""


class Replacement(ReplacementFacts):
    """A replacement on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int


def team_after(team: Iterable[str], replacements: Iterable[ReplacementFacts]) -> tuple[str, ...]:
    """Who mediates once these replacements have been granted, in the same order and each once."""
    names = list(team)
    for one in replacements:
        if one.granted:
            names = [one.coming if name == one.leaving else name for name in names]
    return tuple(dict.fromkeys(name for name in names if name))
