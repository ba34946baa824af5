"""Checks must be able to fail: impossible published tables are refused."""

from mediator.statistics.checks import adds_up, ascending
from mediator.statistics.model import ReturnRow


def row(value: int, year_to_date: int | None = None) -> ReturnRow:
    return ReturnRow("key", "group", "title", "件", value, year_to_date=year_to_date)


def test_more_successes_than_cases_are_refused() -> None:
    check = ascending("成功≤受理", [row(17356), row(17128)])
    assert (check.ok, check.detail) == (False, "本期 17356，17128")


def test_a_list_of_kinds_that_lacks_some_is_told() -> None:
    check = adds_up("调委会合计", row(1127), [row(n) for n in (972, 49, 81, 6, 2, 1)])
    assert (check.ok, check.detail) == (False, "本期 1127 ≠ 1111")


def test_the_year_to_date_is_checked_as_well() -> None:
    assert adds_up("合计", row(3, 9), [row(1, 4), row(2, 5)]).ok
    check = adds_up("合计", row(3, 9), [row(1, 4), row(2, 4)])
    assert (check.ok, check.detail) == (False, "本期 3 ＝ 3；年度累计 9 ≠ 8")
    assert not adds_up("合计", row(3, 9), [row(1, 4), row(1, 5)]).ok
    assert not ascending("顺序", [row(2, 8), row(1, 9)]).ok
    assert not ascending("顺序", [row(1, 9), row(2, 8)]).ok
