"""Turn back what was closed, with its reason: out of the archive, another outcome, the next mediation."""

from datetime import date

from mediator.casework.accept import give_numbers
from mediator.casework.desk import Act, Desk
from mediator.domain.agent import AgentEntry
from mediator.domain.case import Archived, Ending
from mediator.domain.case_check import check_without_agreement
from mediator.domain.decision import Decision
from mediator.domain.errors import RuleBroken
from mediator.domain.party import PartyEntry, entry_of
from mediator.storage import cases, decisions, numbers, offices, parties


def unarchive(desk: Desk, case_id: int, reason: str) -> None:
    """Take a case out of the archive, so that it can be corrected or carried on."""
    _refuse_no_reason(reason)
    with desk.act("unarchive", case_id, facts=False) as act:
        if not act.file.is_archived:
            raise RuleBroken("case-not-archived")
        cases.save_archived(act.work, case_id, Archived())
        _decide(desk, act, "unarchived", reason)


def reopen(desk: Desk, case_id: int, reason: str) -> None:
    """Carry on with a case that had failed or been ended; how it ended stays in the history."""
    _refuse_no_reason(reason)
    with desk.act("reopen", case_id) as act:
        if act.file.ending.outcome not in ("failed", "terminated"):
            raise RuleBroken("nothing-to-open")
        cases.save_ending(act.work, case_id, Ending(transformed=act.file.ending.transformed))
        _decide(desk, act, "reopened", reason)


def change_outcome(desk: Desk, case_id: int, ending: Ending, reason: str) -> None:
    """Give an ended case without agreement another outcome, day or reason of ending."""
    _refuse_no_reason(reason)
    with desk.act("change-outcome", case_id) as act:
        if act.file.ending.outcome not in ("failed", "terminated"):
            raise RuleBroken("nothing-to-open")
        check_without_agreement(act.file, ending)
        kept = ending.model_copy(update={"transformed": ending.transformed or act.file.ending.transformed})
        cases.save_ending(act.work, case_id, kept)
        _decide(desk, act, "outcome-changed", reason)


def mediate_again(desk: Desk, case_id: int, accepted_on: date, reason: str) -> int:
    """Open the next mediation of a dispute whose case has ended, as after a default; the new case's id.

    It has the same dispute and parties and numbers of its own; the ended case stays as it is.
    """
    _refuse_no_reason(reason)
    with desk.store.work() as work:
        with desk.acting(work, "mediate-again", case_id, facts=False) as act:
            if not act.file.ending.outcome:
                raise RuleBroken("case-still-open")
            _decide(desk, act, "mediated-again", reason)
        before = act.file
        facts = before.case.model_copy(update={"accepted_on": accepted_on})
        code, dossier = give_numbers(work, accepted_on.year)
        committee = offices.own_committee(work).id
        new_id = cases.add_to_dispute(work, (before.dispute_id, case_id), (code, dossier), facts, committee)
        numbers.hand_to(work, new_id, (code, dossier))
        parties.save_all(work, new_id, tuple(_anew(entry_of(party)) for party in before.parties))
        desk.finish(work, "accept", None, new_id)
        return new_id


def _anew(entry: PartyEntry) -> PartyEntry:
    """The same party in a place of its own in the next case."""
    agents = tuple(AgentEntry(facts=agent.facts) for agent in entry.agents)
    return entry.model_copy(update={"id": None, "agents": agents})


def _decide(desk: Desk, act: Act, kind: str, reason: str) -> None:
    decision = Decision(kind=kind, on=desk.today(), by=desk.who, reason=reason.strip())
    decisions.decide(act.work, act.file.id, decision)


def _refuse_no_reason(reason: str) -> None:
    if not reason.strip():
        raise RuleBroken("reason-text-missing", field="reason_text")
