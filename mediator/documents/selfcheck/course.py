"""Whether the days of the papers follow each other, and nothing was left undone on the way."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.casefile import CaseFile
from mediator.domain.clock import extended
from mediator.domain.duty import past_due
from mediator.domain.finding import Finding
from mediator.rules import limit_from

OF_RECORD: Final = {
    "mediation-record": "hearings",
    "inquiry-record": "inquiries",
    "follow-up-record": "visits",
}


def course_findings(matter: Matter) -> Iterator[Finding]:
    """Days out of order, a time for mediation that ran out, duties and visits left undone."""
    file = matter.file
    yield from _paper_days(matter)
    yield from _mediators(file)
    yield from _time(matter)
    if file.agreement is not None:
        yield from _after_agreement(matter)
    if file.ending.outcome in ("failed", "terminated"):
        yield from _ended(file)


def _paper_days(matter: Matter) -> Iterator[Finding]:
    titles = {(ref.key, ref.subject_id): ref.title for ref in press.keys_for(matter)}
    for mark in matter.file.papers:
        earliest = _day_of(matter.file, mark.key, mark.subject_id)
        if mark.signed_on and earliest and mark.signed_on < earliest:
            title = titles.get((mark.key, mark.subject_id)) or press.forms()[mark.key].title
            values = {"title": title, "signed": mark.signed_on, "day": earliest}
            yield Finding("signed-too-early", "papers", mark.key, values, mark.subject_id)


def _day_of(file: CaseFile, key: str, subject_id: int | None) -> date | None:
    """The day before which a paper cannot have been signed."""
    if key in ("agreement", "oral-agreement-register"):
        return file.agreement.agreed_on if file.agreement else None
    if key not in OF_RECORD:
        return file.case.accepted_on
    records = getattr(file, OF_RECORD[key])
    days = [one.on if key == "follow-up-record" else one.held_on for one in records if one.id == subject_id]
    return next(iter(days), None)


def _mediators(file: CaseFile) -> Iterator[Finding]:
    """A mediator who left the case mediates no more in it."""
    for one in file.replacements:
        for hearing in file.hearings:
            if one.granted and hearing.held_on > one.on and one.leaving in hearing.mediators:
                values = {"name": one.leaving, "number": hearing.ordinal, "day": one.on}
                yield Finding("mediator-had-left", "hearings", "mediators", values, hearing.id)
    for hearing in file.hearings:
        if hearing.recorder and hearing.recorder in {party.name for party in file.parties}:
            values = {"name": hearing.recorder, "number": hearing.ordinal}
            yield Finding("recorder-is-party", "hearings", "recorder", values, hearing.id)
    absent = [party.name for party in file.parties if not _was_there(file, party.id)]
    for name in absent if file.ending.outcome == "success" else ():
        yield Finding("never-present", "hearings", "present", {"name": name})


def _was_there(file: CaseFile, place: int) -> bool:
    told = [hearing.present for hearing in file.hearings if hearing.present]
    return not told or any(place in present for present in told)


def _time(matter: Matter) -> Iterator[Finding]:
    """An extension agreed to when the time was over already; an ending without agreement after it."""
    file = matter.file
    limit = limit_from(file.case.track, "mediation", file.case.accepted_on, matter.settings.mediation_months)
    if limit is None:
        return
    for extension in file.extensions:
        if extension.agreed_on > limit.last_day:
            values = {"agreed": extension.agreed_on, "last": limit.last_day}
            yield Finding("extended-too-late", "extension", "agreed_on", values, extension.id)
        limit = extended(limit, extension.until_on)
    ended = file.ending.on if file.agreement is None else None
    if ended is not None and ended > limit.last_day:
        yield Finding("ended-over-time", "archive", values={"ended": ended, "last": limit.last_day})


def _after_agreement(matter: Matter) -> Iterator[Finding]:
    file, agreement, today = matter.file, matter.file.agreement, matter.today
    assert agreement is not None
    for visit in file.visits:
        if file.effect_on is not None and visit.on < file.effect_on:
            values = {"number": visit.ordinal, "day": visit.on, "effect": file.effect_on}
            yield Finding("visit-before-effect", "visits", "on", values, visit.id)
    limit = (
        limit_from(file.case.track, "follow-up", file.effect_on, matter.settings.follow_up_days)
        if (file.effect_on)
        else None
    )
    if limit is not None and not file.visits and today is not None and today > limit.last_day:
        yield Finding("visit-missing", "visits", values={"last": limit.last_day})
    for duty in agreement.running_duties if today else ():
        late = past_due(duty, today) if today else []
        if late and file.is_archived:
            yield Finding("archived-unperformed", "performance", values={"number": duty.ordinal})
        elif late and not matter.made("urging-letter"):
            values = {"number": duty.ordinal, "day": late[0].due_on}
            yield Finding("late-not-urged", "performance", values=values)
    if file.confirmation.state and file.confirmation.on and file.effect_on:
        last = limit_from(file.case.track, "confirmation", file.effect_on)
        applied = file.confirmation.state == "applied"
        if last is not None and applied and file.confirmation.on > last.last_day:
            values = {"day": file.confirmation.on, "last": last.last_day}
            yield Finding("confirmation-too-late", "archive", "confirmed_on", values)


def _ended(file: CaseFile) -> Iterator[Finding]:
    if not file.ending.told_ways:
        yield Finding("ways-not-told", "archive", "told_ways")
    if not file.hearings and file.ending.outcome == "failed":
        yield Finding("failed-without-hearing", "hearings")
