"""Which rows of a list a few typed letters mean."""

from collections.abc import Sequence

from mediator.domain.pinyin import begins_as, reads_as


def hits(typed: str, words: Sequence[str]) -> list[int]:
    """Places of the words that are meant, the likeliest first: number, beginning, part, initials."""
    wanted = typed.strip().casefold()
    ranked = [(_rank(wanted, place, word), place) for place, word in enumerate(words) if word]
    return [place for rank, place in sorted(ranked) if rank < _NONE]


_NONE = 5


def _rank(wanted: str, place: int, word: str) -> int:
    plain = word.casefold()
    if not wanted:
        return 0
    if wanted == str(place + 1):
        return 0
    if plain.startswith(wanted):
        return 1
    if wanted in plain:
        return 2
    if begins_as(wanted, word):
        return 3
    return 4 if reads_as(wanted, word) else _NONE
