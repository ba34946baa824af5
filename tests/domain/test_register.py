"""When two descriptions are one person, and what the register tells of somebody."""

from datetime import date

import pytest

from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.register import EarlierCase, KnownPerson, disagree, same_person, surely_same


def entry(name: str, number: str = "", person_id: int | None = None) -> PartyEntry:
    return PartyEntry(role="applicant", facts=PartyFacts(name=name, id_number=number), person_id=person_id)


@pytest.mark.parametrize(
    ("typed", "person_id", "facts", "same", "surely"),
    [
        (entry("甲一"), 5, PartyFacts(name="甲一"), True, False),
        (entry(" 甲一 "), 5, PartyFacts(name="甲一"), True, False),
        (entry("甲一"), 5, PartyFacts(name="乙二"), False, False),
        (entry(""), 5, PartyFacts(name=""), False, False),
        (entry("甲一", "1"), 5, PartyFacts(name="甲一", id_number="2"), False, False),
        (entry("甲一", "1"), 5, PartyFacts(name="甲壹", id_number="1"), True, True),
        (entry("甲一", "1"), 5, PartyFacts(name="甲一"), True, False),
        (entry("甲一", person_id=5), 5, PartyFacts(name="乙二", id_number="2"), True, True),
        (entry("甲一"), 0, PartyFacts(name="乙二"), False, False),
    ],
)
def test_who_is_the_same(
    typed: PartyEntry, person_id: int, facts: PartyFacts, same: bool, surely: bool
) -> None:
    assert (same_person(typed, person_id, facts), surely_same(typed, person_id, facts)) == (same, surely)


def case(day: int, **facts: object) -> EarlierCase:
    return EarlierCase(
        case_id=day,
        place_id=day,
        code=f"2026-{day}",
        accepted_on=date(2026, 1, day),
        type_written="邻里",
        role="applicant",
        facts=PartyFacts.model_validate(facts),
    )


def test_the_last_description_counts_and_earlier_ones_fill_its_gaps() -> None:
    last, first = case(2, name="甲壹", phone="2"), case(1, name="甲一", phone="1", address="示例路1号")
    known = KnownPerson(id=1, cases=(last, first))
    assert known.facts == PartyFacts(name="甲壹", phone="2", address="示例路1号")
    assert known.names == ("甲壹", "甲一")


def test_a_firm_s_gaps_are_not_filled_from_a_person() -> None:
    mixed = KnownPerson(
        id=1, cases=(case(2, name="甲店", kind="organisation"), case(1, name="甲一", sex="1"))
    )
    assert mixed.facts.sex == ""


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ({"sex": "1"}, {"sex": "2"}, ("sex",)),
        ({"sex": "1"}, {}, ()),
        (
            {"id_number": "1", "id_type": "resident"},
            {"id_number": "2", "id_type": "resident"},
            ("id_number",),
        ),
        ({"id_number": "1", "id_type": "resident"}, {"id_number": "2", "id_type": "passport"}, ()),
        ({"kind": "group"}, {"kind": "person"}, ("kind",)),
    ],
)
def test_what_speaks_against_one_person(
    one: dict[str, object], other: dict[str, object], against: tuple[str, ...]
) -> None:
    pair = (PartyFacts.model_validate({"name": "甲一"} | found) for found in (one, other))
    assert disagree(*pair) == against
