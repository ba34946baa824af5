"""Parties, ages and who must be there."""

from datetime import date

import pytest

from mediator.domain.errors import RuleBroken
from mediator.domain.facts import build
from mediator.domain.party import PartyFacts, age_on, capacity_on, check_parties, heads, kind_of_name
from tests.people import entries


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(1985, 11, 22), date(2026, 11, 22), 41),
        (date(1985, 11, 23), date(2026, 11, 22), 40),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
        (date(2026, 11, 23), date(2026, 11, 22), None),
        (None, date(2026, 11, 22), None),
    ],
)
def test_age_in_full_years(born: date | None, day: date, age: int | None) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize(
    ("parties", "code"),
    [
        ((), "party-missing"),
        (entries((), (), ("丙三",)), "party-only-third"),
        (entries(("",)), "party-name-missing"),
        (entries(("　",)), "party-name-missing"),
    ],
)
def test_somebody_with_a_name_is_on_a_side(parties: tuple[object, ...], code: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        check_parties(parties)
    assert (refusal.value.code, refusal.value.field) == (code, "parties")


def test_one_side_is_enough_to_begin() -> None:
    check_parties(entries(("甲一",), ()))
    check_parties(entries((), ("乙二",)))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "甲一", "birth_date": "明天"}, "birth_date"),
        ({"name": None}, "name"),
        ({}, "name"),
        ({"name": "甲一", "nickname": "x"}, "nickname"),
    ],
)
def test_loose_values_that_do_not_fit_are_named(values: dict[str, object], field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        build(PartyFacts, values)
    assert (refusal.value.code, refusal.value.field) == ("value-unfit", field)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("示例物业有限公司", "organisation"),
        ("示例投资中心（有限合伙）", "organisation"),
        ("示例区民政局", "organisation"),
        ("示例村村委会", "organisation"),
        ("欧阳小学", "organisation"),
        ("高小学", "person"),
        ("张三测", "person"),
        ("", "person"),
    ],
)
def test_a_name_tells_whether_it_is_a_person_s(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("born", "set_by_hand", "capacity"),
    [
        (date(2018, 11, 23), "", "none"),  # eight tomorrow (民法典 Arts. 19, 20)
        (date(2018, 11, 22), "", "limited"),
        (date(2008, 11, 23), "", "limited"),  # eighteen tomorrow (Art. 17)
        (date(2008, 11, 22), "", "full"),
        (date(2009, 1, 1), "full", "full"),  # an earner from sixteen (Art. 18)
        (date(1950, 1, 1), "none", "none"),  # an adult who cannot judge (Art. 21)
        (None, "", ""),
        (None, "limited", "limited"),
    ],
)
def test_capacity_goes_by_age_unless_set_by_hand(born: date | None, set_by_hand: str, capacity: str) -> None:
    facts = PartyFacts(name="甲一", birth_date=born, capacity=set_by_hand)
    assert capacity_on(facts, date(2026, 11, 22)) == capacity


@pytest.mark.parametrize("kind", ["organisation", "household", "group"])
def test_only_a_person_has_capacity(kind: str) -> None:
    facts = PartyFacts(name="甲一", kind=kind, birth_date=date(2020, 1, 1))
    assert capacity_on(facts, date(2026, 11, 22)) == ""


@pytest.mark.parametrize(
    ("kind", "members", "people"),
    [
        ("household", 4, 4),
        ("group", 27, 27),
        ("household", None, 1),
        ("person", 4, 1),
        ("organisation", 9, 1),
    ],
)
def test_how_many_people_a_party_is(kind: str, members: int | None, people: int) -> None:
    assert heads(PartyFacts(name="甲一", kind=kind, members=members)) == people
