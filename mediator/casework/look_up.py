"""Look cases up and see what is due."""

from datetime import date

from mediator.casework.desk import Desk
from mediator.domain.browse import CaseFilter, CaseLine, DueItem
from mediator.domain.casefile import CaseFile, sides, two_sides
from mediator.domain.clock import Limit, extended
from mediator.domain.duty import still_due
from mediator.domain.hearing import Hearing
from mediator.domain.office import Settings
from mediator.rules import limit_from
from mediator.storage import agenda, cases, listing, offices
from mediator.storage.store import Work

MOST_OPEN = 2000


def case_lines(desk: Desk, wanted: CaseFilter) -> tuple[list[CaseLine], int]:
    """(lines, how many there are in all) of a filtered case list."""
    with desk.store.look() as work:
        return listing.case_lines(work, wanted), listing.count_cases(work, wanted)


def latest_acceptance(desk: Desk) -> date | None:
    """The latest day of acceptance on record: a computer clock before it is probably wrong."""
    with desk.store.look() as work:
        return cases.last_accepted_on(work)


def mediation_limit(track: str, accepted_on: date, settings: Settings) -> Limit | None:
    """The day by which a case should be settled, by the law's or the office's months."""
    return limit_from(track, "mediation", accepted_on, settings.mediation_months)


def limit_of(file: CaseFile, settings: Settings) -> Limit | None:
    """The day by which this case should be settled, moved by the extensions the parties agreed to."""
    found = mediation_limit(file.case.track, file.case.accepted_on, settings)
    return None if found is None else extended(found, file.extended_to)


def confirmation_limit(file: CaseFile) -> Limit | None:
    """The last day to apply for judicial confirmation of a written agreement in effect."""
    if file.agreement is None or file.agreement.form != "written" or file.effect_on is None:
        return None
    return limit_from(file.case.track, "confirmation", file.effect_on)


def visit_limit(file: CaseFile, settings: Settings) -> Limit | None:
    """The day by which the office wants to have visited."""
    if file.agreement is None or file.effect_on is None:
        return None
    return limit_from(file.case.track, "follow-up", file.effect_on, settings.follow_up_days)


def due_items(desk: Desk) -> list[DueItem]:
    """Everything with a day to keep in the cases that are not archived, the earliest first."""
    with desk.store.look() as work:
        settings = offices.settings(work)
        items = _open_items(work, settings)
        for file in cases.load_all(work, agenda.adjourned(work)):
            items += _hearing_items(file)
        settled = agenda.cases_with_duties(work)
        unvisited = agenda.unvisited(work, settled)
        for file in cases.load_all(work, settled):
            items += duties_due(file) + _confirmation_items(file, desk.today())
            if file.id in unvisited:
                items += _visit_items(file, settings)
    return sorted(items, key=lambda item: (item.due_on, item.case_id))


def _open_items(work: Work, settings: Settings) -> list[DueItem]:
    items = []
    wanted = CaseFilter(stages=("accepted", "mediating"), limit=MOST_OPEN)
    for line in listing.case_lines(work, wanted):
        found = mediation_limit(line.track, line.accepted_on, settings)
        if found is not None:
            found = extended(found, line.extended_to)
            who = two_sides(line.applicants, line.respondents)
            items.append(DueItem("mediation", line.id, line.code, who, found.last_day, limit=found))
    return items


def due_of(desk: Desk, file: CaseFile) -> list[DueItem]:
    """Every day to keep in one case, the earliest first; none of a case that is archived or in the bin."""
    if file.is_archived or file.is_removed:
        return []
    settings, today = desk.settings(), desk.today()
    items = _hearing_items(file) + duties_due(file) + _confirmation_items(file, today)
    found = None if file.ending.outcome else limit_of(file, settings)
    if found is not None:
        items.append(DueItem("mediation", file.id, file.code, sides(file), found.last_day, limit=found))
    if not file.visits:
        items += _visit_items(file, settings)
    return sorted(items, key=lambda item: item.due_on)


def adjourned_to(file: CaseFile) -> Hearing | None:
    """The last hearing of an open case, where it was adjourned to a day that has had no hearing yet."""
    last = file.hearings[-1] if file.hearings and not file.ending.outcome else None
    return last if last is not None and last.next_on is not None else None


def _hearing_items(file: CaseFile) -> list[DueItem]:
    last = adjourned_to(file)
    if last is None or last.next_on is None:
        return []
    note = " ".join(text for text in (last.next_began, last.next_place) if text)
    return [DueItem("hearing", file.id, file.code, sides(file), last.next_on, note=note)]


def duties_due(file: CaseFile) -> list[DueItem]:
    """What is still to be performed by a day of this case, the earliest first."""
    duties = file.agreement.duties if file.agreement else ()
    supplements = {one.id: one.agreed_on for one in file.supplements}
    found = [
        DueItem(
            "duty",
            file.id,
            file.code,
            file.names(duty.debtors),
            due.due_on,
            due.amount_fen,
            due.part,
            ordinal=duty.ordinal,
            supplemented_on=supplements.get(duty.supplement_id or 0),
        )
        for duty in duties
        for due in still_due(duty)
        if due.due_on is not None
    ]
    return sorted(found, key=lambda item: (item.due_on, item.ordinal))


def _confirmation_items(file: CaseFile, today: date) -> list[DueItem]:
    """The last day to apply, while it can still be done and has not been done."""
    found = None if file.confirmation.state else confirmation_limit(file)
    if found is None or found.last_day < today:
        return []
    return [DueItem("confirmation", file.id, file.code, sides(file), found.last_day, limit=found)]


def cases_of_dispute(desk: Desk, dispute_id: int) -> list[CaseFile]:
    """All cases of a dispute in the order they were opened, those in the bin left out."""
    with desk.store.look() as work:
        found = cases.load_many(work, cases.of_dispute(work, dispute_id))
    return [file for file in found if not file.is_removed]


def _visit_items(file: CaseFile, settings: Settings) -> list[DueItem]:
    found = visit_limit(file, settings)
    return (
        []
        if found is None
        else [DueItem("visit", file.id, file.code, sides(file), found.last_day, limit=found)]
    )
