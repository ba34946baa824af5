"""Write down what the parties change after they have agreed, who signed it, or put it away."""

from collections.abc import Collection

from mediator.casework.conclude import Duties
from mediator.casework.desk import Act, Desk, refuse_stranger
from mediator.domain.agreement import Agreement, Signing
from mediator.domain.duty import check_duty
from mediator.domain.errors import RuleBroken
from mediator.domain.supplement import SupplementFacts, check_supplement
from mediator.storage import agreements
from mediator.storage.procedure import SUPPLEMENTS, save_supplement_signing


def supplement(
    desk: Desk,
    case_id: int,
    facts: SupplementFacts,
    *,
    duties: Duties = (),
    ends: Collection[int] = (),
    supplement_id: int | None = None,
) -> int:
    """Add a supplementary agreement or correct the one named; its id.

    `duties` are the ones it adds, `ends` the ids of the duties that no longer run because of it.
    """
    with desk.act("supplement" if supplement_id is None else "correct-supplement", case_id) as act:
        agreement = _agreement(act)
        refuse_stranger(supplement_id, act.file.supplements)
        check_supplement(facts, len(duties) + len(ends))
        for _, duty in duties:
            check_duty(duty)
        _refuse_foreign_duties(agreement, duties, ends, supplement_id)
        saved = SUPPLEMENTS.save(act.work, case_id, facts, supplement_id)
        agreements.save_duties(act.work, agreement.id, duties, saved)
        agreements.end_duties(act.work, agreement.id, saved, ends)
        return saved


def sign_supplement(desk: Desk, case_id: int, supplement_id: int, signing: Signing) -> None:
    """Write down who has signed a supplementary agreement and when."""
    with desk.act("sign-supplement", case_id) as act:
        refuse_stranger(supplement_id, act.file.supplements)
        save_supplement_signing(act.work, supplement_id, signing)


def drop_supplement(desk: Desk, case_id: int, supplement_id: int) -> None:
    """Put away a supplementary agreement entered by mistake; the duties it ended run again."""
    with desk.act("drop-supplement", case_id) as act:
        agreement = _agreement(act)
        refuse_stranger(supplement_id, act.file.supplements)
        _refuse_foreign_duties(agreement, (), (), supplement_id)
        agreements.save_duties(act.work, agreement.id, (), supplement_id)
        agreements.end_duties(act.work, agreement.id, supplement_id, ())
        SUPPLEMENTS.remove(act.work, supplement_id)


def _agreement(act: Act) -> Agreement:
    if act.file.agreement is None:
        raise RuleBroken("agreement-missing")
    return act.file.agreement


def _refuse_foreign_duties(
    agreement: Agreement, duties: Duties, ends: Collection[int], supplement_id: int | None
) -> None:
    """Refuse duties of another agreement or supplement, and dropping one that was performed."""
    own = {duty.id for duty in agreement.duties if duty.supplement_id == supplement_id} - {None}
    own = own if supplement_id is not None else set()
    others = {duty.id for duty in agreement.duties if duty.ended_by in (None, supplement_id)} - own
    kept = {duty_id for duty_id, _ in duties if duty_id is not None}
    if not kept <= own or not set(ends) <= others:
        raise RuleBroken("duty-not-here", field="duties")
    for duty in agreement.duties:
        if duty.id in own - kept and duty.performed:
            raise RuleBroken("duty-performed", field="duties", ordinal=duty.ordinal)
