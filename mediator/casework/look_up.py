"""Look cases up and see what is due."""

from datetime import date

from mediator.casework.desk import Desk
from mediator.domain.browse import CaseFilter, CaseLine, DueItem
from mediator.domain.casefile import CaseFile, sides, two_sides
from mediator.domain.clock import Limit, extended
from mediator.domain.duty import still_due
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
        settled = agenda.cases_with_duties(work)
        unvisited = agenda.unvisited(work, settled)
        for case_id in settled:
            file = cases.load(work, case_id)
            items += _duty_items(file)
            if case_id in unvisited:
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


def _duty_items(file: CaseFile) -> list[DueItem]:
    duties = file.agreement.duties if file.agreement else ()
    return [
        DueItem("duty", file.id, file.code, file.names(duty.debtors), due.due_on, due.amount_fen, due.part)
        for duty in duties
        for due in still_due(duty)
        if due.due_on is not None
    ]


def _visit_items(file: CaseFile, settings: Settings) -> list[DueItem]:
    found = visit_limit(file, settings)
    return (
        []
        if found is None
        else [DueItem("visit", file.id, file.code, sides(file), found.last_day, limit=found)]
    )
