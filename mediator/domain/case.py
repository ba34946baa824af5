"""A case: one mediation of a dispute on one track in one office."""

from datetime import date

from mediator.domain.dispute import DisputeFacts, type_key
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts
from mediator.domain.party import PartyEntry, check_parties


class CaseFacts(Facts):
    """What the desk writes at intake, correctable until the case is archived."""

    track: str = "people"
    start_way: str = "application"  # the track's start ways
    source: str = "walk-in"  # codes/intake_source
    accepted_on: date
    room: str = ""
    registrar: str = ""
    mediator: str = ""
    assistants: tuple[str, ...] = ()
    difficulty: str = "ordinary"  # codes/difficulty
    claims: str = ""  # what the applicant asks for
    death: str = ""  # codes/presence
    attribute: str = ""
    special_group: str = ""
    migrant_workers: str = ""  # codes/yes_no
    subsidy_class: str = ""
    remark: str = ""


class Ending(Facts):
    """How a case ended; empty while it is open."""

    outcome: str = ""  # codes/outcome
    on: date | None = None
    reason: str = ""  # refusal or closing reason of the track
    reason_text: str = ""
    told_ways: tuple[str, ...] = ()  # codes/other_way, Art. 26
    transformed: str = ""  # codes/transformed


class Prevention(Facts):
    """Something worse that the mediation prevented, with the number of people."""

    kind: str  # codes/prevention
    people: int


class Confirmation(Facts):
    """Judicial confirmation of the agreement."""

    state: str = ""  # codes/confirmation
    on: date | None = None


class Archived(Facts):
    """The archive's facts of a case."""

    on: date | None = None
    by: str = ""
    retention: str = ""  # codes/retention
    remark: str = ""


class Intake(Facts):
    """Everything the desk writes down when a dispute walks in."""

    dispute: DisputeFacts
    case: CaseFacts
    parties: tuple[PartyEntry, ...]


def check_intake(intake: Intake, today: date) -> None:
    """Refuse an intake that cannot be true; what is merely missing is asked for later."""
    if not intake.dispute.type_written.strip():
        raise RuleBroken("type-missing", field="type_written")
    if type_key(intake.dispute.type_written) is None:
        raise RuleBroken("type-unknown", field="type_written", value=intake.dispute.type_written)
    check_parties(intake.parties)
    check_not_future("accepted_on", intake.case.accepted_on, today)
    check_order("happened_on", intake.dispute.happened_on, "accepted_on", intake.case.accepted_on)
    check_order("found_on", intake.dispute.found_on, "accepted_on", intake.case.accepted_on)
    count = intake.dispute.people_count
    if count is not None and count < 0:
        raise RuleBroken("count-negative", field="people_count", value=count)


def check_not_future(field: str, day: date | None, today: date) -> None:
    """Refuse a date that has not come yet."""
    if day is not None and day > today:
        raise RuleBroken("date-in-future", field=field, date=day, today=today)


def check_order(earlier: str, first: date | None, later: str, second: date | None) -> None:
    """Refuse two dates in the wrong order; the earlier one's field is named to mend it."""
    if first is not None and second is not None and first > second:
        raise RuleBroken(
            "dates-disagree", field=earlier, earlier=earlier, later=later, first=first, second=second
        )
