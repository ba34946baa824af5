"""Whether the days of an agreement fit those of the case, and every duty has its day."""

from collections.abc import Iterator

from mediator.documents.matter import Matter
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.clock import extended
from mediator.domain.duty import Duty
from mediator.domain.finding import Finding
from mediator.rules import limit_from


def day_findings(matter: Matter, agreement: Agreement) -> Iterator[Finding]:
    """Duties without a day, hearings after the agreement, an agreement after the time for mediation."""
    for duty in agreement.own_duties:
        yield from _due(duty, agreement)
    yield from _hearings(matter.file, agreement)
    yield from _over_time(matter, agreement)


def _due(duty: Duty, agreement: Agreement) -> Iterator[Finding]:
    number = {"number": duty.ordinal}
    at_once = duty.way == "on-site"
    if duty.instalments and not all(part.due_on for part in duty.instalments):
        yield Finding("due-days-incomplete", "agreement", "duties", number, duty.id)
    elif duty.kind != "refrain" and not at_once and not duty.instalments and duty.due_on is None:
        yield Finding("due-day-missing", "agreement", "due_on", number, duty.id)
    if duty.kind == "pay" and not duty.way:
        yield Finding("way-missing", "agreement", "way", number, duty.id)
    settled = any(entry.complete or entry.amount_fen == duty.amount_fen for entry in duty.performed)
    if agreement.form == "oral" and duty.kind != "refrain" and not at_once and not settled:
        yield Finding("oral-not-at-once", "agreement", "form", number, duty.id)


def _hearings(file: CaseFile, agreement: Agreement) -> Iterator[Finding]:
    if not file.hearings and agreement.form == "written":
        yield Finding("no-hearing", "hearings")
    for hearing in file.hearings:
        if hearing.held_on > agreement.agreed_on:
            values = {
                "number": hearing.ordinal,
                "held": hearing.held_on,
                "agreed": agreement.agreed_on,
            }
            yield Finding("hearing-after", "hearings", "held_on", values, hearing.id)


def _over_time(matter: Matter, agreement: Agreement) -> Iterator[Finding]:
    case, months = matter.file.case, matter.settings.mediation_months
    rule = limit_from(case.track, "mediation", case.accepted_on, months)
    if rule is None:
        return
    limit = extended(rule, matter.file.extended_to)
    if agreement.agreed_on > limit.last_day:
        values = {"agreed": agreement.agreed_on, "last": limit.last_day}
        yield Finding("over-time", "agreement", "agreed_on", values)
