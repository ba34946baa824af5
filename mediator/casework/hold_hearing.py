"""Write down a hearing, correct it, or put it away."""

from mediator.casework.desk import Desk, refuse_refused
from mediator.domain.errors import RuleBroken
from mediator.domain.hearing import HearingFacts
from mediator.storage.procedure import HEARINGS


def hold_hearing(desk: Desk, case_id: int, facts: HearingFacts, hearing_id: int | None = None) -> int:
    """Add a hearing, or correct the one named; its id."""
    with desk.act("hold-hearing" if hearing_id is None else "correct-hearing", case_id) as act:
        refuse_refused(act.file)
        if hearing_id is not None and hearing_id not in {hearing.id for hearing in act.file.hearings}:
            raise RuleBroken("hearing-not-here", field="hearing")
        return HEARINGS.save(act.work, case_id, facts, hearing_id)


def drop_hearing(desk: Desk, case_id: int, hearing_id: int) -> None:
    """Put away a hearing that was entered by mistake; the history keeps it."""
    with desk.act("drop-hearing", case_id) as act:
        if hearing_id not in {hearing.id for hearing in act.file.hearings}:
            raise RuleBroken("hearing-not-here", field="hearing")
        HEARINGS.remove(act.work, hearing_id)
