"""Splitting a sum into parts: nothing lost, nothing added, a month apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.errors import RuleBroken
from mediator.domain.instalments import split_evenly


def amounts(fen: int, count: int, *, rest_first: bool = False) -> list[int]:
    return [part.amount_fen for part in split_evenly(fen, count, None, rest_first=rest_first)]


@given(st.integers(1, 10**12), st.integers(1, 60), st.booleans())
def test_the_parts_always_add_up(fen: int, count: int, rest_first: bool) -> None:
    if count > fen:
        return
    parts = amounts(fen, count, rest_first=rest_first)
    assert len(parts) == count
    assert sum(parts) == fen
    assert min(parts) > 0


def test_a_sum_of_whole_yuan_is_split_into_whole_yuan() -> None:
    assert amounts(1_000_000, 3) == [333_300, 333_300, 333_400]
    assert amounts(1_000_000, 3, rest_first=True) == [333_400, 333_300, 333_300]


def test_odd_fen_and_tiny_sums_are_split_by_fen() -> None:
    assert amounts(100_001, 2) == [50_000, 50_001]
    assert amounts(200, 3) == [66, 66, 68]


def test_parts_are_a_month_apart_and_keep_to_the_last_day_of_short_months() -> None:
    days = [part.due_on for part in split_evenly(300, 3, date(2027, 1, 31))]
    assert days == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_without_a_first_day_no_part_has_one() -> None:
    assert [part.due_on for part in split_evenly(300, 3, None)] == [None, None, None]


@pytest.mark.parametrize(("fen", "count"), [(100, 0), (2, 3), (0, 1), (10**9, 601)])
def test_what_cannot_be_split_is_refused(fen: int, count: int) -> None:
    with pytest.raises(RuleBroken) as refusal:
        split_evenly(fen, count, None)
    assert refusal.value.code == "instalments-count"
