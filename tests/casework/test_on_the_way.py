"""What happens between intake and ending has its effects: who mediates, what is due, what may be done."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive
from mediator.casework.conclude import agree, sign
from mediator.casework.desk import Desk
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.look_up import case_lines, cases_of_dispute, due_items, duties_due
from mediator.casework.perform import correct_performance, perform
from mediator.casework.recycle import remove_case
from mediator.casework.reopen import mediate_again
from mediator.casework.replace_mediator import drop_replacement, replace_mediator
from mediator.casework.supplement import sign_supplement, supplement
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.attachment import may_run
from mediator.domain.browse import CaseFilter
from mediator.domain.case import Archived
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.hearing import HearingFacts
from mediator.domain.replacement import ReplacementFacts, team_after
from mediator.domain.supplement import SupplementFacts
from tests.casework.scene import as_intake
from tests.people import ACCEPTED, TODAY, full_case, intake, simple_case

LEAVES = ReplacementFacts(on=TODAY, leaving="王测", coming="钱新")


def team(desk: Desk, case_id: int) -> tuple[str, ...]:
    case = desk.file(case_id).case
    return case.mediator, *case.assistants


def test_a_granted_replacement_changes_who_mediates_and_a_refused_one_does_not(desk: Desk) -> None:
    case_id = accept(desk, intake(assistants=("赵调",)))
    replace_mediator(desk, case_id, LEAVES.model_copy(update={"granted": False}))
    assert team(desk, case_id) == ("王测", "赵调")
    replace_mediator(desk, case_id, LEAVES)
    assert team(desk, case_id) == ("钱新", "赵调")
    replace_mediator(desk, case_id, ReplacementFacts(on=TODAY, leaving="赵调"))
    assert team(desk, case_id) == ("钱新",)


def test_a_corrected_or_dropped_replacement_takes_its_effect_back(desk: Desk) -> None:
    case_id = accept(desk, intake(assistants=("赵调",)))
    made = replace_mediator(desk, case_id, LEAVES)
    replace_mediator(desk, case_id, LEAVES.model_copy(update={"coming": "孙记"}), made)
    assert team(desk, case_id) == ("孙记", "赵调")
    replace_mediator(desk, case_id, LEAVES.model_copy(update={"granted": False}), made)
    assert team(desk, case_id) == ("王测", "赵调")
    replace_mediator(desk, case_id, LEAVES, made)
    drop_replacement(desk, case_id, made)
    assert team(desk, case_id) == ("王测", "赵调")
    gone = replace_mediator(desk, case_id, ReplacementFacts(on=TODAY, leaving="赵调"))
    drop_replacement(desk, case_id, gone)
    assert team(desk, case_id) == ("王测", "赵调")


def test_nobody_is_replaced_by_himself(desk: Desk) -> None:
    case_id = accept(desk, intake())
    with pytest.raises(RuleBroken, match="mediator-comes-back"):
        replace_mediator(desk, case_id, LEAVES.model_copy(update={"coming": "王测"}))


def test_the_team_of_the_next_hearing_follows_what_was_granted() -> None:
    refused = LEAVES.model_copy(update={"granted": False})
    assert team_after(("王测", "赵调"), (refused,)) == ("王测", "赵调")
    assert team_after(("王测", "赵调"), (LEAVES, LEAVES)) == ("钱新", "赵调")
    assert team_after(("王测", "钱新"), (LEAVES,)) == ("钱新",)


def test_an_adjourned_hearing_is_due_until_the_next_one_is_held(desk: Desk) -> None:
    case_id = accept(desk, intake())
    later = TODAY + timedelta(days=3)
    first = HearingFacts(held_on=ACCEPTED, next_on=later, next_began="14:00", next_place="一号调解室")
    hold_hearing(desk, case_id, first)
    (found,) = [item for item in due_items(desk) if item.kind == "hearing"]
    assert (found.case_id, found.due_on, found.note) == (case_id, later, "14:00 一号调解室")
    hold_hearing(desk, case_id, HearingFacts(held_on=TODAY))
    assert not [item for item in due_items(desk) if item.kind == "hearing"]


def test_the_desk_asks_no_more_questions_for_more_cases(desk: Desk) -> None:
    asked: list[str] = []
    event.listen(desk.store.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = []
    for _ in range(3):
        hold_hearing(desk, accept(desk, intake()), HearingFacts(held_on=ACCEPTED, next_on=TODAY))
        simple_case(desk)
        asked.clear()
        assert due_items(desk)
        counts.append(len(asked))
    assert counts[2] == counts[1] == counts[0]


def test_a_duty_ended_by_a_supplement_is_neither_due_nor_performed(desk: Desk) -> None:
    case_id = simple_case(desk)
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    duty = agreement.duties[0]
    paid = perform(desk, case_id, duty.id, on=TODAY, amount_fen=100)
    assert [item.ordinal for item in duties_due(desk.file(case_id))] == [1]
    supplement(desk, case_id, SupplementFacts(agreed_on=TODAY, clauses=("免除余款。",)), ends=(duty.id,))
    assert duties_due(desk.file(case_id)) == []
    with pytest.raises(RuleBroken, match="duty-ended"):
        perform(desk, case_id, duty.id, on=TODAY, amount_fen=100)
    entry = desk.file(case_id).agreement.duties[0].performed[0]  # type: ignore[union-attr]
    assert entry.id == paid
    correct_performance(desk, case_id, entry.model_copy(update={"amount_fen": 200}))


def sign_by_all(desk: Desk, case_id: int, supplement_id: int) -> None:
    places = [party.id for party in desk.file(case_id).parties]
    hands = Signing(parties=dict.fromkeys(places, TODAY), mediator_on=TODAY, sealed_on=TODAY)
    sign_supplement(desk, case_id, supplement_id, hands)


def test_a_supplement_nobody_has_signed_changes_nothing_yet(desk: Desk) -> None:
    case_id = full_case(desk)
    before = duties_due(desk.file(case_id))
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    first = agreement.own_duties[0]
    later = DutyFacts(
        debtors=first.debtors,
        creditors=first.creditors,
        amount_fen=100,
        what="余款",
        due_on=date(2027, 1, 31),
    )
    facts = SupplementFacts(agreed_on=TODAY)
    made = supplement(desk, case_id, facts, duties=((None, later),), ends=(first.id,))
    assert duties_due(desk.file(case_id)) == before
    perform(desk, case_id, first.id, on=TODAY, amount_fen=1)
    sign_by_all(desk, case_id, made)
    after = duties_due(desk.file(case_id))
    assert first.ordinal not in {one.ordinal for one in after}
    assert date(2027, 1, 31) in {one.due_on for one in after}


def test_an_entry_is_not_moved_to_an_ended_duty(desk: Desk) -> None:
    case_id = full_case(desk)
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    first, last = agreement.duties[0], agreement.duties[-1]
    ended = SupplementFacts(agreed_on=TODAY, clauses=("不再清理。",))
    sign_by_all(desk, case_id, supplement(desk, case_id, ended, ends=(last.id,)))
    entry = first.performed[0].model_copy(update={"duty_id": last.id})
    with pytest.raises(RuleBroken, match="duty-ended"):
        correct_performance(desk, case_id, entry)


def test_what_is_due_names_the_supplement_it_comes_from(desk: Desk) -> None:
    items = duties_due(desk.file(full_case(desk)))
    assert (4, 0, date(2026, 10, 26)) in [(one.ordinal, one.part, one.supplemented_on) for one in items]
    assert (1, 2, None) in [(one.ordinal, one.part, one.supplemented_on) for one in items]


def test_confirmation_is_on_the_desk_while_it_can_still_be_asked_for(desk: Desk) -> None:
    case_id = accept(desk, intake())
    places = tuple(party.id for party in desk.file(case_id).parties)
    duty = DutyFacts(debtors=places[1:], creditors=places[:1], amount_fen=100, what="修补费")
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED), ((None, duty),))
    assert not [item for item in due_items(desk) if item.kind == "confirmation"]
    day = ACCEPTED + timedelta(days=1)
    sign(desk, case_id, Signing(parties=dict.fromkeys(places, day), mediator_on=day, sealed_on=day))
    (found,) = [item for item in due_items(desk) if item.kind == "confirmation"]
    assert (found.case_id, found.due_on) == (case_id, date(2026, 12, 3))
    late = Desk(desk.store, "王测", lambda: desk.now() + timedelta(days=20))
    assert not [item for item in due_items(late) if item.kind == "confirmation"]


def test_all_cases_of_a_dispute_are_found_without_those_in_the_bin(desk: Desk) -> None:
    first = simple_case(desk)
    archive(desk, first, Archived(on=TODAY, by="孙记"))
    second = mediate_again(desk, first, TODAY, "对方没有付款")
    dispute = desk.file(first).dispute_id
    assert [file.id for file in cases_of_dispute(desk, dispute)] == [first, second]
    assert desk.file(second).previous_code == desk.file(first).code
    remove_case(desk, second, "重复登记")
    assert [file.id for file in cases_of_dispute(desk, dispute)] == [first]


def test_what_an_archived_case_says_of_its_dispute_is_not_corrected_through_the_next_one(desk: Desk) -> None:
    first = simple_case(desk)
    archive(desk, first, Archived(on=TODAY, by="孙记"))
    second = mediate_again(desk, first, TODAY, "对方没有付款")
    whole = as_intake(desk.file(second))
    closed = desk.file(first)
    told = whole.model_copy(update={"dispute": whole.dispute.model_copy(update={"summary": "改说漏雨。"})})
    with pytest.raises(RuleBroken, match="case-archived") as refusal:
        correct_intake(desk, second, told)
    assert refusal.value.values == {"number": closed.code}
    assert desk.file(first) == closed
    own = whole.model_copy(update={"case": whole.case.model_copy(update={"remark": "更正"})})
    correct_intake(desk, second, own)
    assert desk.file(second).case.remark == "更正"


def test_a_dispute_corrected_in_one_case_is_told_and_found_in_the_other(desk: Desk) -> None:
    first = simple_case(desk)
    second = mediate_again(desk, first, TODAY, "对方没有付款")
    whole = as_intake(desk.file(second))
    told = whole.model_copy(update={"dispute": whole.dispute.model_copy(update={"summary": "改说漏雨。"})})
    correct_intake(desk, second, told)
    last = desk.history(first)[-1]
    assert (last.verb, last.after) == ("correct-intake", {"dispute.summary": "改说漏雨。"})
    lines, count = case_lines(desk, CaseFilter(text="漏雨"))
    assert ({line.id for line in lines}, count) == ({first, second}, 2)


@pytest.mark.parametrize(
    "name",
    ["a.exe", "照片.jpg.EXE", "a.lnk", "合同.js", "a.bat. ", "表格.xlsm", "没有后缀", "a.", "网页.html"],
)
def test_what_could_run_is_known_by_its_name(name: str) -> None:
    assert may_run(name)


@pytest.mark.parametrize("name", ["照片.jpg", "合同.PDF", "录音.mp3", "表格.xlsx", "说明.docx", "a.b.txt"])
def test_papers_pictures_and_recordings_are_opened(name: str) -> None:
    assert not may_run(name)
