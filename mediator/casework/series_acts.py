"""What a series does together: one act upon every chosen case, all of them or none.

Each case keeps papers of its own: a joint record names as present only the parties of its own case.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from mediator.casework.conclude import write_agreement
from mediator.casework.desk import Act, Desk, refuse_refused
from mediator.casework.series import Only, together
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived, Ending
from mediator.domain.case_check import check_without_agreement
from mediator.domain.duty import Duty, is_settled, still_due
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.series import JointDuty, SignedTogether, duty_of, own_words, signing_of
from mediator.storage import agreements, cases, papers
from mediator.storage.procedure import HEARINGS, VISITS

Printed = tuple[str, int | None, str]  # form key, record, SHA-256


def hear_together(
    desk: Desk,
    series_id: int,
    facts: HearingFacts,
    *,
    absent: Collection[int] = (),
    absent_names: Collection[str] = (),
    only: Only = None,
) -> None:
    """Write a joint hearing into each case, with that case's own parties as present.

    `absent` are cases whose applicants did not come and so have not agreed, `absent_names` parties of the
    other side.
    """

    def hear(act: Act) -> None:
        refuse_refused(act.file)
        file = act.file
        here = tuple(
            party.id
            for party in file.parties
            if party.name not in absent_names and not (party.role == "applicant" and file.id in absent)
        )
        if not here:  # no name at all would print as everybody
            raise RuleBroken("hearing-nobody-present", field="members")
        away = file.id in absent and facts.result == "agreed"  # nobody agrees who is not there
        own = {"present": here, "text": own_words(facts.text, file)}
        own |= {"result": "continue"} if away else {}
        HEARINGS.save(act.work, file.id, facts.model_copy(update=own))

    with desk.store.work() as work:
        together(desk, work, "hold-hearing", series_id, only, hear)


def agree_together(
    desk: Desk,
    series_id: int,
    agreement: AgreementFacts,
    duties: Sequence[JointDuty],
    *,
    only: Only = None,
) -> None:
    """Write an agreement of its own into each case, every duty with that case's people and sum."""

    def agree(act: Act) -> None:
        if act.file.agreement is not None:
            raise RuleBroken("agreement-there")
        if act.file.ending.outcome:
            raise RuleBroken("case-ended", outcome=act.file.ending.outcome)
        own = [duty_of(duty, act.file) for duty in duties]
        facts = agreement.model_copy(
            update={
                "facts": own_words(agreement.facts, act.file),
                "clauses": tuple(own_words(clause, act.file) for clause in agreement.clauses),
            }
        )
        owed = tuple((None, duty) for duty in own if duty is not None)
        write_agreement(act.work, act.file, act.file.dossier_number, facts, owed)

    with desk.store.work() as work:
        together(desk, work, "agree", series_id, only, agree)


def sign_together(desk: Desk, series_id: int, days: SignedTogether, *, only: Only = None) -> None:
    """Write down when all hands of the chosen cases signed; whoever has signed keeps the day."""

    def sign(act: Act) -> None:
        if act.file.agreement is None:
            raise RuleBroken("agreement-missing")
        agreements.save_signing(act.work, act.file.id, signing_of(days, act.file))

    with desk.store.work() as work:
        together(desk, work, "sign", series_id, only, sign)


def perform_together(
    desk: Desk,
    series_id: int,
    on: date,
    amounts: Mapping[int, int],
    *,
    note: str = "",
    complete: bool = False,
) -> None:
    """Write down money received by case in 分; `complete` also settles what is no money there."""

    def perform(act: Act) -> None:
        agreement = act.file.agreement
        if agreement is None:
            raise RuleBroken("agreement-missing")
        for duty, amount in _spread(agreement.running_duties, amounts[act.file.id]):
            agreements.add_performance(act.work, duty.id, on=on, amount_fen=amount, complete=False, note=note)
        for duty in agreement.running_duties if complete else ():
            if duty.kind != "pay" and not is_settled(duty):
                agreements.add_performance(
                    act.work, duty.id, on=on, amount_fen=None, complete=True, note=note
                )

    with desk.store.work() as work:
        together(desk, work, "perform", series_id, tuple(amounts), perform)


def _spread(duties: Sequence[Duty], amount_fen: int) -> list[tuple[Duty, int]]:
    """Money against what is due in its order; more than is owed goes to the last and is refused there."""
    if amount_fen < 0:
        raise RuleBroken("amount-not-positive", field="amount_fen")
    paying = [duty for duty in duties if duty.kind == "pay"]
    if amount_fen and not paying:
        raise RuleBroken("duty-not-here", field="amount_fen")
    given: list[tuple[Duty, int]] = []
    for duty in paying:
        owed = sum(due.amount_fen or 0 for due in still_due(duty))
        part = amount_fen if duty is paying[-1] else min(owed, amount_fen)
        amount_fen -= part
        given.append((duty, part))
    return [(duty, part) for duty, part in given if part]


def visit_together(desk: Desk, series_id: int, facts: VisitFacts, *, only: Only = None) -> None:
    """Write a visit into each case; without a name in `facts` it was to that case's own applicants."""

    def visit(act: Act) -> None:
        refuse_refused(act.file)
        if act.file.ending.on is None:
            raise RuleBroken("case-still-open", field="on")
        visited = facts.visited or "、".join(party.name for party in act.file.of_role("applicant"))
        own = {"visited": visited, "situation": own_words(facts.situation, act.file)}
        VISITS.save(act.work, act.file.id, facts.model_copy(update=own))

    with desk.store.work() as work:
        together(desk, work, "visit", series_id, only, visit)


def end_together(desk: Desk, series_id: int, ending: Ending, *, only: Only = None) -> None:
    """End the chosen cases without agreement, with the reason and the ways told (Art. 26)."""

    def end(act: Act) -> None:
        if act.file.agreement is not None:
            raise RuleBroken("agreement-there")
        refuse_refused(act.file)
        check_without_agreement(act.file, ending)
        kept = ending.transformed or act.file.ending.transformed
        cases.save_ending(act.work, act.file.id, ending.model_copy(update={"transformed": kept}))

    with desk.store.work() as work:
        together(desk, work, "end-without", series_id, only, end)


def archive_together(desk: Desk, series_id: int, archived: Archived, *, only: Only = None) -> None:
    """Put the chosen cases in the archive, each under its own number."""
    if archived.on is None:
        raise RuleBroken("date-missing", field="archived_on")

    def close(act: Act) -> None:
        if not act.file.ending.outcome:
            raise RuleBroken("case-still-open")
        cases.save_archived(act.work, act.file.id, archived)

    with desk.store.work() as work:
        together(desk, work, "archive", series_id, only, close)


def mark_all_printed(desk: Desk, printed: Mapping[int, Sequence[Printed]]) -> None:
    """Write down, by case, which papers went to the printer together."""
    with desk.store.work() as work:
        for case_id, marks in printed.items():
            with desk.acting(work, "print", case_id, facts=False):
                for key, subject_id, sha256 in marks:
                    papers.mark_printed(work, case_id, key, subject_id, at=desk.now(), sha256=sha256)
