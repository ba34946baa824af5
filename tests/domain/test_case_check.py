"""Facts of a case that contradict each other are refused, with both dates, at the earlier one's field."""

from datetime import date, timedelta
from typing import Any

import pytest

from mediator.domain.agreement import Signing
from mediator.domain.case_check import check_case
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Instalment, Performance
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from tests.domain import pictures as p

ONE = timedelta(days=1)
LATER = p.TODAY + ONE


def refused(file: CaseFile) -> RuleBroken:
    with pytest.raises(RuleBroken) as refusal:
        check_case(file, p.TODAY)
    return refusal.value


def hearing(day: date, **changes: Any) -> dict[str, Any]:
    return {"hearings": (Hearing(id=41, ordinal=1, held_on=day, **changes),)}


def signing(**changes: Any) -> dict[str, Any]:
    return {"agreement": p.agreement(signing=Signing(**changes))}


def paid(day: date, fen: int = 1) -> dict[str, Any]:
    entry = Performance(id=31, duty_id=21, on=day, amount_fen=fen)
    return {"agreement": p.agreement(duties=(p.duty(performed=(entry,)),))}


def visit(day: date) -> dict[str, Any]:
    return {"visits": (Visit(id=51, ordinal=1, on=day),)}


def test_a_whole_case_fits_together() -> None:
    check_case(p.picture(), p.TODAY)


def test_everything_on_one_day_fits_together() -> None:
    day = p.TODAY
    hands = Signing(parties={11: day}, mediator_on=day, sealed_on=day)
    due = p.duty(due_on=day, performed=(Performance(id=1, duty_id=21, on=day, amount_fen=100_000),))
    same = {
        "dispute__happened_on": day,
        "dispute__found_on": day,
        "case__accepted_on": day,
        "ending__on": day,
        "archived__on": day,
        "agreement": p.agreement(agreed_on=day, signing=hands, duties=(due,)),
        **hearing(day),
        **visit(day),
    }
    check_case(p.picture(**same), day)


@pytest.mark.parametrize(
    ("change", "earlier", "first", "later", "second"),
    [
        ({"dispute__happened_on": p.ACCEPTED + ONE}, "happened_on", None, "accepted_on", p.ACCEPTED),
        ({"dispute__found_on": p.ACCEPTED + ONE}, "found_on", None, "accepted_on", p.ACCEPTED),
        (hearing(p.ACCEPTED - ONE), "accepted_on", p.ACCEPTED, "held_on", p.ACCEPTED - ONE),
        (hearing(p.AGREED + ONE), "held_on", p.AGREED + ONE, "concluded_on", p.AGREED),
        (
            {"ending__on": p.ACCEPTED - ONE, "hearings": ()},
            "accepted_on",
            p.ACCEPTED,
            "concluded_on",
            p.ACCEPTED - ONE,
        ),
        (
            {"agreement": p.agreement(agreed_on=p.ACCEPTED - ONE)},
            "accepted_on",
            p.ACCEPTED,
            "agreed_on",
            p.ACCEPTED - ONE,
        ),
        (signing(parties={11: p.AGREED - ONE}), "agreed_on", p.AGREED, "signed_on", p.AGREED - ONE),
        (signing(mediator_on=p.AGREED - ONE), "agreed_on", p.AGREED, "signed_on", p.AGREED - ONE),
        (signing(recorder_on=p.AGREED - ONE), "agreed_on", p.AGREED, "signed_on", p.AGREED - ONE),
        (signing(sealed_on=p.AGREED - ONE), "agreed_on", p.AGREED, "signed_on", p.AGREED - ONE),
        (
            {"agreement": p.agreement(duties=(p.duty(due_on=p.AGREED - ONE),))},
            "agreed_on",
            p.AGREED,
            "due_on",
            p.AGREED - ONE,
        ),
        (
            {
                "agreement": p.agreement(
                    duties=(p.duty(instalments=(Instalment(amount_fen=100_000, due_on=p.AGREED - ONE),)),)
                )
            },
            "agreed_on",
            p.AGREED,
            "due_on",
            p.AGREED - ONE,
        ),
        (paid(p.AGREED - ONE), "agreed_on", p.AGREED, "performed_on", p.AGREED - ONE),
        (visit(p.AGREED - ONE), "concluded_on", p.AGREED, "visited_on", p.AGREED - ONE),
        (
            {"archived__on": p.AGREED - ONE, **paid(p.AGREED), "visits": ()},
            "concluded_on",
            p.AGREED,
            "archived_on",
            p.AGREED - ONE,
        ),
        (visit(p.ARCHIVED + ONE), "visited_on", p.ARCHIVED + ONE, "archived_on", p.ARCHIVED),
        (paid(p.ARCHIVED + ONE), "performed_on", p.ARCHIVED + ONE, "archived_on", p.ARCHIVED),
    ],
)
def test_two_dates_in_the_wrong_order(
    change: dict[str, Any], earlier: str, first: date | None, later: str, second: date
) -> None:
    refusal = refused(p.picture(**change))
    assert (refusal.code, refusal.field) == ("dates-disagree", earlier)
    assert refusal.values == {
        "earlier": earlier,
        "later": later,
        "first": first or p.ACCEPTED + ONE,
        "second": second,
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"case__accepted_on": LATER}, "accepted_on"),
        (hearing(LATER), "held_on"),
        ({"ending__on": LATER}, "concluded_on"),
        (signing(parties={11: LATER}), "signed_on"),
        (signing(mediator_on=LATER), "signed_on"),
        (signing(recorder_on=LATER), "signed_on"),
        (signing(sealed_on=LATER), "signed_on"),
        (paid(LATER), "performed_on"),
        (visit(LATER), "visited_on"),
        ({"archived__on": LATER}, "archived_on"),
    ],
)
def test_what_has_not_happened_yet(change: dict[str, Any], field: str) -> None:
    refusal = refused(p.picture(**change))
    assert (refusal.code, refusal.field) == ("date-in-future", field)
    assert refusal.values == {"date": LATER, "today": p.TODAY}


def test_a_due_day_may_lie_ahead() -> None:
    check_case(p.picture(agreement=p.agreement(duties=(p.duty(due_on=date(2030, 1, 1)),))), p.TODAY)


def test_no_more_is_paid_than_is_owed() -> None:
    check_case(p.picture(**paid(p.PERFORMED, 100_000)), p.TODAY)
    refusal = refused(p.picture(**paid(p.PERFORMED, 100_001)))
    assert refusal.code == "paid-too-much"
    assert refusal.values == {"paid_fen": 100_001, "amount_fen": 100_000}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (hearing(p.HELD, present=(11, 13)), "hearing"),
        ({"hearings": (), **signing(parties={13: p.SIGNED})}, "signing"),
        ({"agreement": p.agreement(duties=(p.duty(debtors=(13,)),))}, "duty"),
        ({"agreement": p.agreement(duties=(p.duty(creditors=(13,)),))}, "duty"),
    ],
)
def test_whoever_is_named_is_a_party(change: dict[str, Any], where: str) -> None:
    refusal = refused(p.picture(**change))
    assert (refusal.code, refusal.field, refusal.values) == ("party-in-use", "parties", {"where": where})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"dispute__type_written": "　"}, "type-missing"),
        ({"dispute__people_count": -1}, "count-negative"),
        ({"parties": ()}, "party-missing"),
        (
            {"parties": (p.party(11, "applicant", " "), p.party(12, "respondent", "李四测"))},
            "party-name-missing",
        ),
    ],
)
def test_intake_is_checked_with_the_rest(change: dict[str, Any], code: str) -> None:
    assert refused(p.picture(**change)).code == code
