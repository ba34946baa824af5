"""What changed between two pictures of a case, by its path."""

from datetime import date

from mediator.domain.difference import difference, flat
from mediator.domain.follow_up import Visit
from tests.domain import pictures as p


def test_nothing_changed() -> None:
    assert difference(p.picture(), p.picture()) == ({}, {})


def test_a_single_value_is_named_by_its_path() -> None:
    old, new = difference(p.picture(), p.picture(case__accepted_on=date(2026, 10, 6)))
    assert old == {"case.accepted_on": "2026-10-05"}
    assert new == {"case.accepted_on": "2026-10-06"}


def test_things_with_an_id_keep_their_path_when_others_come_before_them() -> None:
    first = Visit(id=52, ordinal=1, on=p.SIGNED, situation="已问")
    second = p.picture().visits[0].model_copy(update={"ordinal": 2})
    old, new = difference(p.picture(), p.picture(visits=(first, second)))
    assert old == {"visits.51.ordinal": 1}
    assert new["visits.52.situation"] == "已问"
    assert new["visits.51.ordinal"] == 2
    assert not any(path.startswith("visits.51.") and path != "visits.51.ordinal" for path in new)


def test_deep_values_have_deep_paths() -> None:
    values = flat(p.picture())
    assert values["parties.11.facts.name"] == "张三测"
    assert values["hearings.41.present"] == [11, 12]
    assert values["agreement.duties.21.performed.31.amount_fen"] == 40_000
    assert values["agreement.signing.parties.12"] == "2026-10-13"


def test_what_is_taken_away_stays_among_the_old_values() -> None:
    old, new = difference(p.picture(), p.picture(agreement=None))
    assert old["agreement.duties.21.amount_fen"] == 100_000
    assert old["agreement.signing.parties.11"] == "2026-10-13"
    assert new == {}


def test_a_new_case_tells_only_what_was_written_down() -> None:
    old, new = difference(None, p.picture())
    assert old == {}
    assert new["code"] == "2026-00001"
    assert "case.remark" not in new
    assert None not in new.values()


def test_an_emptied_text_is_a_change() -> None:
    old, new = difference(p.picture(case__remark="急"), p.picture(case__remark=""))
    assert (old, new) == ({"case.remark": "急"}, {"case.remark": ""})
