"""Register sweeps for disputes."""

from mediator.casework.desk import Desk
from mediator.domain.case import check_order
from mediator.domain.errors import RuleBroken
from mediator.domain.sweep import Sweep
from mediator.storage import sweeps


def save_sweep(desk: Desk, sweep: Sweep) -> None:
    """Add a sweep, or correct the one with the same number."""
    if not sweep.number.strip():
        raise RuleBroken("sweep-number-missing", field="number")
    check_order("began_on", sweep.began_on, "ended_on", sweep.ended_on)
    if sweep.found is not None and sweep.found < 0:
        raise RuleBroken("count-negative", field="found", value=sweep.found)
    with desk.store.work() as work:
        before = sweeps.find(work, sweep.number)
        sweeps.save(work, sweep)
        desk.note(work, "sweep", before, sweep)


def all_sweeps(desk: Desk) -> list[Sweep]:
    """Every sweep, newest first."""
    with desk.store.look() as work:
        return sweeps.all_sweeps(work)
