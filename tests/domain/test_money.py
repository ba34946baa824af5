"""Amounts: typed, in figures, in words."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.errors import RuleBroken
from mediator.domain.money import LARGEST_FEN, format_yuan, in_words, parse_yuan, wan

FEN = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (5, "伍分"),
        (10, "壹角"),
        (50, "伍角"),
        (99, "玖角玖分"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (1000, "壹拾元整"),
        (1050, "壹拾元零伍角"),
        (10000, "壹佰元整"),
        (11000, "壹佰壹拾元整"),
        (10100, "壹佰零壹元整"),
        (32504, "叁佰贰拾伍元零肆分"),
        (140950, "壹仟肆佰零玖元伍角"),
        (168032, "壹仟陆佰捌拾元零叁角贰分"),
        (600714, "陆仟零柒元壹角肆分"),
        (1001000, "壹万零壹拾元整"),
        (1001005, "壹万零壹拾元零伍分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (2000000, "贰万元整"),
        (10700053, "壹拾万柒仟元零伍角叁分"),
        (10010000, "壹拾万零壹佰元整"),
        (100000000, "壹佰万元整"),
        (123456789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        (10000000100, "壹亿零壹元整"),
        (10010000000, "壹亿零壹拾万元整"),
        (1000000000000, "壹佰亿元整"),
    ],
)
def test_amounts_in_words(fen: int, words: str) -> None:
    assert in_words(fen) == words


def test_words_refuse_what_no_agreement_says() -> None:
    with pytest.raises(RuleBroken, match="amount-negative"):
        in_words(-1)
    with pytest.raises(RuleBroken, match="amount-too-large"):
        in_words(LARGEST_FEN + 1)
    assert in_words(LARGEST_FEN).startswith("玖仟玖佰玖拾玖亿")


@given(FEN)
def test_a_second_opinion_agrees(fen: int) -> None:
    theirs = cn2an.an2cn(f"{fen // 100}.{fen % 100:02d}", "rmb")
    if fen >= 1000 and fen // 100 % 10 == 0 and fen % 100 >= 10:
        theirs = theirs.replace("元", "元零")  # as the annex writes it; cn2an leaves this nought out
    assert in_words(fen) == theirs


@given(FEN, FEN)
def test_no_two_amounts_share_their_words(one: int, other: int) -> None:
    assert (in_words(one) == in_words(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("0", 0),
        ("100", 10000),
        ("100.5", 10050),
        ("100.50", 10050),
        ("100.", 10000),
        ("100.500", 10050),
        ("10,010.05", 1001005),
        ("10，010．05", 1001005),
        ("１００", 10000),
        ("¥1,234", 123400),
        ("￥1234元", 123400),
        ("人民币20000元", 2000000),
        (" 20 000 ", 2000000),
        ("3万", 3000000),
        ("1.5万元", 1500000),
        ("0.0001万", 100),
        ("999999999999.99", LARGEST_FEN),
    ],
)
def test_amounts_as_people_type_them(text: str, fen: int) -> None:
    assert parse_yuan(text) == fen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount-not-understood"),
        ("两千", "amount-not-understood"),
        ("1,00", "amount-not-understood"),
        ("1.2.3", "amount-not-understood"),
        ("1e5", "amount-not-understood"),
        ("=1+1", "amount-not-understood"),
        ("-5", "amount-negative"),
        ("－5", "amount-negative"),
        ("1.005", "amount-decimals"),
        ("0.0000001万", "amount-decimals"),
        ("1000000000000", "amount-too-large"),
    ],
)
def test_amounts_that_are_refused(text: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=f"^{code}$"):
        parse_yuan(text)


@given(st.integers(0, LARGEST_FEN))
def test_figures_are_read_back_exactly(fen: int) -> None:
    assert parse_yuan(format_yuan(fen)) == fen


def test_figures() -> None:
    assert format_yuan(1001005) == "10,010.05"
    assert format_yuan(7) == "0.07"
    assert format_yuan(-123456) == "-1,234.56"


@pytest.mark.parametrize(
    ("fen", "figure"),
    [(0, "0.00"), (28_738_000_00, "2873.80"), (4999, "0.00"), (5000, "0.01"), (-5000, "-0.01")],
)
def test_ten_thousands_round_half_up(fen: int, figure: str) -> None:
    assert wan(fen) == Decimal(figure)
    assert str(wan(fen)) == figure
