"""Write down what has been done of a duty."""

from datetime import date

from mediator.casework.desk import Desk
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty, Performance
from mediator.domain.errors import RuleBroken
from mediator.storage import agreements


def perform(
    desk: Desk,
    case_id: int,
    duty_id: int,
    *,
    on: date,
    amount_fen: int | None = None,
    complete: bool = False,
    note: str = "",
) -> int:
    """Add an entry of performance; its id. Money is in 分; `complete` settles a duty that is not money."""
    with desk.act("perform", case_id) as act:
        duty = _duty(act.file, duty_id)
        _refuse_ended(duty)
        _check_entry(duty, amount_fen, complete)
        return agreements.add_performance(
            act.work, duty_id, on=on, amount_fen=amount_fen, complete=complete, note=note
        )


def correct_performance(desk: Desk, case_id: int, entry: Performance) -> None:
    """Correct an entry of performance."""
    with desk.act("correct-performance", case_id) as act:
        _entry(act.file, entry.id)
        duty = _duty(act.file, entry.duty_id)
        if entry.id not in {one.id for one in duty.performed}:
            _refuse_ended(duty)
        _check_entry(duty, entry.amount_fen, entry.complete)
        agreements.correct_performance(act.work, entry)


def drop_performance(desk: Desk, case_id: int, entry_id: int) -> None:
    """Put away an entry that was made by mistake; the history keeps it."""
    with desk.act("drop-performance", case_id) as act:
        _entry(act.file, entry_id)
        agreements.remove_performance(act.work, entry_id)


def _duty(file: CaseFile, duty_id: int) -> Duty:
    duties = file.agreement.duties if file.agreement else ()
    found = next((duty for duty in duties if duty.id == duty_id), None)
    if found is None:
        raise RuleBroken("duty-not-here", field="duties")
    return found


def _refuse_ended(duty: Duty) -> None:
    if duty.ended:
        raise RuleBroken("duty-ended", field="duty", ordinal=duty.ordinal)


def _entry(file: CaseFile, entry_id: int) -> None:
    duties = file.agreement.duties if file.agreement else ()
    if not any(entry.id == entry_id for duty in duties for entry in duty.performed):
        raise RuleBroken("entry-not-here")


def _check_entry(duty: Duty, amount_fen: int | None, complete: bool) -> None:
    if amount_fen is not None and amount_fen <= 0:
        raise RuleBroken("amount-not-positive", field="amount_fen")
    if duty.kind == "pay" and amount_fen is None:
        raise RuleBroken("amount-missing", field="amount_fen")
    if duty.kind == "pay" and complete:
        raise RuleBroken("pay-by-amount", field="complete")
