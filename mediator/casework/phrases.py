"""Phrases for the fields of forms, of the office or of one's own."""

from mediator.casework.desk import Desk
from mediator.domain.errors import RuleBroken
from mediator.domain.workplace import Phrase
from mediator.storage import workplace


def phrases(desk: Desk, place: str) -> list[Phrase]:
    """The phrases for a kind of field, the last used first."""
    with desk.store.look() as work:
        return workplace.phrases(work, place, desk.who)


def save_phrase(desk: Desk, place: str, text: str, *, own: bool, phrase_id: int | None = None) -> int:
    """Add a phrase or reword one, for oneself or for the office; its id."""
    if not text.strip():
        raise RuleBroken("phrase-empty", field="text")
    with desk.store.work() as work:
        return workplace.save_phrase(work, place, desk.who if own else "", text.strip(), phrase_id)


def use_phrase(desk: Desk, phrase_id: int) -> None:
    """Count that a phrase was used, so that it comes first the next time."""
    with desk.store.work() as work:
        workplace.use_phrase(work, phrase_id, desk.today())


def drop_phrase(desk: Desk, phrase_id: int) -> None:
    """Forget a phrase."""
    with desk.store.work() as work:
        workplace.drop_phrase(work, phrase_id)
