"""Statistics periods with the office's cut day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.errors import WrongUsage
from mediator.domain.period import make, parse, title


@pytest.mark.parametrize(
    ("text", "cut_day", "first", "last"),
    [
        ("2026-10", 1, date(2026, 10, 1), date(2026, 10, 31)),
        ("2026-10", 26, date(2026, 9, 26), date(2026, 10, 25)),
        ("2026-10", 21, date(2026, 9, 21), date(2026, 10, 20)),
        ("2026-01", 26, date(2025, 12, 26), date(2026, 1, 25)),
        ("2026-03", 26, date(2026, 2, 26), date(2026, 3, 25)),
        ("2028-02", 1, date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", 1, date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-Q3", 1, date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q1", 26, date(2025, 12, 26), date(2026, 3, 25)),
        ("2026-H1", 1, date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", 26, date(2026, 6, 26), date(2026, 12, 25)),
        ("2026", 1, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026", 26, date(2025, 12, 26), date(2026, 12, 25)),
        (" 2026-10 ", 1, date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_a_period_and_its_days(text: str, cut_day: int, first: date, last: date) -> None:
    period = parse(text, cut_day)
    assert (period.text, period.first_day, period.last_day) == (text.strip(), first, last)
    one = timedelta(days=1)
    held = [period.holds(day) for day in (first - one, first, last, last + one, None)]
    assert held == [False, True, True, False, False]


@pytest.mark.parametrize(
    "text",
    ["", "2026-13", "2026-00", "2026-1", "202610", "2026-Q5", "2026-H3", "2026-W1", "26-10", "1899", "9999"],
)
def test_an_unknown_period_is_wrong_usage(text: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        parse(text)
    assert refusal.value.code == "period-unknown"
    assert refusal.value.values["period"] == text


@pytest.mark.parametrize(
    ("text", "before", "last_year", "words"),
    [
        ("2026-01", "2025-12", "2025-01", "2026年1月"),
        ("2026-10", "2026-09", "2025-10", "2026年10月"),
        ("2026-Q1", "2025-Q4", "2025-Q1", "2026年第1季度"),
        ("2026-H1", "2025-H2", "2025-H1", "2026年上半年"),
        ("2026-H2", "2026-H1", "2025-H2", "2026年下半年"),
        ("2026", "2025", "2025", "2026年"),
    ],
)
def test_neighbours_and_words(text: str, before: str, last_year: str, words: str) -> None:
    period = parse(text)
    assert (period.before().text, period.last_year().text, title(period)) == (before, last_year, words)


def test_the_year_to_date_begins_with_the_statistics_year() -> None:
    assert parse("2026-10").year_to_date() == (date(2026, 1, 1), date(2026, 10, 31))
    assert parse("2026-10", 26).year_to_date() == (date(2025, 12, 26), date(2026, 10, 25))


@given(
    st.integers(1901, 9997),
    st.sampled_from([(1, 12), (3, 4), (6, 2), (12, 1)]),
    st.data(),
    st.integers(1, 28),
)
def test_periods_follow_each_other_without_gap(
    year: int, kind: tuple[int, int], data: st.DataObject, cut_day: int
) -> None:
    months, count = kind
    first_month = data.draw(st.integers(0, count - 1)) * months + 1
    period = make(year, first_month, months, cut_day)
    assert parse(period.text, cut_day) == period
    assert period.before().last_day + timedelta(days=1) == period.first_day
