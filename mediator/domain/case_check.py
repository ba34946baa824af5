"""Whether all facts of a case still fit together; asked again after every change."""

from collections.abc import Iterator
from datetime import date

from mediator.domain.agreement import Agreement
from mediator.domain.case import Ending, Intake, check_intake, check_not_future, check_order
from mediator.domain.casefile import CaseFile
from mediator.domain.coded import check_codes
from mediator.domain.duty import Duty, check_duty, paid_fen
from mediator.domain.errors import RuleBroken
from mediator.domain.party import entry_of
from mediator.domain.procedure_check import check_procedure, procedure_places
from mediator.domain.track import all_tracks


def check_case(file: CaseFile, today: date) -> None:
    """Refuse facts that contradict each other, naming the earlier one's field."""
    entries = tuple(entry_of(party) for party in file.parties)
    check_codes(file)
    check_intake(Intake(dispute=file.dispute, case=file.case, parties=entries), today)
    accepted = file.case.accepted_on
    for hearing in file.hearings:
        check_not_future("held_on", hearing.held_on, today)
        check_order("accepted_on", accepted, "held_on", hearing.held_on)
        check_order("held_on", hearing.held_on, "concluded_on", file.ending.on)
        if hearing.began and hearing.ended and hearing.ended < hearing.began:
            raise RuleBroken("times-disagree", field="ended", began=hearing.began, ended=hearing.ended)
    check_not_future("concluded_on", file.ending.on, today)
    check_order("accepted_on", accepted, "concluded_on", file.ending.on)
    if file.agreement is not None:
        _check_agreement(file, file.agreement, today)
    for visit in file.visits:
        check_not_future("visited_on", visit.on, today)
        check_order("concluded_on", file.ending.on, "visited_on", visit.on)
    check_not_future("archived_on", file.archived.on, today)
    check_order("concluded_on", file.ending.on, "archived_on", file.archived.on)
    for field, day in _days_before_archive(file):
        check_order(field, day, "archived_on", file.archived.on)
    check_procedure(file, today)
    _check_places(file)


def check_without_agreement(file: CaseFile, ending: Ending) -> None:
    """Refuse an ending without agreement that lacks its outcome, day, reason or the ways told (Art. 26)."""
    if ending.outcome not in ("failed", "terminated"):
        raise RuleBroken("outcome-missing", field="outcome")
    if ending.on is None:
        raise RuleBroken("date-missing", field="concluded_on")
    if not ending.told_ways:
        raise RuleBroken("ways-not-told", field="told_ways")
    if ending.reason not in {row.key for row in all_tracks()[file.case.track].closing_reasons}:
        raise RuleBroken("reason-missing", field="reason")


def _days_before_archive(file: CaseFile) -> Iterator[tuple[str, date]]:
    yield from (("visited_on", visit.on) for visit in file.visits)
    for duty in file.agreement.duties if file.agreement else ():
        yield from (("performed_on", entry.on) for entry in duty.performed)


def _check_agreement(file: CaseFile, agreement: Agreement, today: date) -> None:
    signing = agreement.signing
    check_order("accepted_on", file.case.accepted_on, "agreed_on", agreement.agreed_on)
    hands = [*signing.parties.values(), signing.mediator_on, signing.recorder_on, signing.sealed_on]
    for day in hands:
        check_not_future("signed_on", day, today)
        check_order("agreed_on", agreement.agreed_on, "signed_on", day)
    for duty in agreement.duties:
        check_duty(duty)
        _check_performance(agreement, duty, today)


def _check_performance(agreement: Agreement, duty: Duty, today: date) -> None:
    for day in (duty.due_on, *(part.due_on for part in duty.instalments)):
        check_order("agreed_on", agreement.agreed_on, "due_on", day)
    for entry in duty.performed:
        check_not_future("performed_on", entry.on, today)
        check_order("agreed_on", agreement.agreed_on, "performed_on", entry.on)
    if duty.kind == "pay" and duty.amount_fen is not None and paid_fen(duty) > duty.amount_fen:
        raise RuleBroken(
            "paid-too-much", field="amount_fen", paid_fen=paid_fen(duty), amount_fen=duty.amount_fen
        )


def _check_places(file: CaseFile) -> None:
    """Every person named in a hearing, duty or signature is still a party of the case."""
    known = {party.id for party in file.parties}
    for place, where in _named_places(file):
        if place not in known:
            raise RuleBroken("party-in-use", field="parties", where=where)


def _named_places(file: CaseFile) -> Iterator[tuple[int, str]]:
    yield from procedure_places(file)
    for hearing in file.hearings:
        yield from ((place, "hearing") for place in hearing.present)
    if file.agreement is not None:
        yield from ((place, "signing") for place in file.agreement.signing.parties)
        for duty in file.agreement.duties:
            yield from ((place, "duty") for place in duty.debtors + duty.creditors)
