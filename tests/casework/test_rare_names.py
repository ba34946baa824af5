"""A name with a rare character is kept as it was typed, found, listed and counted."""

from datetime import timedelta

import pytest

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.look_up import case_lines
from mediator.casework.rare_characters import has_rare_names, rare_characters
from mediator.casework.set_up import save_mediator
from mediator.domain.browse import CaseFilter
from mediator.domain.party import PartyFacts
from tests.people import ACCEPTED, entries, intake
from tests.rare import BY_BLOCK, ONLY_ON_SCREEN, RARE_NAMES, WITH_SELECTOR


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A case a day for each rare name, and one for a usual name."""
    for day, name in enumerate((*RARE_NAMES, ONLY_ON_SCREEN, "张三测")):
        on = ACCEPTED - timedelta(days=day)
        accept(desk, intake(accepted_on=on, parties=entries((name,), ("李四测",))))
    return desk


@pytest.mark.parametrize("name", [*RARE_NAMES, ONLY_ON_SCREEN], ids=ascii)
def test_a_rare_name_is_kept_sign_by_sign_and_found(office: Desk, name: str) -> None:
    lines, count = case_lines(office, CaseFilter(text=name))
    assert (count, lines[0].applicants) == (1, (name,))
    assert office.file(lines[0].id).parties[0].facts.name == name
    for entry in office.history(lines[0].id):
        assert entry.after is not None
        assert name in entry.after.values()


def test_rare_names_stand_in_the_list_by_the_day_like_any_other(office: Desk) -> None:
    lines, count = case_lines(office, CaseFilter())
    assert [line.applicants[0] for line in lines] == [*RARE_NAMES, ONLY_ON_SCREEN, "张三测"]
    assert count == len(lines)


def test_the_rare_characters_of_the_office_are_known_the_most_frequent_first(office: Desk) -> None:
    accept(office, intake(parties=entries((BY_BLOCK["G"],), (BY_BLOCK["G"], "甲\ue816"))))
    save_mediator(office, BY_BLOCK["I"])
    found = rare_characters(office)
    assert found[:2] == ("\U00030000", "\U0002ebf0")
    assert set(found) == {name[1] for name in (*BY_BLOCK.values(), ONLY_ON_SCREEN)}
    assert WITH_SELECTOR[1] not in found, "what chooses a shape is no character of its own"


def test_the_rare_characters_of_addresses_are_known_too(desk: Desk) -> None:
    there = PartyFacts(name="张三测", address="示例县示例镇\U00030000家村")
    accept(desk, intake(parties=entries((there,), ("李四测",))))
    assert rare_characters(desk) == ("\U00030000",)


def test_an_office_of_usual_names_has_none(desk: Desk) -> None:
    accept(desk, intake())
    assert rare_characters(desk) == ()
    assert not has_rare_names(desk)


@pytest.mark.parametrize("name", [*RARE_NAMES, ONLY_ON_SCREEN], ids=ascii)
def test_one_rare_name_is_enough_to_prepare_the_screen(desk: Desk, name: str) -> None:
    accept(desk, intake(parties=entries(("张三测",), (name,))))
    assert has_rare_names(desk) == (name != WITH_SELECTOR)
