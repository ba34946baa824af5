"""An agreement entered by mistake is taken back before anything was done on it, and another can follow."""

from datetime import date

import pytest

from mediator.casework.accept import accept
from mediator.casework.conclude import agree, take_back_agreement
from mediator.casework.desk import Desk
from mediator.casework.hold_hearing import hold_hearing
from mediator.domain.agreement import AgreementFacts
from mediator.domain.browse import CaseFilter
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.hearing import HearingFacts
from mediator.storage import counting, listing
from tests.people import ACCEPTED, full_case, intake


def settled(desk: Desk, amount_fen: int = 100) -> int:
    case_id = accept(desk, intake())
    one, other = (party.id for party in desk.file(case_id).parties)
    duty = DutyFacts(debtors=(other,), creditors=(one,), amount_fen=amount_fen, what="修补费")
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED), ((None, duty),))
    return case_id


def test_the_case_is_open_again_and_counts_as_open(desk: Desk) -> None:
    case_id = settled(desk)
    number = desk.file(case_id).agreement
    take_back_agreement(desk, case_id)
    file = desk.file(case_id)
    assert (file.agreement, file.ending.outcome, file.ending.on) == (None, "", None)
    with desk.store.look() as work:
        (line,) = listing.case_lines(work, CaseFilter())
        (count,) = counting.case_counts(work)
    assert (line.stage, line.amount_fen) == ("accepted", None)
    assert (count.outcome, count.form, count.amount_fen) == ("", "", None)
    assert number is not None
    assert any(
        (entry.before or {}).get("agreement.number") == number.number for entry in desk.history(case_id)
    )


def test_another_agreement_can_follow(desk: Desk) -> None:
    case_id = settled(desk)
    take_back_agreement(desk, case_id)
    hold_hearing(desk, case_id, HearingFacts(held_on=date(2026, 11, 5)))
    agree(desk, case_id, AgreementFacts(agreed_on=date(2026, 11, 5), clauses=("互不追究。",)), ())
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    assert (agreement.duties, agreement.clauses) == ((), ("互不追究。",))


def test_what_was_done_on_it_keeps_it(desk: Desk) -> None:
    case_id = full_case(desk)
    with pytest.raises(RuleBroken, match="agreement-in-use"):
        take_back_agreement(desk, case_id)
    assert desk.file(case_id).agreement is not None
