"""The first difference between two texts of a paper: found where it is, and found at once."""

from difflib import SequenceMatcher
from typing import Any

import pytest

from mediator.documents import since
from mediator.documents.since import LONGEST, WINDOW, first_change

WORDS = "甲一于十月三十一日前向示例公司支付赔偿款一千元。"


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (WORDS.replace("一千", "二千"), ("司支付赔偿款一", "司支付赔偿款二")),
        (WORDS.replace("赔偿款", "款"), ("示例公司支付赔偿", "示例公司支付")),
        (WORDS.replace("支付", "当面支付"), ("前向示例公司", "前向示例公司当面")),
        (f"又{WORDS}", ("", "又")),
        (WORDS[:-4], ("司支付赔偿款一千元。", "司支付赔偿款")),
        ("", (WORDS[:LONGEST], "")),
    ],
)
def test_the_first_difference_is_told_with_what_stands_before_it(now: str, change: tuple[str, str]) -> None:
    assert first_change(WORDS, now) == change


def test_the_same_words_are_no_change() -> None:
    assert first_change(WORDS, WORDS) is None


def test_a_long_paper_that_repeats_itself_is_not_compared_sign_by_sign(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []

    def counting(junk: Any, old: str, now: str, autojunk: bool) -> SequenceMatcher[str]:
        compared.append(max(len(old), len(now)))
        return SequenceMatcher(junk, old[:WINDOW], now[:WINDOW], autojunk)

    monkeypatch.setattr(since, "SequenceMatcher", counting)
    old, now = (f"甲方支付{what}款。" * 2_000 for what in ("赔偿", "补偿"))
    assert first_change(old, now) == ("甲方支付赔", "甲方支付补")
    assert compared == [WINDOW]  # 16,000 signs took more than two minutes
