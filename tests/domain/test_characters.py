import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.characters import (
    Swap,
    block_of,
    code_of,
    is_han,
    nature,
    rare_han,
    read_code,
    standard_for,
    swap_before,
    uncommon,
)

# One of each block, C and I being the ones that name cards brought last.
BLOCKS = {
    "A": "㛃",
    "B": "𪚥",
    "C": "𫖮",
    "D": "𫝆",
    "E": "𬱖",
    "F": "𮧵",
    "G": "\U00030000",
    "H": "\U00031350",
    "I": "\U0002ebf0",
    "J": "\U000323b0",
}


@pytest.mark.parametrize(("block", "char"), BLOCKS.items())
def test_a_character_of_every_extension_is_known_and_rare(block: str, char: str) -> None:
    assert block_of(char) == block
    assert is_han(char)
    assert nature(char) == "rare"
    assert rare_han(f"张{char}测{char}") == (char,)


def test_a_usual_text_holds_nothing_uncommon() -> None:
    text = "张三测，男，汉族；住示例市示例路1号“甲”栋①—…（2026）￥100.5元\n\tＡ　〇"
    assert uncommon(text) == ()
    assert rare_han(text) == ()


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("张", "usual"),
        ("龥", "usual"),
        ("〇", "usual"),
        ("A", "usual"),
        ("龦", "rare"),
        ("\uf9d1", "rare"),
        ("\U0002f800", "rare"),
        ("\ue816", "private"),
        ("\U000f0000", "private"),
        ("\ud842", "half"),
        ("\udfb7", "half"),
        ("\U000e0100", "selector"),
        ("\ufe00", "selector"),
        ("\x00", "unfit"),
        ("\uffff", "unfit"),
        ("\ufdd0", "unfit"),
    ],
)
def test_the_nature_of_a_character(char: str, kind: str) -> None:
    assert nature(char) == kind


@pytest.mark.parametrize(
    "typed",
    [
        "U+2B5AE",
        "u+2b5ae",
        "2B5AE",
        " 2b5ae ",
        "\\u{2B5AE}",
        "&#x2B5AE;",
        "0x2B5AE",
        "Ｕ＋２Ｂ５ＡＥ",
        "0002B5AE",
        "D86D DDAE",
        "d86dddae",
        "\\uD86D\\uDDAE",
        "D86D,DDAE",
    ],
)
def test_a_code_is_read_in_any_way_people_copy_it(typed: str) -> None:
    assert read_code(typed) == "𫖮"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "U+",
        "张",
        "2B5AE 2B5AF",
        "D86D",
        "DDAE",
        "U+D86D",
        "110000",
        "FFFFFFFF",
        "1F",
        "FFFF",
        "0378",
        "G123",
    ],
)
def test_what_is_no_code_or_no_character_gives_nothing(typed: str) -> None:
    assert read_code(typed) == ""


@pytest.mark.parametrize(
    ("text", "swap"),
    [
        ("2B5AE", Swap(5, "𫖮")),
        ("张U+2B5AE", Swap(7, "𫖮")),
        ("张u+2b5ae", Swap(7, "𫖮")),
        ("张5F20", Swap(4, "张")),
        ("A2B5AE", Swap(5, "𫖮")),
        ("12B5AE", Swap(5, "𫖮")),
        ("105F20", Swap(4, "张")),
        ("U+E816", Swap(6, "\ue816")),
        ("2EBF0", Swap(5, "\U0002ebf0")),
        ("张𫖮", Swap(1, "2B5AE")),
        ("张", Swap(1, "5F20")),
        ("\U000323b0", Swap(1, "323B0")),
        ("E816", None),
        ("U+D86D", None),
        ("12", None),
        ("abc", None),
        ("zz", None),
        ("", None),
    ],
)
def test_alt_x_turns_the_end_of_a_text(text: str, swap: Swap | None) -> None:
    assert swap_before(text) == swap


@given(st.characters(min_codepoint=0x3400, max_codepoint=0x3FFFD).filter(is_han))
def test_alt_x_there_and_back_changes_nothing(char: str) -> None:
    there = swap_before(char)
    assert there is not None
    back = swap_before(there.text)
    assert back == Swap(len(there.text), char)
    assert read_code(code_of(char)) == char


@given(st.text())
def test_alt_x_never_makes_half_a_character_or_a_control_sign(text: str) -> None:
    swap = swap_before(text)
    if swap is not None:
        assert 1 <= swap.length <= len(text)
        assert all(unicodedata.category(char) not in {"Cs", "Cc"} for char in swap.text)


@pytest.mark.parametrize(
    ("private", "standard"),
    [
        ("\ue816", "\U00020087"),
        ("\ue81e", "\u9fb4"),
        ("\ue864", "\u9fbb"),
        ("\ue863", "\u4dae"),
        ("\ue844", "\u4723"),
        ("\ue815", "\u2e81"),
        ("\ue842", "\u464c"),
        ("\ue000", ""),
        ("\ue865", ""),
        ("\ue814", ""),
        ("张", ""),
    ],
)
def test_a_private_code_of_the_old_standard_is_named_by_its_standard_one(private: str, standard: str) -> None:
    assert standard_for(private) == standard


def test_no_old_code_leads_to_another_private_one() -> None:
    assert all(nature(standard_for(chr(code))) != "private" for code in range(0xE815, 0xE865))
