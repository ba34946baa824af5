"""Take a dispute in, or correct what was written when it came in."""

from mediator.casework.desk import Act, Desk, refuse_closed
from mediator.domain import number
from mediator.domain.case import CaseFacts, Intake, check_intake
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import VisitFacts, follow_names
from mediator.domain.party import PartyEntry
from mediator.domain.track import all_tracks
from mediator.storage import cases, numbers, offices, parties
from mediator.storage.procedure import VISITS
from mediator.storage.store import Work


def accept(desk: Desk, intake: Intake) -> int:
    """Open a dispute and its first case; the case's id. The case gets its 案件编码 and 卷号."""
    with desk.store.work() as work:
        case_id = open_case(desk, work, intake, numbered=True)
        desk.finish(work, "accept", None, case_id)
        return case_id


def open_case(desk: Desk, work: Work, intake: Intake, *, numbered: bool) -> int:
    """Write an intake down inside a transaction; `numbered` gives it a 卷号 too."""
    check_intake(intake, desk.today())
    if intake.case.track not in all_tracks():
        raise RuleBroken("track-unknown", field="track", track=intake.case.track)
    code, dossier = give_numbers(work, intake.case.accepted_on.year, dossier=numbered)
    committee = offices.own_committee(work)
    case_id = cases.add(work, code, intake.dispute, intake.case, committee.id, dossier)
    numbers.hand_to(work, case_id, (code, dossier))
    parties.save_all(work, case_id, intake.parties)
    _remember(work, intake.dispute, intake.case)
    return case_id


def give_numbers(work: Work, year: int, *, dossier: bool = True) -> tuple[str, str | None]:
    """The next 案件编码 of a year, and the next 卷号 unless the case gets none."""
    office, settings = offices.office(work), offices.settings(work)

    def give(series: str, pattern: str) -> str:
        return numbers.give(
            work,
            f"{series}:{year}",
            lambda serial: number.number(pattern, year=year, short=office.short_name, serial=serial),
        )

    code = give("code", settings.code_pattern)
    return code, give("dossier", settings.dossier_pattern) if dossier else None


def correct_intake(desk: Desk, case_id: int, intake: Intake) -> None:
    """Correct the facts of intake and the parties; whoever is named later cannot be dropped.

    What is said of the dispute is said in each of its cases; an archived one forbids to change it.
    """
    with desk.act("correct-intake", case_id) as act:
        _refuse_strangers(act.file, intake.parties)
        others = _others_told(act, intake.dispute)
        cases.save_intake(act.work, case_id, intake.dispute, intake.case)
        parties.save_all(act.work, case_id, intake.parties)
        _correct_names(act, intake.parties)
        _remember(act.work, intake.dispute, intake.case)
        if act.file.ending.outcome == "refused":  # it was refused on the day it came in
            ending = act.file.ending.model_copy(update={"on": intake.case.accepted_on})
            cases.save_ending(act.work, case_id, ending)
        for other in others:
            desk.finish(act.work, "correct-intake", other, other.id)


def _others_told(act: Act, dispute: DisputeFacts) -> list[CaseFile]:
    """The other cases of a dispute that is said otherwise now; those in the bin are left out."""
    if dispute == act.file.dispute:
        return []
    ids = [one for one in cases.of_dispute(act.work, act.file.dispute_id) if one != act.file.id]
    others = [file for file in cases.load_many(act.work, ids) if not file.is_removed]
    for file in others:
        refuse_closed(file)
    return others


def _refuse_strangers(file: CaseFile, entries: tuple[PartyEntry, ...]) -> None:
    """Refuse places of another case, put away, or named twice."""
    named = [entry.id for entry in entries if entry.id is not None]
    if len(named) != len(set(named)) or not set(named) <= {party.id for party in file.parties}:
        raise RuleBroken("party-not-here", field="parties")


def _correct_names(act: Act, entries: tuple[PartyEntry, ...]) -> None:
    """A visit names in words whom it spoke to; they follow a corrected name as the other papers do."""
    now = {entry.id: entry.facts.name for entry in entries}
    corrected = {party.name: now[party.id] for party in act.file.parties if party.id in now}
    for visit in act.file.visits:
        visited = follow_names(visit.visited, corrected)
        if visited != visit.visited:
            found = visit.model_dump(include=set(VisitFacts.model_fields)) | {"visited": visited}
            VISITS.save(act.work, act.file.id, VisitFacts(**found), visit.id)


def _remember(work: Work, dispute: DisputeFacts, case: CaseFacts) -> None:
    people = {case.registrar, case.mediator, *case.assistants}
    offices.remember_names(work, rooms={case.room}, areas={dispute.area}, people=people)
