"""End a case: by an agreement, by failure or termination; or open an ending again."""

from mediator.casework.accept import open_case
from mediator.casework.desk import Desk, refuse_refused
from mediator.domain.agreement import AgreementFacts, Signing, check_agreement
from mediator.domain.case import Ending, Intake
from mediator.domain.case_check import check_without_agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts, check_duty
from mediator.domain.errors import RuleBroken
from mediator.storage import agreements, cases, parties
from mediator.storage.store import Work

Duties = tuple[tuple[int | None, DutyFacts], ...]  # (id of the duty to correct or None, facts)


def agree(desk: Desk, case_id: int, agreement: AgreementFacts, duties: Duties) -> None:
    """Write the agreement down or correct it; the case is settled on the day of agreement."""
    first = desk.file(case_id).agreement is None
    with desk.act("agree" if first else "correct-agreement", case_id) as act:
        _refuse_other_ending(act.file)
        known = set() if act.file.agreement is None else {duty.id for duty in act.file.agreement.own_duties}
        if any(duty_id is not None and duty_id not in known for duty_id, _ in duties):
            raise RuleBroken("duty-not-here", field="duties")
        _refuse_dropping_performed(act.file, {duty_id for duty_id, _ in duties})
        old = act.file.agreement
        number = (old.number if old else "") or act.file.dossier_number  # a ledger's number stays
        write_agreement(act.work, act.file, number, agreement, duties)


def settle_at_once(
    desk: Desk,
    intake: Intake,
    agreement: AgreementFacts,
    duties: tuple[DutyFacts, ...],
    *,
    done: frozenset[int] = frozenset(),
    done_note: str = "",
) -> int:
    """Take in and settle a simple dispute in one act; the case's id.

    Debtors and creditors are 1-based positions in `intake.parties`, for no case place exists yet;
    `done` holds the 1-based numbers of the duties that were performed on the spot, `done_note` what is
    written beside each of them.
    """
    with desk.store.work() as work:
        case_id = open_case(desk, work, intake, numbered=True)
        places = {party.position: party.id for party in parties.of_case(work, case_id)}
        placed = tuple((None, _placed(duty, places)) for duty in duties)
        opened = cases.load(work, case_id)
        write_agreement(work, opened, opened.dossier_number, agreement, placed)
        _perform_on_spot(work, case_id, done, done_note)
        desk.finish(work, "settle-at-once", None, case_id)
        return case_id


def _perform_on_spot(work: Work, case_id: int, done: frozenset[int], note: str) -> None:
    agreement = cases.load(work, case_id).agreement
    assert agreement is not None
    for duty in agreement.duties:
        if duty.ordinal in done:
            agreements.add_performance(
                work,
                duty.id,
                on=agreement.agreed_on,
                amount_fen=duty.amount_fen,
                complete=duty.kind != "pay",
                note=note,
            )


def _placed(duty: DutyFacts, places: dict[int, int]) -> DutyFacts:
    if not set(duty.debtors) | set(duty.creditors) <= set(places):
        raise RuleBroken("duty-debtor-missing", field="debtors")
    debtors = tuple(places[position] for position in duty.debtors)
    creditors = tuple(places[position] for position in duty.creditors)
    return duty.model_copy(update={"debtors": debtors, "creditors": creditors})


def write_agreement(
    work: Work, before: CaseFile, number: str, agreement: AgreementFacts, duties: Duties
) -> None:
    """Write an agreement and its duties inside a transaction; the case is settled on its day."""
    case_id = before.id
    facts = tuple(duty for _, duty in duties)
    check_agreement(agreement, facts)
    for duty in facts:
        check_duty(duty)
    agreement_id = agreements.save(work, case_id, agreement, number or None)
    agreements.save_duties(work, agreement_id, duties)
    ending = Ending(outcome="success", on=agreement.agreed_on)
    cases.save_ending(work, case_id, _with_transformed(ending, before))


def sign(desk: Desk, case_id: int, signing: Signing) -> None:
    """Write down who has signed and when, and when the seal was put on."""
    with desk.act("sign", case_id) as act:
        if act.file.agreement is None:
            raise RuleBroken("agreement-missing")
        agreements.save_signing(act.work, case_id, signing)


def take_back_agreement(desk: Desk, case_id: int) -> None:
    """Take back an agreement that was entered by mistake: the case is open again, the history keeps it."""
    with desk.act("take-back-agreement", case_id) as act:
        file = act.file
        if file.agreement is None:
            raise RuleBroken("agreement-missing")
        performed = any(duty.performed for duty in file.agreement.duties)
        if performed or file.visits or file.confirmation.state or file.supplements:
            raise RuleBroken("agreement-in-use")
        agreements.remove(act.work, case_id)
        cases.save_ending(act.work, case_id, _with_transformed(Ending(), file))


def end_without(desk: Desk, case_id: int, ending: Ending) -> None:
    """End a case without agreement: failed or terminated, with its reason and the ways told (Art. 26)."""
    with desk.act("end-without", case_id) as act:
        if act.file.agreement is not None:
            raise RuleBroken("agreement-there")
        refuse_refused(act.file)
        check_without_agreement(act.file, ending)
        cases.save_ending(act.work, case_id, _with_transformed(ending, act.file))


def open_again(desk: Desk, case_id: int) -> None:
    """Take back an ending without agreement that was entered by mistake; the history keeps it."""
    with desk.act("open-again", case_id) as act:
        if act.file.ending.outcome not in ("failed", "terminated"):
            raise RuleBroken("nothing-to-open")
        cases.save_ending(act.work, case_id, _with_transformed(Ending(), act.file))


def _with_transformed(ending: Ending, file: CaseFile) -> Ending:
    """What the dispute turned into is written down apart and stays."""
    return ending.model_copy(update={"transformed": ending.transformed or file.ending.transformed})


def _refuse_other_ending(file: CaseFile) -> None:
    if file.ending.outcome in ("failed", "terminated", "refused"):
        raise RuleBroken("case-ended", outcome=file.ending.outcome)


def _refuse_dropping_performed(file: CaseFile, kept: set[int | None]) -> None:
    for duty in file.agreement.own_duties if file.agreement else ():
        if duty.performed and duty.id not in kept:
            raise RuleBroken("duty-performed", field="duties", ordinal=duty.ordinal)
