"""Keep private notes of a talk with one side, correct them, or put them away."""

from mediator.casework.desk import Desk, refuse_refused, refuse_stranger
from mediator.domain.caucus import CaucusFacts
from mediator.storage.procedure import CAUCUSES


def talk_apart(desk: Desk, case_id: int, facts: CaucusFacts, caucus_id: int | None = None) -> int:
    """Add the notes of a private talk, or correct those named; their id."""
    with desk.act("talk-apart" if caucus_id is None else "correct-talk", case_id) as act:
        refuse_refused(act.file)
        refuse_stranger(caucus_id, act.file.caucuses)
        return CAUCUSES.save(act.work, case_id, facts, caucus_id)


def drop_talk(desk: Desk, case_id: int, caucus_id: int) -> None:
    """Put away notes that were entered by mistake; the history keeps them."""
    with desk.act("drop-talk", case_id) as act:
        refuse_stranger(caucus_id, act.file.caucuses)
        CAUCUSES.remove(act.work, caucus_id)
