"""The one search box: short names, numbers, hostile queries, rare characters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediator.storage import search
from mediator.storage.store import Store

TEXTS = {
    1: ["2026-00001", "（2026）示例人调字第1号", "张三测", "10000000001", "小区水管漏水，泡坏天花板"],
    2: ["2026-00002", "欧阳测试·买买提", "<b>张三", "110101198502030011", "a<b & c"],
    3: ["2026-00010", "李四𠮷", "=1+1示例物业有限公司", "O'Neil % _ \\"],
    4: ["𰻝测", "〇一", "ＡＢＣ１２３"],
}


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as work:
        for case_id, texts in TEXTS.items():
            search.put(work, case_id, search.words(texts))
    return store


def found(store: Store, query: str) -> list[int]:
    with store.look() as work:
        return search.find(work, query)


@pytest.mark.parametrize(
    ("query", "cases"),
    [
        ("张三", [2, 1]),
        ("张三测", [1]),
        ("三测", [1]),
        ("张", [2, 1]),
        ("测", [4, 2, 1]),
        ("欧阳", [2]),
        ("买买提", [2]),
        ("李四𠮷", [3]),
        ("𠮷", [3]),
        ("𰻝测", [4]),
        ("𰻝", [4]),
        ("〇一", [4]),
        ("水漏", []),
        ("漏水", [1]),
        ("漏水 张三", [1]),
        ("张三 漏水，", [1]),
        ("漏水 李四", []),
        ("张三 提", [2]),
        ("2026-00001", [1]),
        ("00010", [3]),
        ("0001", [3, 1]),
        ("第1号", [1]),
        ("2030011", [2]),
        ("1985", [2]),
        ("abc123", [4]),
        ("ABC", [4]),
        ("示例物业", [3]),
        ("o'neil", [3]),
        ("王五", []),
    ],
)
def test_what_is_found(filled: Store, query: str, cases: list[int]) -> None:
    assert found(filled, query) == cases


# Of each extension of Han one, then a compatibility one, a private one and one with a chosen shape.
RAREST = [*"㛃𪚥𫖮𫝆𬱖𮧵", "\U0002ebf0", "\U00030000", "\U00031350", "\U000323b0", "\uf9d1", "\ue816"]
RAREST += ["葛\U000e0100", "\U0002f800"]


@pytest.mark.parametrize("char", RAREST, ids=ascii)
def test_a_name_with_the_rarest_character_is_found_by_every_part_of_it(store: Store, char: str) -> None:
    with store.work() as work:
        search.put(work, 7, search.words([f"欧{char}测"]))
        search.put(work, 8, search.words(["欧测"]))
    for query in (char, f"欧{char}", f"{char}测", f"欧{char}测"):
        assert found(store, query) == [7], query
    assert found(store, f"李{char}") == []


def test_a_shape_that_was_chosen_is_found_without_choosing_it(store: Store) -> None:
    with store.work() as work:
        search.put(work, 7, search.words(["葛\U000e0100城测"]))
        search.put(work, 8, search.words(["葛城测"]))
    assert found(store, "葛城") == [8, 7]
    assert found(store, "葛\U000e0101城") == [8, 7]


HOSTILE = [
    '"',
    '""',
    "%",
    "_",
    "a OR",
    "OR",
    "AND",
    "NOT a",
    "-",
    "-a",
    "*",
    "a*",
    "(",
    ")",
    "grams:张",
    "^张",
    "{a}",
]
HOSTILE += [
    "NEAR(张 三)",
    "'; DROP TABLE party; --",
    "\\",
    "\x00",
    "张\x00三",
    "\ud800",
    "张\ud842三",
    " ",
    "　",
    "",
    "+",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_queries_are_only_text(filled: Store, query: str) -> None:
    assert set(found(filled, query)) <= set(TEXTS)


@pytest.mark.parametrize("query", ['"', "%", "_", "-", "*", "'", "\\", " ", "　", "", "\x00", "\ud800"])
def test_signs_alone_find_nothing(filled: Store, query: str) -> None:
    assert found(filled, query) == []


def test_a_query_of_a_million_signs_is_answered(filled: Store) -> None:
    assert found(filled, "张三" * 500_000) == []
    assert found(filled, "张 " * 500_000) == [2, 1]


def test_ten_thousand_conditions_are_answered(filled: Store) -> None:
    assert found(filled, " OR ".join(["漏水"] * 10_000)) in ([], [1])


def test_a_case_of_a_million_signs_is_found(store: Store) -> None:
    with store.work() as work:
        search.put(work, 9, search.words(["水" * 400_000 + "末尾" + "漏" * 600_000]))
    assert found(store, "水末尾漏") == [9]


def test_corrected_texts_replace_the_old_ones(filled: Store) -> None:
    with filled.work() as work:
        search.put(work, 1, search.words(["钱七测"]))
    assert found(filled, "张三测") == []
    assert found(filled, "钱七") == [1]


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text("\"%_*-+()^:{}张三ORANDNEARab \\'", max_size=40)))
def test_no_query_fails(filled: Store, query: str) -> None:
    assert set(found(filled, query)) <= set(TEXTS)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["Lo", "Ll", "Nd"]), min_size=2, max_size=12))
def test_any_two_signs_in_a_row_find_the_text_that_holds_them(filled: Store, words: str) -> None:
    with filled.work() as work:
        search.put(work, 77, search.words([words]))
    assert all(77 in found(filled, words[i : i + 2]) for i in range(len(words) - 1))
