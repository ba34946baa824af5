"""Effect date (人民调解法 Art. 29 and 30), missing hands, sum and performance of an agreement."""

from datetime import date, timedelta

import pytest

from mediator.domain.agreement import (
    Agreement,
    AgreementFacts,
    Signing,
    check_agreement,
    effect_on,
    missing_hands,
    performance_state,
    total_fen,
)
from mediator.domain.duty import Duty, DutyFacts, Performance
from mediator.domain.errors import RuleBroken

DAY = date(2026, 10, 12)
ONE = timedelta(days=1)
PLACES = (11, 12, 13)
ALL = Signing(parties=dict.fromkeys(PLACES, DAY), mediator_on=DAY, sealed_on=DAY)


def written(signing: Signing = ALL, *duties: Duty) -> Agreement:
    return Agreement(id=1, agreed_on=DAY, signing=signing, duties=duties)


def duty(number: int, amount_fen: int | None, *paid: int, complete: bool = False) -> Duty:
    performed = [Performance(id=i, duty_id=number, on=DAY, amount_fen=fen) for i, fen in enumerate(paid)]
    if complete:
        performed.append(Performance(id=99, duty_id=number, on=DAY, complete=True))
    return Duty(
        id=number,
        ordinal=number,
        kind="act" if amount_fen is None else "pay",
        debtors=(11,),
        creditors=(12,),
        amount_fen=amount_fen,
        performed=tuple(performed),
    )


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        ({}, DAY),
        ({"sealed_on": DAY + 3 * ONE}, DAY + 3 * ONE),
        ({"mediator_on": DAY + 2 * ONE}, DAY + 2 * ONE),
        ({"parties": {11: DAY, 12: DAY + ONE, 13: DAY}}, DAY + ONE),
        ({"recorder_on": DAY + 5 * ONE}, DAY),  # Art. 29 asks for parties, mediator and seal
    ],
)
def test_in_writing_it_takes_effect_with_the_last_hand(change: dict[str, object], effect: date) -> None:
    assert effect_on(written(ALL.model_copy(update=change)), PLACES) == effect


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"sealed_on": None}, ["seal"]),
        ({"mediator_on": None}, ["mediator"]),
        ({"parties": {11: DAY, 13: DAY}}, [12]),
        ({"parties": {}, "mediator_on": None, "sealed_on": None}, [11, 12, 13, "mediator", "seal"]),
    ],
)
def test_without_every_hand_there_is_no_effect(change: dict[str, object], missing: list[object]) -> None:
    agreement = written(ALL.model_copy(update=change))
    assert effect_on(agreement, PLACES) is None
    assert missing_hands(agreement, PLACES) == missing


def test_by_word_of_mouth_it_takes_effect_when_they_agree() -> None:
    oral = Agreement(id=1, form="oral", agreed_on=DAY)
    assert effect_on(oral, PLACES) == DAY
    assert missing_hands(oral, PLACES) == []


def test_an_agreement_says_something() -> None:
    with pytest.raises(RuleBroken) as refusal:
        check_agreement(AgreementFacts(agreed_on=DAY, clauses=(" ", "\n")), ())
    assert refusal.value.code == "agreement-empty"
    check_agreement(AgreementFacts(agreed_on=DAY, clauses=("互不追究。",)), ())
    check_agreement(AgreementFacts(agreed_on=DAY), (DutyFacts(debtors=(11,)),))


def test_the_sum_is_that_of_the_duties_else_the_stated_one() -> None:
    assert total_fen(written(ALL, duty(1, 100), duty(2, None), duty(3, 5))) == 105
    assert total_fen(written(ALL, duty(2, None)).model_copy(update={"stated_fen": 7})) == 7
    assert total_fen(written()) is None


@pytest.mark.parametrize(
    ("duties", "state"),
    [
        ((duty(1, 100), duty(2, None)), "ongoing"),
        ((duty(1, 100, 99), duty(2, None)), "partial"),
        ((duty(1, 100, 100), duty(2, None)), "partial"),
        ((duty(1, 100, 40, 60), duty(2, None, complete=True)), "done"),
    ],
)
def test_performance_follows_from_the_duties(duties: tuple[Duty, ...], state: str) -> None:
    assert performance_state(written(ALL, *duties)) == state


def test_performance_without_duties_is_what_the_ledger_said() -> None:
    assert performance_state(written().model_copy(update={"stated_performance": "done"})) == "done"
