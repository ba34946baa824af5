"""What a field offers: the last used first, one's own and the office's, and the starters of its type."""

from dataclasses import replace
from importlib.resources import files

import pytest

from mediator.casework.desk import Desk
from mediator.casework.offer_phrases import Offered, count_use, drop_starter, offered
from mediator.casework.phrases import save_phrase
from mediator.codes import code_list
from mediator.starters import place_title, starters

PLACES = sorted(
    one.name.removesuffix(".toml")
    for one in files("resources.phrases").iterdir()
    if one.name.endswith(".toml")
)


def texts(desk: Desk, place: str = "hearing", dispute_type: str = "") -> list[str]:
    return [one.text for one in offered(desk, place, dispute_type)]


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_field_begins_with_some(place: str) -> None:
    assert place_title(place)
    found = starters(place)
    assert found and len(set(found)) == len(found)
    for row in code_list("dispute_type").rows:
        mine = starters(place, row.key)
        assert set(found) <= set(mine)
        assert all(text.strip() == text and "\t" not in text for text in mine)


def test_types_of_starters_are_types_of_the_list() -> None:
    known = {row.key for row in code_list("dispute_type").rows}
    for place in PLACES:
        text = files("resources.phrases").joinpath(f"{place}.toml").read_text(encoding="utf-8")
        named = {line.split('"')[1] for line in text.splitlines() if line.startswith("type = ")}
        assert named <= known


def test_a_type_brings_its_own_first() -> None:
    first = starters("summary", "neighbour")[0]
    assert "楼上" in first
    assert first not in starters("summary", "traffic")


def test_what_was_used_last_comes_first(desk: Desk) -> None:
    before = texts(desk)
    third = offered(desk, "hearing")[2]
    count_use(desk, "hearing", third)
    assert texts(desk) == [third.text, *(text for text in before if text != third.text)]
    (first, *_) = offered(desk, "hearing")
    assert first == Offered(third.text, first.id, own=True)
    count_use(desk, "hearing", first)
    assert texts(desk).count(third.text) == 1


def test_phrases_of_ones_own_are_nobody_elses(desk: Desk) -> None:
    other = replace(desk, who="赵调")
    save_phrase(desk, "hearing", "自己的。", own=True)
    save_phrase(desk, "hearing", "单位的。", own=False)
    assert texts(desk)[:2] == ["自己的。", "单位的。"]
    assert texts(other)[0] == "单位的。"
    assert "自己的。" not in texts(other)
    assert "单位的。" not in texts(desk, "clause")


def test_a_starter_that_is_dropped_is_offered_no_more(desk: Desk) -> None:
    gone = texts(desk)[0]
    drop_starter(desk, "hearing", gone)
    assert gone not in texts(desk)
    assert gone not in texts(replace(desk, who="赵调"))
    assert len(texts(desk)) == len(starters("hearing")) - 1
