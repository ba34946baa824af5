"""The phrases that a field offers: what was used last comes first, the starters come last."""

from dataclasses import dataclass

from mediator.casework.desk import Desk
from mediator.casework.phrases import phrases, save_phrase, use_phrase
from mediator.starters import starters

DROPPED = "dropped:"  # before a place: the starters that somebody does not want there


@dataclass(frozen=True, slots=True)
class Offered:
    """A phrase on offer; `id` is None for a starter, `own` False for one of the whole office."""

    text: str
    id: int | None = None
    own: bool = False


def offered(desk: Desk, place: str, dispute_type: str = "") -> list[Offered]:
    """What a kind of field offers in a dispute of this type."""
    kept = [Offered(one.text, one.id, bool(one.who)) for one in phrases(desk, place)]
    taken = {one.text for one in kept} | {one.text for one in phrases(desk, DROPPED + place)}
    return [*kept, *(Offered(text) for text in starters(place, dispute_type) if text not in taken)]


def count_use(desk: Desk, place: str, phrase: Offered) -> None:
    """Remember that a phrase was used; a starter becomes one's own by it."""
    use_phrase(desk, phrase.id or save_phrase(desk, place, phrase.text, own=True))


def drop_starter(desk: Desk, place: str, text: str) -> None:
    """Offer a starter no more, to nobody in the office."""
    save_phrase(desk, DROPPED + place, text, own=False)
