"""Parties, ages and who must be there."""

from datetime import date

import pytest

from mediator.domain.errors import RuleBroken
from mediator.domain.facts import build
from mediator.domain.party import PartyFacts, age_on, check_parties, kind_of_name
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
