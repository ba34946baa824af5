"""The rare characters that occur in an office, so that nobody has to look for one twice."""

from collections import Counter

from mediator.casework.desk import Desk
from mediator.domain.characters import nature, rare_han
from mediator.storage.rare_names import any_rare_name, rare_names

MOST = 60


def has_rare_names(desk: Desk) -> bool:
    """Whether the office has a name that the usual faces of a screen may not show."""
    with desk.store.look() as work:
        return any_rare_name(work)


def rare_characters(desk: Desk) -> tuple[str, ...]:
    """Rare characters of names and addresses on record, the most frequent first."""
    with desk.store.look() as work:
        names = rare_names(work)
    counted = Counter(char for name in names for char in rare_han(name) if nature(char) == "rare")
    return tuple(char for char, _ in counted.most_common(MOST))
