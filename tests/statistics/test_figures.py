from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.statistics.figures import change, percent, points


@pytest.mark.parametrize(
    ("part", "whole", "places", "shown"),
    [
        (1717, 1768, 1, "97.1"),
        (1696, 1717, 1, "98.8"),
        (842, 869, 1, "96.9"),
        (842, 869, 2, "96.89"),
        (1, 8, 1, "12.5"),
        (1, 16, 1, "6.3"),  # 6.25 exactly: half to even would give 6.2
        (1, 160, 1, "0.6"),
        (1, 2000, 1, "0.1"),
        (3, 3, 2, "100.00"),
        (0, 7, 2, "0.00"),
        (0, 0, 1, "—"),
        (5, 0, 1, "—"),
    ],
)
def test_rates_are_rounded_half_up(part: int, whole: int, places: int, shown: str) -> None:
    assert percent(part, whole, places) == shown


@pytest.mark.parametrize(
    ("now", "then", "shown"),
    [
        (869, 1028, "-15.5"),
        (869, 840, "3.5"),
        (29, 46, "-37.0"),
        (15, 16, "-6.3"),  # -6.25 goes away from nought
        (0, 4, "-100.0"),
        (7, 7, "0.0"),
        (9999, 10000, "0.0"),  # no minus before a nought
        (3, 0, "—"),
        (0, 0, "—"),
    ],
)
def test_changes_carry_an_ascii_minus_or_nothing(now: int, then: int, shown: str) -> None:
    assert change(now, then) == shown


def test_rates_change_by_points_not_by_per_cent() -> None:
    assert points("96.9", "95.8") == "1.1"
    assert points("95.8", "96.9") == "-1.1"
    assert points("96.9", "—") == "—"


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**9), st.integers(0, 4))
def test_the_whole_number_way_agrees_with_decimal(part: int, whole: int, places: int) -> None:
    expected = (Decimal(part * 100) / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(percent(part, whole, places)) == expected
