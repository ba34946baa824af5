"""A simple dispute settled and performed on the spot: one act, one transaction, one row of history."""

from datetime import date

import pytest

from mediator.casework.accept import accept
from mediator.casework.conclude import settle_at_once
from mediator.casework.desk import Desk
from mediator.casework.look_up import latest_acceptance
from mediator.casework.recycle import remove_case
from mediator.domain.agreement import AgreementFacts
from mediator.domain.duty import DutyFacts, is_settled
from mediator.domain.errors import RuleBroken
from tests.people import ACCEPTED, TODAY, intake

ORAL = AgreementFacts(form="oral", agreed_on=TODAY)
PAY = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=50_000, way="on-site")
ACT = DutyFacts(kind="apologise", debtors=(2,), creditors=(1,), what="当面道歉")
LATER = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=100, due_on=TODAY)


def test_what_was_done_on_the_spot_is_on_record_with_the_agreement(desk: Desk) -> None:
    done = frozenset({1, 3})
    case_id = settle_at_once(
        desk, intake(accepted_on=TODAY), ORAL, (PAY, LATER, ACT), done=done, done_note="当面付清"
    )
    file = desk.file(case_id)
    assert file.agreement is not None
    assert [is_settled(duty) for duty in file.agreement.duties] == [True, False, True]
    entries = [entry for duty in file.agreement.duties for entry in duty.performed]
    assert {(entry.on, entry.note) for entry in entries} == {(TODAY, "当面付清")}
    assert file.performance == "partial"
    assert [entry.verb for entry in desk.history(case_id)] == ["settle-at-once"]


def test_a_refused_performance_leaves_no_case_behind(desk: Desk) -> None:
    before = ORAL.model_copy(update={"agreed_on": date(2026, 11, 23)})
    with pytest.raises(RuleBroken):
        settle_at_once(desk, intake(), before, (PAY,), done=frozenset({1}))
    assert latest_acceptance(desk) is None


def test_the_latest_acceptance_is_known(desk: Desk) -> None:
    accept(desk, intake(accepted_on=TODAY))
    accept(desk, intake(accepted_on=ACCEPTED))
    assert latest_acceptance(desk) == TODAY


def test_a_case_in_the_bin_says_nothing_of_the_clock(desk: Desk) -> None:
    remove_case(desk, accept(desk, intake()), "日期登错")
    assert latest_acceptance(desk) is None
