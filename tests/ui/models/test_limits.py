"""Why a day is the day it is: the article, the sum, and whose number it rests on."""

from datetime import date

import pytest

from mediator.domain.clock import extended, limit
from mediator.rules import limit_rules
from ui.models.limits import limit_lines


@pytest.mark.parametrize(("months", "said"), [(1, ""), (2, "（本单位设定为 2 个月）")])
def test_a_number_of_the_office_is_told_beside_the_article(months: int, said: str) -> None:
    rule = next(rule for rule in limit_rules("people") if rule.key == "mediation")
    lines = limit_lines(limit(rule.with_value(months), date(2026, 10, 12)))
    assert f"依据：{rule.article}{said}" in lines
    assert f"推算：2026-10-12 ＋ {months} 个月 ＝ 2026-{10 + months}-12" in lines


def test_an_extension_is_told_beside_the_day_by_the_rule() -> None:
    rule = next(rule for rule in limit_rules("people") if rule.key == "mediation")
    lines = limit_lines(extended(limit(rule, date(2026, 10, 12)), date(2026, 11, 30)))
    assert "推算：2026-10-12 ＋ 1 个月 ＝ 2026-11-12" in lines
    assert "延长：原定 2026-11-12，经当事人同意延长至 2026-11-30（多 18 天）" in lines
