"""Write down the facts the parties do not dispute where they reach no agreement."""

from mediator.casework.desk import Desk, refuse_refused
from mediator.domain.decision import Undisputed
from mediator.domain.errors import RuleBroken
from mediator.storage import cases


def state_undisputed(desk: Desk, case_id: int, undisputed: Undisputed) -> None:
    """Write the undisputed facts down, correct them, or take them back with empty ones."""
    told = any(text.strip() for text in undisputed.facts)
    if told and undisputed.on is None:
        raise RuleBroken("date-missing", field="undisputed_on")
    with desk.act("state-undisputed", case_id) as act:
        refuse_refused(act.file)
        if told and act.file.agreement is not None:
            raise RuleBroken("agreement-there")
        cases.save_undisputed(act.work, case_id, undisputed if told else Undisputed())
