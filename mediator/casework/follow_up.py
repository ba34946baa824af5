"""Visit the parties after the agreement; note confirmation and what worse was prevented."""

from mediator.casework.desk import Desk
from mediator.domain.case import Confirmation, Prevention
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import VisitFacts
from mediator.storage import cases, hearings


def visit(desk: Desk, case_id: int, facts: VisitFacts, visit_id: int | None = None) -> int:
    """Add a follow-up visit, or correct the one named; its id."""
    with desk.act("visit" if visit_id is None else "correct-visit", case_id) as act:
        if act.file.ending.on is None:
            raise RuleBroken("case-still-open", field="on")
        if visit_id is not None and visit_id not in {one.id for one in act.file.visits}:
            raise RuleBroken("visit-not-here")
        return hearings.save_visit(act.work, case_id, facts, visit_id)


def drop_visit(desk: Desk, case_id: int, visit_id: int) -> None:
    """Put away a visit that was entered by mistake; the history keeps it."""
    with desk.act("drop-visit", case_id) as act:
        if visit_id not in {one.id for one in act.file.visits}:
            raise RuleBroken("visit-not-here")
        hearings.remove_visit(act.work, visit_id)


def confirm(desk: Desk, case_id: int, confirmation: Confirmation) -> None:
    """Write down where judicial confirmation of a written agreement stands."""
    with desk.act("confirm", case_id) as act:
        if act.file.agreement is None:
            raise RuleBroken("agreement-missing")
        cases.save_confirmation(act.work, case_id, confirmation)


def prevent(desk: Desk, case_id: int, preventions: tuple[Prevention, ...]) -> None:
    """Write down what worse the mediation prevented, with the number of people."""
    if any(one.people < 1 for one in preventions):
        raise RuleBroken("people-missing", field="people")
    with desk.act("prevent", case_id) as act:
        cases.save_preventions(act.work, case_id, preventions)
