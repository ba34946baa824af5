"""What the returns want to know of a case at its end."""

from mediator.casework.desk import Desk
from mediator.domain.case import Confirmation, Prevention
from mediator.domain.errors import RuleBroken
from mediator.storage import cases


def save_close_facts(
    desk: Desk,
    case_id: int,
    *,
    confirmation: Confirmation,
    preventions: tuple[Prevention, ...],
    transformed: str,
) -> None:
    """Write down judicial confirmation, what worse was prevented, and what the dispute turned into."""
    if any(one.people < 1 for one in preventions):
        raise RuleBroken("people-missing", field="people")
    with desk.act("close-facts", case_id) as act:
        written = act.file.agreement is not None and act.file.agreement.form == "written"
        if confirmation.state and not written:
            raise RuleBroken("confirmation-needs-writing", field="confirmation")
        cases.save_confirmation(act.work, case_id, confirmation)
        cases.save_preventions(act.work, case_id, preventions)
        ending = act.file.ending.model_copy(update={"transformed": transformed})
        cases.save_ending(act.work, case_id, ending)
