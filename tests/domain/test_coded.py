"""A coded value that no list has is refused with its field; unknown stays allowed."""

from typing import Any

import pytest

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.domain.coded import check_codes
from mediator.domain.errors import RuleBroken
from tests.people import full_case, intake


def test_the_fullest_case_holds_only_known_codes(desk: Desk) -> None:
    check_codes(desk.file(full_case(desk, archived=True)))


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("source", {"source": "by-pigeon"}),
        ("difficulty", {"difficulty": "hard"}),
        ("start_way", {"start_way": "somehow"}),
        ("death", {"death": "maybe"}),
    ],
)
def test_an_unknown_code_at_intake_is_refused(field: str, change: dict[str, Any], desk: Desk) -> None:
    with pytest.raises(RuleBroken) as refused:
        accept(desk, intake(**change))
    assert (refused.value.code, refused.value.field) == ("code-unknown", field)


def test_unknown_is_not_wrong(desk: Desk) -> None:
    check_codes(desk.file(accept(desk, intake(death="", migrant_workers=""))))


@pytest.mark.parametrize(
    ("part", "at", "field"),
    [("hearings", "result", "result"), ("visits", "satisfaction", "satisfaction"), ("visits", "way", "way")],
)
def test_codes_of_records_are_held_to_their_lists(part: str, at: str, field: str, desk: Desk) -> None:
    file = desk.file(full_case(desk))
    first, *rest = getattr(file, part)
    wrong = file.model_copy(update={part: (first.model_copy(update={at: "nonsense"}), *rest)})
    with pytest.raises(RuleBroken) as refused:
        check_codes(wrong)
    assert refused.value.field == field


@pytest.mark.parametrize("written", ["邻里", "邻里纠纷", "医患", "村务管理", "其它"])
def test_a_type_of_the_list_or_an_older_name_is_taken(written: str, desk: Desk) -> None:
    assert desk.file(accept(desk, intake(type_written=written))).dispute.type_written == written


def test_a_type_nobody_counts_is_refused(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="type-unknown"):
        accept(desk, intake(type_written="天气"))
