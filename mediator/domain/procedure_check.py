"""Checks the procedure between intake and ending: its days, and the people named in it."""

from collections.abc import Iterator
from datetime import date

from mediator.domain.case import check_not_future, check_order
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken


def check_procedure(file: CaseFile, today: date) -> None:
    """Refuse days that contradict each other, naming the field to mend."""
    for field, day in _past_days(file):
        check_not_future(field, day, today)
    accepted = file.case.accepted_on
    for extension in file.extensions:
        check_order("accepted_on", accepted, "extended_on", extension.agreed_on)
        check_order("accepted_on", accepted, "until_on", extension.until_on)
        check_order("extended_on", extension.agreed_on, "until_on", extension.until_on)
    for talk in file.caucuses:
        check_order("accepted_on", accepted, "talked_on", talk.held_on)
    for one in file.replacements:
        check_order("accepted_on", accepted, "decided_on", one.on)
        check_order("asked_on", one.asked_on, "decided_on", one.on)
    for hearing in file.hearings:
        check_order("held_on", hearing.held_on, "next_on", hearing.next_on)
    hours = [(one.began, one.ended) for one in file.inquiries]
    for began, ended in hours + [(one.began, one.ended) for one in file.caucuses]:
        if began and ended and ended < began:
            raise RuleBroken("times-disagree", field="ended", began=began, ended=ended)
    _check_supplements(file)


def _check_supplements(file: CaseFile) -> None:
    for supplement in file.supplements:
        agreed = file.agreement.agreed_on if file.agreement else None
        check_order("agreed_on", agreed, "supplemented_on", supplement.agreed_on)
        signing = supplement.signing
        for day in (*signing.parties.values(), signing.mediator_on, signing.recorder_on, signing.sealed_on):
            check_order("supplemented_on", supplement.agreed_on, "signed_on", day)


def _past_days(file: CaseFile) -> Iterator[tuple[str, date | None]]:
    yield from (("inquired_on", one.held_on) for one in file.inquiries)
    yield from (("talked_on", one.held_on) for one in file.caucuses)
    yield from (("extended_on", one.agreed_on) for one in file.extensions)
    yield from (("decided_on", one.on) for one in file.replacements)
    yield from (("supplemented_on", one.agreed_on) for one in file.supplements)
    yield from (("received_on", one.received_on) for one in file.attachments)
    yield "undisputed_on", file.undisputed.on
    for supplement in file.supplements:
        signing = supplement.signing
        days = (*signing.parties.values(), signing.mediator_on, signing.recorder_on, signing.sealed_on)
        yield from (("signed_on", day) for day in days)


def procedure_places(file: CaseFile) -> Iterator[tuple[int, str]]:
    """Every case place named on the way, with where it is named."""
    for inquiry in file.inquiries:
        if inquiry.party is not None:
            yield inquiry.party, "inquiry"
    for talk in file.caucuses:
        yield from ((place, "caucus") for place in talk.parties)
    for extension in file.extensions:
        yield from ((place, "extension") for place in extension.agreed_by)
    for replacement in file.replacements:
        if replacement.asked_by is not None:
            yield replacement.asked_by, "replacement"
    for supplement in file.supplements:
        yield from ((place, "supplement") for place in supplement.signing.parties)
    for attachment in file.attachments:
        if attachment.party is not None:
            yield attachment.party, "attachment"
