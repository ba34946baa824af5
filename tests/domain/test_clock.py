"""Legal time limits."""

from datetime import date

import pytest

from mediator.domain.clock import LimitRule, add_months, limit, rule_on
from mediator.rules import limit_rules


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


def _rule(unit: str, value: int, **span: date | None) -> LimitRule:
    return LimitRule("mediation", "调解期限", value, unit, "", "受理之日", "", **span)


def test_the_first_day_is_not_counted() -> None:
    thirty = limit(_rule("day", 30), date(2026, 10, 12))
    assert thirty.last_day == date(2026, 11, 11)
    assert [
        thirty.days_left(day) for day in (date(2026, 11, 10), date(2026, 11, 11), date(2026, 11, 12))
    ] == [
        1,
        0,
        -1,
    ]
    assert limit(_rule("month", 1), date(2026, 10, 31)).last_day == date(2026, 11, 30)


def test_a_rule_holds_from_its_first_to_its_last_day() -> None:
    old = _rule("month", 1, valid_to=date(2026, 6, 30))
    new = _rule("day", 45, valid_from=date(2026, 7, 1))
    rules = (old, new)
    assert rule_on(rules, "mediation", date(2026, 6, 30)) is old
    assert rule_on(rules, "mediation", date(2026, 7, 1)) is new
    assert rule_on((new,), "mediation", date(2026, 6, 30)) is None
    assert rule_on(rules, "confirmation", date(2026, 7, 1)) is None


def test_a_number_of_the_office_is_marked_where_it_differs() -> None:
    rule = _rule("month", 1)
    assert rule.with_value(1) is rule
    own = rule.with_value(2)
    assert (own.value, own.of_office, own.article) == (2, True, rule.article)


def test_every_rule_row_of_the_people_track_names_its_source() -> None:
    rules = limit_rules("people")
    assert {"mediation", "confirmation", "follow-up"} <= {rule.key for rule in rules}
    for rule in rules:
        assert rule.unit in ("day", "month")
        assert rule.value > 0
        assert rule.article
        assert rule.sure
        assert rule.start_word
