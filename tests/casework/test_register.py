"""People across cases: known while typed, their earlier disputes, doubles made one and parted again."""

from datetime import date, timedelta

import pytest

from mediator.casework.accept import accept, correct_intake
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.look_up import case_lines
from mediator.casework.recycle import remove_case
from mediator.casework.register import (
    doubles,
    earlier,
    keep_apart,
    known,
    merge,
    merges,
    people,
    person,
    same_dispute,
    set_apart,
    undo_merge,
)
from mediator.domain.browse import CaseFilter
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken
from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.register import masked
from tests.casework.scene import FAILED, as_intake
from tests.households import AGENT, acted_for, not_alone
from tests.people import ACCEPTED, entries, id_number, intake

NUMBER = id_number(7)
FIRM = PartyFacts(kind="organisation", name="示例物业有限公司", id_type="credit-code", id_number="91TEST")


def named(name: str, number: str = "", phone: str = "", **more: object) -> PartyFacts:
    told = {"id_type": "resident", "id_number": number} if number else {}
    return PartyFacts.model_validate({"name": name, "phone": phone, **told, **more})


def taken(desk: Desk, one: PartyFacts | str, other: PartyFacts | str = "乙二", **more: object) -> CaseFile:
    return desk.file(accept(desk, intake(parties=entries((one,), (other,)), **more)))


def who(file: CaseFile, place: int = 0) -> int:
    return file.parties[place].person_id


@pytest.mark.parametrize(
    "typed",
    ["欧阳", "阳测", "oyc", "0077", "13900000077", "1390", NUMBER[:6], NUMBER[-4:], NUMBER],
)
def test_somebody_is_offered_by_what_is_typed(desk: Desk, typed: str) -> None:
    file = taken(desk, named("欧阳测", NUMBER, "13900000077"))
    (found,) = known(desk, typed)
    assert (found.id, found.facts.name, [case.code for case in found.cases]) == (
        who(file),
        "欧阳测",
        [file.code],
    )


@pytest.mark.parametrize("typed", ["", "欧", " 7", "欧阳丙", "%%", "__", "zz", "9999"])
def test_nobody_is_offered_for_less(desk: Desk, typed: str) -> None:
    taken(desk, named("欧阳测", NUMBER, "13900000077"))
    assert known(desk, typed) == []


def test_a_known_person_is_told_by_all_his_cases_and_the_last_one_counts(desk: Desk) -> None:
    taken(desk, named("甲一", NUMBER, "000-1", address="示例路1号"), accepted_on=ACCEPTED - timedelta(days=9))
    last = taken(desk, named("甲壹", NUMBER, "000-2"))
    (found,) = known(desk, NUMBER)
    assert found.names == ("甲壹", "甲一")
    assert found.facts == named("甲壹", NUMBER, "000-2", address="示例路1号")
    assert [case.code for case in found.cases] == [last.code, "2026-00001"]


def test_whoever_begins_like_what_is_typed_comes_first(desk: Desk) -> None:
    taken(desk, "甲一测")
    taken(desk, "小甲一")
    assert [one.facts.name for one in known(desk, "甲一")] == ["甲一测", "小甲一"]


def test_who_stands_only_in_the_bin_or_was_taken_out_is_not_offered(desk: Desk) -> None:
    file = taken(desk, "甲一测")
    gone = as_intake(file).model_copy(update={"parties": as_intake(file).parties[:1]})
    correct_intake(desk, file.id, gone)
    assert known(desk, "乙二") == []
    remove_case(desk, file.id, "误登")
    assert known(desk, "甲一测") == []
    assert people(desk) == ([], 0)


def test_a_chosen_person_is_the_same_one_whatever_is_typed_on(desk: Desk) -> None:
    first = taken(desk, "甲一测")
    entry = PartyEntry(role="applicant", facts=PartyFacts(name="甲一冊"), person_id=who(first))
    second = desk.file(accept(desk, intake(parties=(entry,))))
    assert who(second) == who(first)
    other = earlier(desk, (who(second),), second.id)
    assert [case.code for case in other[who(first)].cases] == [first.code]
    assert earlier(desk, (who(first),), first.id)[who(first)].cases[0].outcome == ""
    end_without(desk, second.id, FAILED)
    assert earlier(desk, (who(first),), first.id)[who(first)].cases[0].outcome == "failed"


def test_people_of_one_case_have_nothing_earlier(desk: Desk) -> None:
    file = taken(desk, "甲一测")
    assert earlier(desk, (who(file),), file.id) == {}
    found = person(desk, who(file))
    assert found is not None and len(found.cases) == 1
    assert person(desk, 9999) is None


def test_a_merge_moves_the_descriptions_and_changes_no_paper(desk: Desk) -> None:
    one, other = taken(desk, "甲一"), taken(desk, "甲一")
    before = [party.facts for party in desk.file(other.id).parties]
    merge(desk, who(one), who(other), "同一住址")
    assert who(desk.file(other.id)) == who(one)
    assert [party.facts for party in desk.file(other.id).parties] == before
    found = person(desk, who(one))
    assert found is not None and len(found.cases) == 2
    assert person(desk, who(other)) is None


def test_a_merge_can_be_taken_back_exactly(desk: Desk) -> None:
    one, other = taken(desk, "甲一"), taken(desk, "甲一")
    merge_id = merge(desk, who(one), who(other), "同一住址")
    entry = PartyEntry(role="applicant", facts=PartyFacts(name="甲一"), person_id=who(other))
    after = desk.file(accept(desk, intake(parties=(entry,))))
    assert who(after) == who(one), "a form that was open meanwhile names whom he was merged into"
    undo_merge(desk, merge_id)
    assert [who(desk.file(file.id)) for file in (one, other, after)] == [who(one), who(other), who(one)]
    with pytest.raises(RuleBroken, match="merge-undone"):
        undo_merge(desk, merge_id)
    assert [made.undone for made in merges(desk)] == [True]


def test_who_was_merged_on_is_parted_from_the_end(desk: Desk) -> None:
    one, two, three = (taken(desk, "甲一") for _ in range(3))
    first = merge(desk, who(two), who(three), "同号")
    second = merge(desk, who(one), who(two), "同号")
    with pytest.raises(RuleBroken, match="merged-on"):
        undo_merge(desk, first)
    undo_merge(desk, second)
    undo_merge(desk, first)
    assert [who(desk.file(file.id)) for file in (one, two, three)] == [who(one), who(two), who(three)]


@pytest.mark.parametrize(
    ("kept", "gone", "reason", "code"),
    [
        (0, 1, " ", "reason-text-missing"),
        (0, 0, "同一人", "merge-needs-two"),
        (0, None, "同一人", "merge-needs-two"),
        (0, 2, "同一人", "merge-kinds-differ"),
    ],
)
def test_a_merge_that_cannot_be(desk: Desk, kept: int, gone: int | None, reason: str, code: str) -> None:
    first, second = taken(desk, "甲一", FIRM), taken(desk, "甲一")
    ids = (who(first), who(second), who(first, 1))
    with pytest.raises(RuleBroken) as refusal:
        merge(desk, ids[kept], 9999 if gone is None else ids[gone], reason)
    assert refusal.value.code == code
    assert merges(desk) == []


def test_a_merge_and_its_way_back_are_told_once_each(desk: Desk) -> None:
    one, other = taken(desk, "甲一"), taken(desk, "甲一")
    histories = [len(desk.history(file.id)) for file in (one, other)]
    undo_merge(desk, merge(desk, who(one), who(other), "同一住址"))
    assert [len(desk.history(file.id)) for file in (one, other)] == histories


def test_not_the_same_one(desk: Desk) -> None:
    one, other = taken(desk, named("甲一", NUMBER)), taken(desk, named("甲二", NUMBER))
    assert who(one) == who(other)
    own = set_apart(desk, other.id, other.parties[0].id)
    assert who(desk.file(other.id)) == own != who(one)
    assert doubles(desk) == [], "who was parted by hand is not suggested again"
    with pytest.raises(RuleBroken, match="party-stands-alone"):
        set_apart(desk, other.id, other.parties[0].id)
    with pytest.raises(RuleBroken, match="party-not-here"):
        set_apart(desk, other.id, 9999)


def test_parted_stays_parted_when_the_case_is_corrected(desk: Desk) -> None:
    taken(desk, named("甲一", NUMBER))
    other = taken(desk, named("甲二", NUMBER))
    own = set_apart(desk, other.id, other.parties[0].id)
    correct_intake(desk, other.id, as_intake(desk.file(other.id)))
    assert who(desk.file(other.id)) == own


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (named("甲一", phone="000-1"), named("甲一", phone="000-1"), "name-phone"),
        (
            named("甲一", birth_date=date(1985, 2, 3)),
            named("甲一", birth_date=date(1985, 2, 3)),
            "name-birth-date",
        ),
        (named("甲一", phone="000-1"), named("甲二", phone="000-1"), ""),
        (named("甲一"), named("甲一"), ""),
        (named("甲一", NUMBER, "000-1"), named("甲一", id_number(8), "000-1"), ""),
        (named("甲一", phone="000-1", sex="1"), named("甲一", phone="000-1", sex="2"), ""),
    ],
)
def test_who_may_be_a_double(desk: Desk, one: PartyFacts, other: PartyFacts, why: str) -> None:
    first, second = taken(desk, one), taken(desk, other)
    found = [(double.one.id, double.other.id, double.why) for double in doubles(desk)]
    assert found == ([(who(first), who(second), why)] if why else [])


def test_one_number_under_two_people_is_a_double(desk: Desk) -> None:
    first, second = taken(desk, named("甲一")), taken(desk, named("甲一", NUMBER))
    entry = as_intake(first).parties[0]
    corrected = entry.model_copy(update={"facts": named("甲一", NUMBER)})
    correct_intake(
        desk,
        first.id,
        as_intake(first).model_copy(update={"parties": (corrected, as_intake(first).parties[1])}),
    )
    (double,) = doubles(desk)
    assert (double.one.id, double.other.id, double.why) == (who(first), who(second), "id-number")
    merge(desk, double.one.id, double.other.id, "证件号码相同")
    assert doubles(desk) == []


def test_a_word_where_no_number_is_known_makes_nobody_the_same(desk: Desk) -> None:
    first = taken(desk, named("甲一", "无"))
    second = taken(desk, named("乙二", "无"))
    assert who(first) != who(second)
    assert doubles(desk) == []


def test_of_many_who_are_alike_each_is_held_against_the_next_one(desk: Desk) -> None:
    for number in range(6):
        taken(desk, named("甲一", phone="000-1", sex="1" if number == 0 else "2"))
    found = doubles(desk)
    assert len(found) == 4, "whoever speaks against the first one is still held against the others"
    merge(desk, found[0].one.id, found[0].other.id, "同一家")
    assert [(one.one.id, one.other.id) for one in doubles(desk)] == [
        (found[0].one.id, found[1].other.id),
        *((one.one.id, one.other.id) for one in found[2:]),
    ]


def test_doubles_that_are_two_are_not_suggested_again(desk: Desk) -> None:
    first, second = (taken(desk, named("甲一", phone="000-1")) for _ in range(2))
    assert len(doubles(desk)) == 1
    keep_apart(desk, who(first), who(second))
    assert doubles(desk) == []
    assert (who(desk.file(first.id)), who(desk.file(second.id))) == (who(first), who(second))
    with pytest.raises(RuleBroken, match="merge-needs-two"):
        keep_apart(desk, who(first), who(first))


def again(desk: Desk, **more: object) -> list[str]:
    return [found.why for found in same_dispute(desk, intake(**more))]


def test_the_same_people_on_both_sides_are_the_same_dispute_whoever_brings_it(desk: Desk) -> None:
    taken(desk, "甲一", "乙二")
    assert again(desk, parties=entries(("甲一",), ("乙二",)), type_written="合同纠纷") == ["both-sides"]
    assert again(desk, parties=entries(("乙二",), ("甲一",))) == ["both-sides"]
    assert again(desk, parties=entries(("丙三", "甲一"), ("乙二",))) == ["both-sides"]
    assert again(desk, parties=entries(("甲一",), ("丙三",))) == []
    assert again(desk, parties=entries(("甲一",), ())) == []
    assert again(desk, parties=()) == []


def test_two_numbers_are_two_people_though_the_names_agree(desk: Desk) -> None:
    taken(desk, named("甲一", NUMBER), "乙二")
    assert again(desk, parties=entries((named("甲一", id_number(8)),), ("乙二",))) == []
    assert again(desk, parties=entries((named("甲一"),), ("乙二",))) == ["both-sides"]


def test_the_same_number_and_type_are_enough_for_a_person_and_not_for_a_firm(desk: Desk) -> None:
    taken(desk, named("甲一", NUMBER), FIRM, type_written="物业纠纷")
    one = entries((named("甲壹", NUMBER),), ())
    assert again(desk, parties=one, type_written="物业") == ["same-type"]
    assert again(desk, parties=one, type_written="合同纠纷") == []
    assert again(desk, parties=one, type_written="") == []
    assert again(desk, parties=entries(("丙三",), (FIRM,)), type_written="物业纠纷") == []
    namesake = entries((named("甲一", id_number(8)),), (FIRM,))
    assert again(desk, parties=namesake, type_written="物业纠纷") == []


def test_what_was_settled_long_ago_is_another_dispute_and_what_is_open_never_is(desk: Desk) -> None:
    old = taken(desk, "甲一", "乙二", accepted_on=date(2026, 4, 1))
    parties = entries(("甲一",), ("乙二",))
    assert again(desk, parties=parties) == ["both-sides"]
    end_without(desk, old.id, FAILED.model_copy(update={"on": date(2026, 4, 2)}))
    assert again(desk, parties=parties) == []
    assert again(desk, parties=parties, accepted_on=date(2026, 10, 1)) == ["both-sides"]


def test_a_case_is_not_its_own_double_nor_one_in_the_bin(desk: Desk) -> None:
    file = taken(desk, "甲一", "乙二")
    assert same_dispute(desk, as_intake(file), file.id) == []
    (found,) = same_dispute(desk, intake(parties=entries(("甲一",), ("乙二",))))
    assert (found.case_id, found.code, found.sides) == (file.id, file.code, "甲一与乙二")
    remove_case(desk, file.id, "误登")
    assert again(desk, parties=entries(("甲一",), ("乙二",))) == []


def test_a_number_is_shown_by_its_ends() -> None:
    assert masked("110101198502030011") == "110101********0011"
    assert masked("E1234567") == "E1234567"
    assert masked("") == ""


@pytest.mark.parametrize("typed", ["周代", "zd", "10000000021", "0021", id_number(21)[6:14]])
def test_a_case_is_found_by_who_acts_for_a_party(desk: Desk, typed: str) -> None:
    agent = AGENT.model_copy(update={"name": "周代", "id_number": id_number(21)})
    case_id = accept(desk, intake(parties=(acted_for(entries()[0], agent), *entries()[1:])))
    accept(desk, intake())
    lines, total = case_lines(desk, CaseFilter(text=typed))
    assert ([line.id for line in lines], total) == ([case_id], 1)
    file = desk.file(case_id)
    gone = tuple(one.model_copy(update={"agents": ()}) for one in as_intake(file).parties)
    correct_intake(desk, case_id, as_intake(file).model_copy(update={"parties": gone}))
    assert case_lines(desk, CaseFilter(text=typed))[1] == 0


def test_who_acts_is_kept_by_his_id_when_the_case_is_corrected(desk: Desk) -> None:
    case_id = accept(desk, intake(parties=(acted_for(entries()[0], AGENT), *not_alone())))
    before = desk.file(case_id)
    correct_intake(desk, case_id, as_intake(before))
    assert desk.file(case_id) == before
