"""What one cell says, as people and spreadsheets write it."""

from datetime import date, datetime, time
from typing import Any

import pytest

from mediator.domain.errors import RuleBroken
from mediator.exchange.cells import as_amount, as_count, as_date, as_key, as_text, as_type, clean

DAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-10-05", "2026/10/5", "2026年10月5日", "20261005", "２０２６－１０－０５", "2026.10.5"),
        *(DAY, datetime(2026, 10, 5), datetime(2026, 10, 5, 9, 30), 20261005, "2026-10-05 00:00:00"),
    ],
)
def test_a_day_is_read_in_every_spelling(cell: Any) -> None:
    assert as_date(cell) == DAY


@pytest.mark.parametrize("cell", [None, "", "  ", "　"])
def test_an_empty_cell_is_no_day(cell: Any) -> None:
    assert as_date(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2026-13-01", "date-impossible"),
        ("2026-02-30", "date-impossible"),
        ("20261301", "date-impossible"),
        ("0001-01-01", "date-impossible"),
        ("10月5日", "date-not-understood"),
        ("昨天", "date-not-understood"),
        ("2026-10/05", "date-not-understood"),
        (46300, "date-not-understood"),
        (time(9, 30), "date-not-understood"),
        (True, "date-not-understood"),
    ],
)
def test_a_day_that_is_none_is_refused(cell: Any, code: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        as_date(cell)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        (None, None),
        ("", None),
        (0, 0),
        (1234.5, 123450),
        ("1234.50", 123450),
        ("1,234.5", 123450),
        ("１２３４．５", 123450),
        ("¥20000元", 2_000_000),
        (0.1 + 0.2, 30),
        (100000000.01, 10_000_000_001),
        ("0.05", 5),
    ],
)
def test_an_amount_in_yuan_is_whole_fen(cell: Any, fen: int | None) -> None:
    assert as_amount(cell) == fen


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("一万元", "amount-not-understood"),
        ("3万", "amount-not-understood"),
        ("abc", "amount-not-understood"),
        (DAY, "amount-not-understood"),
        (True, "amount-not-understood"),
        (-5, "amount-negative"),
        ("-0.01", "amount-negative"),
        (1.234, "amount-decimals"),
        ("1.005", "amount-decimals"),
        (1e16, "amount-too-large"),
        (float("nan"), "amount-not-understood"),
        (float("inf"), "amount-not-understood"),
    ],
)
def test_an_amount_that_is_none_is_refused(cell: Any, code: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        as_amount(cell)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (20261005, "20261005"),
        (13800000000.0, "13800000000"),
        ("=1+1", "=1+1"),
        ("  张三\r\n李四 ", "张三\n李四"),
        ("a\x00b\x0bc", "abc"),
        ("第一行_x000D_\n第二行", "第一行\n第二行"),
        (datetime(2026, 10, 5), "2026-10-05"),
    ],
)
def test_text_is_what_a_person_sees(cell: Any, text: str) -> None:
    assert as_text(cell) == text
    assert clean(text) == text


def test_counts_are_whole_numbers() -> None:
    assert (as_count(5.0), as_count("１２"), as_count(None)) == (5, 12, None)
    for cell, code in (
        ("五", "count-not-whole"),
        (1.5, "count-not-whole"),
        (-1, "count-negative"),
        (True, "count-not-whole"),
    ):
        with pytest.raises(RuleBroken) as caught:
            as_count(cell)
        assert caught.value.code == code


def test_a_type_is_kept_as_it_is_written() -> None:
    assert [as_type(text) for text in ("邻里", "邻里纠纷", "债务", "村务管理")] == [
        *("邻里", "邻里纠纷", "债务", "村务管理")
    ]
    with pytest.raises(RuleBroken, match="cell-not-in-list"):
        as_type("外星纠纷")


def test_a_word_is_known_with_blanks_around_it() -> None:
    assert as_key(" 调解成功　", "outcome") == "success"
    assert as_key(None, "outcome") == ""
    with pytest.raises(RuleBroken) as caught:
        as_key("成功", "outcome")
    assert caught.value.values["allowed"] == "调解成功、调解不成功、终止、不予受理"
