"""The recycle bin: put a case away with its reason, look into the bin, bring a case back."""

from mediator.casework.desk import Desk
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Decision, Removed
from mediator.domain.errors import RuleBroken
from mediator.storage import cases, decisions


def remove_case(desk: Desk, case_id: int, reason: str) -> None:
    """Put a case into the bin: no list, return or search shows it, and its numbers are never reused."""
    if not reason.strip():
        raise RuleBroken("reason-text-missing", field="reason_text")
    with desk.store.work() as work, desk.acting(work, "remove-case", case_id) as act:
        removed = Removed(on=desk.today(), by=desk.who, reason=reason.strip())
        decisions.save_removed(act.work, case_id, removed)
        decision = Decision(kind="removed", on=desk.today(), by=desk.who, reason=reason.strip())
        decisions.decide(act.work, case_id, decision)


def restore_case(desk: Desk, case_id: int) -> None:
    """Take a case out of the bin as it was."""
    with desk.store.work() as work:
        before = cases.load(work, case_id)
        if not before.is_removed:
            raise RuleBroken("case-not-removed")
        decisions.save_removed(work, case_id, Removed())
        decisions.decide(work, case_id, Decision(kind="restored", on=desk.today(), by=desk.who))
        desk.finish(work, "restore-case", before, case_id)


def bin_of(desk: Desk) -> list[CaseFile]:
    """The cases in the bin, the last put away first."""
    with desk.store.look() as work:
        return list(cases.load_all(work, decisions.removed_cases(work)))
