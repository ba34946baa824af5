"""What is said of characters that cannot go on paper."""

import pytest

from tests.rare import BY_BLOCK, ONLY_ON_SCREEN, WITH_SELECTOR
from ui.rare_words import print_trouble


@pytest.mark.parametrize("name", ["张三测", "abc", "", *BY_BLOCK.values()], ids=ascii)
def test_what_can_be_printed_needs_no_word(name: str) -> None:
    assert print_trouble(name) == ""


def test_a_character_no_face_has_is_named_with_its_code() -> None:
    assert print_trouble(ONLY_ON_SCREEN) == "“\U000323b0”（U+323B0）无法打印，请核对或改用其他写法"
    assert "（U+1F600）无法打印" in print_trouble("好😀")


def test_a_private_character_is_named_in_words_with_the_standard_one() -> None:
    assert print_trouble("甲\ue81e") == (
        "自造字（U+E81E）换一台电脑就认不出，也无法打印，请改用标准字“龴”（U+9FB4）"
    )
    assert print_trouble("甲\ue000").endswith("请用标准字重新录入")


def test_half_a_character_is_named_without_showing_it() -> None:
    said = print_trouble("甲\ud86d")
    assert "半个字（U+D86D）" in said
    said.encode("utf-8")


def test_a_chosen_shape_is_told() -> None:
    assert print_trouble(WITH_SELECTOR) == "“葛”后面带有选择字形的符号，纸上印通用的字形"


def test_many_troubles_are_not_all_told() -> None:
    said = print_trouble("\U000323b0\U000323b1\U000323b2\U000323b3\U000323b4")
    assert said.count("无法打印") == 3
    assert said.endswith("；另有 2 个字也是这样")
