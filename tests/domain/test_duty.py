"""Who owes whom what, and what is left of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.duty import (
    Due,
    Duty,
    DutyFacts,
    Instalment,
    Performance,
    check_duty,
    is_settled,
    last_due_on,
    paid_fen,
    past_due,
    settled_on,
    still_due,
)
from mediator.domain.errors import RuleBroken

OCT, NOV, DEC = date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 31)
PARTS = (
    Instalment(amount_fen=30_000, due_on=OCT),
    Instalment(amount_fen=30_000, due_on=NOV),
    Instalment(amount_fen=40_000, due_on=DEC),
)
PAY = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=100_000, instalments=PARTS)


def on_record(facts: DutyFacts, *done: tuple[date, int | None] | tuple[date, int | None, bool]) -> Duty:
    performed = tuple(
        Performance(id=number, duty_id=7, on=entry[0], amount_fen=entry[1], complete=entry[2:] == (True,))
        for number, entry in enumerate(done, 1)
    )
    return Duty(**facts.model_dump(), id=7, ordinal=2, performed=performed)


def due(part: int, day: date | None, fen: int | None) -> Due:
    return Due(duty_id=7, ordinal=2, part=part, due_on=day, amount_fen=fen)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"debtors": ()}, "duty-debtor-missing", "debtors"),
        ({"creditors": ()}, "duty-creditor-missing", "creditors"),
        ({"creditors": (1, 2)}, "duty-to-self", "creditors"),
        ({"amount_fen": None}, "duty-amount-missing", "amount_fen"),
        ({"amount_fen": 0}, "duty-amount-missing", "amount_fen"),
        ({"amount_fen": -1}, "duty-amount-missing", "amount_fen"),
        ({"amount_fen": 100_001}, "instalments-sum", "instalments"),
        ({"instalments": PARTS[:2]}, "instalments-sum", "instalments"),
        ({"instalments": PARTS[::-1]}, "instalments-order", "instalments"),
        ({"instalments": (*PARTS, Instalment(amount_fen=0))}, "instalment-amount", "instalments"),
        (
            {"instalments": (Instalment(amount_fen=-1), Instalment(amount_fen=100_001))},
            "instalment-amount",
            "instalments",
        ),
        ({"kind": "act", "what": " "}, "duty-what-missing", "what"),
    ],
)
def test_a_duty_that_cannot_be_right_is_refused(change: dict[str, object], code: str, field: str) -> None:
    check_duty(PAY)
    with pytest.raises(RuleBroken) as refusal:
        check_duty(PAY.model_copy(update=change))
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_the_sums_that_disagree_are_told() -> None:
    with pytest.raises(RuleBroken) as refusal:
        check_duty(PAY.model_copy(update={"amount_fen": 99_999}))
    assert refusal.value.values == {"total_fen": 100_000, "amount_fen": 99_999}


def test_other_duties_need_neither_money_nor_creditor() -> None:
    check_duty(DutyFacts(kind="refrain", debtors=(1,), what="不再堆放杂物"))
    check_duty(PAY.model_copy(update={"instalments": (Instalment(amount_fen=100_000),)}))


def test_nothing_paid_leaves_every_instalment() -> None:
    duty = on_record(PAY)
    assert still_due(duty) == [due(1, OCT, 30_000), due(2, NOV, 30_000), due(3, DEC, 40_000)]
    assert (paid_fen(duty), is_settled(duty), settled_on(duty)) == (0, False, None)


def test_money_goes_to_the_earliest_instalments_first() -> None:
    duty = on_record(PAY, (OCT, 45_000))
    assert still_due(duty) == [due(2, NOV, 15_000), due(3, DEC, 40_000)]


def test_a_duty_is_settled_on_the_day_of_its_last_money_whatever_the_order_of_entry() -> None:
    duty = on_record(PAY, (DEC, 40_000), (OCT, 60_000))
    assert still_due(duty) == []
    assert (is_settled(duty), settled_on(duty)) == (True, DEC)
    early = on_record(PAY, (OCT, 100_000), (DEC, 1))
    assert settled_on(early) == OCT


def test_a_payment_without_instalments_has_one_due() -> None:
    whole = PAY.model_copy(update={"instalments": (), "due_on": NOV})
    assert still_due(on_record(whole, (OCT, 99_999))) == [due(0, NOV, 1)]
    assert still_due(on_record(whole, (OCT, 100_000))) == []


def test_an_act_is_settled_when_it_is_said_to_be() -> None:
    act = DutyFacts(kind="act", debtors=(2,), what="修好水管", due_on=NOV)
    begun = on_record(act, (OCT, None))
    assert (still_due(begun), settled_on(begun)) == ([due(0, NOV, None)], None)
    done = on_record(act, (OCT, None), (DEC, None, True))
    assert (still_due(done), is_settled(done), settled_on(done)) == ([], True, DEC)


def test_a_part_is_late_from_the_day_after_its_own_and_what_is_to_stop_never_is() -> None:
    duty = on_record(PAY, (OCT, 10_000))
    assert past_due(duty, OCT) == []
    assert past_due(duty, NOV) == [due(1, OCT, 20_000)]
    assert past_due(duty, DEC) == [due(1, OCT, 20_000), due(2, NOV, 30_000)]
    undated = on_record(DutyFacts(kind="deliver", debtors=(2,), what="维修记录"))
    stop = on_record(DutyFacts(kind="refrain", debtors=(2,), what="夜间施工", due_on=OCT))
    assert past_due(undated, DEC) == past_due(stop, DEC) == []


def test_the_last_due_day_is_that_of_the_last_instalment() -> None:
    assert last_due_on(PAY) == DEC
    assert last_due_on(PAY.model_copy(update={"instalments": (), "due_on": NOV})) == NOV
    assert last_due_on(PAY.model_copy(update={"instalments": ()})) is None


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=12), st.lists(st.integers(1, 10**9), max_size=12))
def test_what_is_paid_and_what_is_due_add_up(parts: list[int], paid: list[int]) -> None:
    facts = DutyFacts(
        debtors=(2,),
        creditors=(1,),
        amount_fen=sum(parts),
        instalments=tuple(Instalment(amount_fen=fen) for fen in parts),
    )
    check_duty(facts)
    duty = on_record(facts, *((OCT, fen) for fen in paid))
    left = sum(one.amount_fen or 0 for one in still_due(duty))
    assert left == max(0, sum(parts) - sum(paid))
    assert is_settled(duty) is (left == 0) is (settled_on(duty) is not None)
