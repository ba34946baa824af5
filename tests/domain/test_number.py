"""Numbers of cases and papers, and file names that Windows takes."""

import pytest

from mediator.domain.errors import RuleBroken
from mediator.domain.number import check_pattern, number, safe_file_name, safe_file_name_of
from mediator.domain.office import Settings


@pytest.mark.parametrize(
    "pattern",
    [
        Settings().code_pattern,
        Settings().dossier_pattern,
        "{serial}",
        "示例{year}-{serial:03d}",
        "〔{year}〕{short}民调{serial:04}号",
        "{{{year}}}{serial}",
    ],
)
def test_patterns_in_use_are_taken(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "第号",
        "{year}",
        "{short}{year}",
        "{serial",
        "serial}",
        "{}",
        "{0}",
        "{serial}{month}",
        "{serial.real}",
        "{serial:x y}",
        "{serial:4}",
        "{serial:c}",  # control characters
        "{serial!s:.1}",  # 10 comes out as 1
        "{serial:.0e}",  # 11 comes out as 1e+01
        "{serial:999999999d}",
        "{serial:{year}}",
        " {serial}",
        "{serial}\n",
    ],
)
def test_patterns_without_distinct_readable_numbers_are_refused(pattern: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        check_pattern(pattern)
    assert (refusal.value.code, refusal.value.field) == ("pattern-unreadable", "pattern")


def test_a_number_is_the_pattern_filled_in() -> None:
    made = number(Settings().dossier_pattern, year=2026, short="{year}示例", serial=7)
    assert made == "（2026）{year}示例人调字第7号"
    assert number(Settings().code_pattern, year=2026, short="示例", serial=123456) == "2026-123456"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三测与李四测邻里纠纷", "张三测与李四测邻里纠纷"),
        ("a:b*c?d", "a_b_c_d"),
        ('<b>张三|“x”"', "_b_张三_“x”_"),
        ("..\\..\\a/b", "_.._a_b"),
        ("../x", "_x"),
        ("x. . ", "x"),
        ("a\x00\x1f\tb", "a___b"),
        ("\u202efdp.exe", "_fdp.exe"),
        ("a\ud800b", "ab"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("con .txt", "_con .txt"),
        ("Aux.", "_Aux"),
        ("COM1", "_COM1"),
        ("lpt9.pdf", "_lpt9.pdf"),
        ("COM¹", "_COM¹"),
        ("LPT³.a", "_LPT³.a"),
        ("CONIN$", "_CONIN$"),
        ("COM10", "COM10"),
        ("console", "console"),
        ("", "_"),
        (" . ", "_"),
    ],
)
def test_file_names_windows_takes(text: str, name: str) -> None:
    assert safe_file_name(text) == name


def test_long_names_are_cut_and_still_end_well() -> None:
    assert safe_file_name("测" * 300) == "测" * 80
    assert safe_file_name("a" * 79 + ". b") == "a" * 79
    assert len((safe_file_name("𠮷" * 300) + ".pdf").encode()) < 255  # the longest name Linux takes


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合同.pdf", "合同.pdf"),
        ("../合同.pdf", "_合同.pdf"),
        ("a.exe. ", "a.exe"),
        ("没有后缀", "没有后缀"),
        ("con.txt", "_con.txt"),
    ],
)
def test_a_file_keeps_the_ending_of_its_name(name: str, safe: str) -> None:
    assert safe_file_name_of(name) == safe


def test_a_name_that_is_cut_never_shows_an_ending_from_its_middle() -> None:
    cut = safe_file_name_of(f"{'长' * 76}.exe.pdf")
    assert cut.endswith(".pdf")
    assert ".exe" not in cut
    assert len(cut) <= 80
