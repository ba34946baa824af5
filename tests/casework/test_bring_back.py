"""What was put away by mistake comes back as it was, with what it had changed in its case."""

from collections.abc import Callable
from datetime import date

import pytest

from mediator.casework.accept import accept
from mediator.casework.archive import archive
from mediator.casework.attach import attach, drop_attachment
from mediator.casework.bring_back import put_away_of, restore_record
from mediator.casework.conclude import agree, take_back_agreement
from mediator.casework.desk import Desk
from mediator.casework.extend import drop_extension
from mediator.casework.follow_up import drop_visit
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.inquire import drop_inquiry
from mediator.casework.perform import drop_performance, perform
from mediator.casework.replace_mediator import drop_replacement, replace_mediator
from mediator.casework.supplement import drop_supplement, supplement
from mediator.casework.talk_apart import drop_talk
from mediator.domain.agreement import AgreementFacts
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.case import Archived
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.hearing import HearingFacts
from mediator.domain.put_away import DROPPED
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts
from mediator.storage.put_away import ROWS
from tests.people import ACCEPTED, NOW, TODAY, full_case, intake


def agreed(file: CaseFile) -> tuple[int, ...]:
    assert file.agreement is not None
    return tuple(one.id for duty in file.agreement.duties for one in duty.performed)


# kind: (the ids of its records in a case, how one is put away)
EACH: dict[str, tuple[Callable[[CaseFile], tuple[int, ...]], Callable[[Desk, int, int], object]]] = {
    "hearing": (lambda f: tuple(one.id for one in f.hearings), drop_hearing),
    "inquiry": (lambda f: tuple(one.id for one in f.inquiries), drop_inquiry),
    "talk": (lambda f: tuple(one.id for one in f.caucuses), drop_talk),
    "extension": (lambda f: tuple(one.id for one in f.extensions), drop_extension),
    "replacement": (lambda f: tuple(one.id for one in f.replacements), drop_replacement),
    "supplement": (lambda f: tuple(one.id for one in f.supplements), drop_supplement),
    "performance": (agreed, drop_performance),
    "visit": (lambda f: tuple(one.id for one in f.visits), drop_visit),
    "attachment": (lambda f: tuple(one.id for one in f.attachments), drop_attachment),
}


def test_every_kind_that_is_put_away_is_tried_here() -> None:
    assert set(EACH) == set(DROPPED) == set(ROWS)


@pytest.mark.parametrize("kind", EACH)
def test_a_record_comes_back_as_it_was(desk: Desk, kind: str) -> None:
    ids, drop = EACH[kind]
    before = desk.file(full_case(desk))
    record_id = ids(before)[-1]
    drop(desk, before.id, record_id)
    assert record_id not in ids(desk.file(before.id))
    (gone,) = put_away_of(desk, before.id)
    assert (gone.kind, gone.id, gone.who, gone.at) == (kind, record_id, "王测", NOW)
    restore_record(desk, before.id, kind, record_id)
    assert desk.file(before.id) == before
    assert put_away_of(desk, before.id) == []
    assert desk.history(before.id)[-1].verb == "restore-record"


def test_what_is_there_already_or_of_another_case_is_refused(desk: Desk) -> None:
    file = desk.file(full_case(desk))
    other = accept(desk, intake())
    with pytest.raises(RuleBroken, match="record-not-here"):
        restore_record(desk, file.id, "hearing", file.hearings[0].id)
    drop_hearing(desk, file.id, file.hearings[0].id)
    with pytest.raises(RuleBroken, match="record-not-here"):
        restore_record(desk, other, "hearing", file.hearings[0].id)


def test_an_archived_case_takes_nothing_back(desk: Desk) -> None:
    file = desk.file(full_case(desk))
    drop_hearing(desk, file.id, file.hearings[0].id)
    archive(desk, file.id, Archived(on=TODAY, by="孙记"))
    with pytest.raises(RuleBroken, match="case-archived"):
        restore_record(desk, file.id, "hearing", file.hearings[0].id)


def test_a_record_that_no_longer_fits_its_case_is_refused_and_stays_away(desk: Desk) -> None:
    case_id = accept(desk, intake(accepted_on=date(2026, 11, 1)))
    early = hold_hearing(desk, case_id, HearingFacts(held_on=date(2026, 11, 20)))
    drop_hearing(desk, case_id, early)
    agree(desk, case_id, AgreementFacts(agreed_on=date(2026, 11, 5), clauses=("互不追究。",)), ())
    with pytest.raises(RuleBroken, match="dates-disagree"):
        restore_record(desk, case_id, "hearing", early)
    assert desk.file(case_id).hearings == ()
    assert [one.id for one in put_away_of(desk, case_id)] == [early]


def test_a_supplement_of_an_agreement_written_anew_since_is_refused(desk: Desk) -> None:
    case_id = accept(desk, intake())
    one, other = (party.id for party in desk.file(case_id).parties)
    duty = DutyFacts(debtors=(other,), creditors=(one,), amount_fen=100, what="修补费")
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ((None, duty),))
    late = supplement(
        desk, case_id, SupplementFacts(agreed_on=ACCEPTED, clauses=("另付。",)), duties=((None, duty),)
    )
    drop_supplement(desk, case_id, late)
    take_back_agreement(desk, case_id)
    with pytest.raises(RuleBroken, match="agreement-missing"):
        restore_record(desk, case_id, "supplement", late)
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ())
    with pytest.raises(RuleBroken, match="agreement-not-the-same"):
        restore_record(desk, case_id, "supplement", late)


def test_a_replacement_takes_effect_again(desk: Desk) -> None:
    case_id = accept(desk, intake())
    record = replace_mediator(desk, case_id, ReplacementFacts(on=TODAY, leaving="王测", coming="赵调"))
    drop_replacement(desk, case_id, record)
    assert desk.file(case_id).case.mediator == "王测"
    restore_record(desk, case_id, "replacement", record)
    assert desk.file(case_id).case.mediator == "赵调"


def test_private_words_stay_out_of_the_list(desk: Desk) -> None:
    file = desk.file(full_case(desk))
    drop_talk(desk, file.id, file.caucuses[0].id)
    (gone,) = put_away_of(desk, file.id)
    assert (gone.kind, gone.text) == ("talk", "")


def test_the_last_of_several_acts_is_told(desk: Desk) -> None:
    case_id = accept(desk, intake())
    first = attach(desk, case_id, AttachmentFacts(title="照片一"), b"1", "a.jpg")
    second = attach(desk, case_id, AttachmentFacts(title="照片二"), b"2", "b.jpg")
    drop_attachment(desk, case_id, first)
    drop_attachment(desk, case_id, second)
    assert {one.text for one in put_away_of(desk, case_id)} == {"照片一", "照片二"}


def test_a_performance_comes_back_only_while_it_fits_the_sum(desk: Desk) -> None:
    case_id = accept(desk, intake())
    one, other = (party.id for party in desk.file(case_id).parties)
    duty = DutyFacts(debtors=(other,), creditors=(one,), amount_fen=100, what="修补费")
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ((None, duty),))
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    paid = perform(desk, case_id, agreement.duties[0].id, on=TODAY, amount_fen=100)
    drop_performance(desk, case_id, paid)
    perform(desk, case_id, agreement.duties[0].id, on=TODAY, amount_fen=60)
    with pytest.raises(RuleBroken):
        restore_record(desk, case_id, "performance", paid)
