"""Visit the parties after the agreement."""

from mediator.casework.desk import Desk, refuse_refused
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import VisitFacts
from mediator.storage.procedure import VISITS


def visit(desk: Desk, case_id: int, facts: VisitFacts, visit_id: int | None = None) -> int:
    """Add a follow-up visit, or correct the one named; its id."""
    with desk.act("visit" if visit_id is None else "correct-visit", case_id) as act:
        refuse_refused(act.file)
        if act.file.ending.on is None:
            raise RuleBroken("case-still-open", field="on")
        if visit_id is not None and visit_id not in {one.id for one in act.file.visits}:
            raise RuleBroken("visit-not-here")
        return VISITS.save(act.work, case_id, facts, visit_id)


def drop_visit(desk: Desk, case_id: int, visit_id: int) -> None:
    """Put away a visit that was entered by mistake; the history keeps it."""
    with desk.act("drop-visit", case_id) as act:
        if visit_id not in {one.id for one in act.file.visits}:
            raise RuleBroken("visit-not-here")
        VISITS.remove(act.work, visit_id)
