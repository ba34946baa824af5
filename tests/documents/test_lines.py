import random

import pytest

from mediator.documents.fonts import SONG
from mediator.documents.form import Run
from mediator.documents.typeset.lines import Style, longest_whole, set_lines, spread, text_width

STYLE = Style(SONG, 12, 20)
# The rules of GB/T 15834 and common print: what may not begin and what may not end a line.
FORBIDDEN_FIRST = "，。、；：！？）》」』】〕”’…—·％℃"
FORBIDDEN_LAST = "（《「『【〔“‘￥"
WHOLE = [
    "12,500.00元", "￥8,000.00", "110101199003078515", "13800000000", "XS-2025-0803", "45.5%",
    "3万元", "2026-03-05", "a.b@example.com", "6222020200112233445",
]  # fmt: skip
WORDS = [
    "甲一", "乙二", "支付", "（大写：壹万元整）", "《民法典》", "“已收”", "……", "——", "，", "。", "；", "、",
    "：", "邻里纠纷", "三日内", "【附】", "〔2026〕", "！", "？", "·", " ", "和", "修复", "℃",
    "（《甲》）。”", "“（乙）”，", "（50.5%）",
]  # fmt: skip


def random_text(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=40) + chance.choices(WHOLE, k=8)
    chance.shuffle(words)
    return "甲" + "乙".join(words)  # two whole runs side by side would be one run


def test_five_thousand_random_lines_keep_every_rule():
    chance = random.Random(20260305)
    seen = 0
    while seen < 5000:
        text = random_text(chance)
        width = chance.uniform(170, 460)
        lines = set_lines(text, STYLE, width, indent=chance.choice([0, 24]))
        seen += len(lines)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        for line in lines:
            assert line.text[:1] not in FORBIDDEN_FIRST or not line.text, (line.text, text)
            assert line.text[-1:] not in FORBIDDEN_LAST or not line.text, (line.text, text)
            assert line.width <= width + 0.01
            last = line.segments[-1]
            assert last.x + last.width <= width + 0.01
        whole = [word for word in WHOLE if word in text]
        assert all(any(word in line.text for line in lines) for word in whole), (whole, text)


def test_full_lines_of_running_text_end_at_the_margin():
    lines = set_lines("双方当事人自愿达成如下协议，" * 30, STYLE, 400)
    assert all(line.width == pytest.approx(400) for line in lines[:-1])
    assert lines[-1].segments[0].gap == 0


def test_the_first_line_is_indented_and_the_others_are_not():
    first, second, *_ = set_lines("协议内容" * 30, STYLE, 300, indent=24)
    assert first.segments[0].x == 24
    assert second.segments[0].x == 0


def test_a_number_longer_than_the_line_is_broken_and_stays_on_the_paper():
    text = "账号" + "9" * 200 + "止"
    lines = set_lines(text, STYLE, 200)
    assert "".join(line.text for line in lines) == text
    assert all(line.width <= 200.01 for line in lines)
    assert lines[0].text.startswith("账号99")


def test_a_number_as_wide_as_the_line_is_not_cut_by_the_indent():
    number = "110101199003078515"
    width = text_width(number, STYLE) + 10
    lines = set_lines(f"甲{number}乙", STYLE, width, indent=24)
    assert any(number in line.text for line in set_lines(f"甲{number}乙", STYLE, width))
    assert all(line.width <= width + 0.01 for line in lines)


def test_a_bracket_leaves_its_number_rather_than_cut_it():
    number = "110101199003078515"
    lines = set_lines(f"甲乙丙（{number}）丁", STYLE, text_width(number, STYLE) + 6)
    assert [line.text for line in lines if number[:6] in line.text] == [number]


@pytest.mark.parametrize("text", ["，" * 100, "（" * 100, "…" * 101, "a" * 1000, " " * 50])
def test_what_no_rule_can_break_is_broken_anyway(text):
    lines = set_lines(text, STYLE, 120)
    assert "".join(line.text for line in lines) == text.strip(" ")
    assert all(line.width <= 120.01 for line in lines)


def test_each_line_end_starts_a_line_and_nothing_is_nothing():
    assert [line.text for line in set_lines("一\n\n二\r\n三", STYLE, 100)] == ["一", "", "二", "三"]
    assert [line.text for line in set_lines("", STYLE, 100)] == [""]


def test_an_underlined_blank_keeps_its_room():
    (line,) = set_lines(("姓名", Run("　　　　", underline=True), "性别"), STYLE, 300)
    rule = line.segments[1]
    assert rule.underline
    assert rule.width == pytest.approx(48)


def test_centre_and_right_place_a_line_where_they_say():
    (middle,) = set_lines("协议", STYLE, 100, align="center")
    (right,) = set_lines("协议", STYLE, 100, align="right")
    assert middle.segments[0].x == pytest.approx(38)
    assert right.segments[0].x == pytest.approx(76)


def test_a_label_is_spread_to_the_width_of_longer_ones():
    line = spread("卷号：", STYLE, 72)
    assert line.width == pytest.approx(72)
    assert [round(segment.x) for segment in line.segments] == [0, 48, 60]
    assert spread("人民调解委员会：", STYLE, 72).width == pytest.approx(96)


def test_the_longest_number_is_known():
    assert longest_whole("甲12乙110101199003078515丙", STYLE) == text_width("110101199003078515", STYLE)
    assert longest_whole("没有数字", STYLE) == 0
