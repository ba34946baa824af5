"""Numbers, corrections, endings and reopening: what stays, what follows, what is kept in the history."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediator.casework.accept import accept, correct_intake
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import agree, end_without, open_again, settle_at_once
from mediator.casework.desk import Desk
from mediator.casework.follow_up import visit
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.perform import drop_performance
from mediator.casework.refuse import correct_refusal, refuse
from mediator.casework.set_up import save_settings
from mediator.casework.take_in import Ledger, take_in
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.office import Settings
from mediator.domain.party import PartyFacts
from mediator.domain.stage import standing
from mediator.storage import cases, search
from tests.casework.scene import (
    CLOSE_FACTS,
    DUTY,
    FAILED,
    ORAL,
    ROW,
    Scene,
    as_agreement,
    as_duties,
    as_entries,
    as_intake,
    correct_parties,
    duties_of,
    renamed,
)
from tests.people import ACCEPTED, TODAY, entries, intake, simple_case
from tests.replay import replayed, written


def numbers(desk: Desk, case_id: int) -> tuple[str, str]:
    file = desk.file(case_id)
    return file.code, file.dossier_number


def later_facts(file: CaseFile) -> dict[str, object]:
    names = ("hearings", "agreement", "visits", "ending", "preventions", "confirmation", "papers")
    return {name: getattr(file, name) for name in names}


# Numbers


def test_numbers_count_from_one_in_every_year(desk: Desk) -> None:
    days = [date(2026, 11, 1), date(2025, 12, 31), date(2026, 11, 2), date(2025, 1, 1)]
    given = [numbers(desk, accept(desk, intake(accepted_on=day))) for day in days]
    assert given == [
        ("2026-00001", "（2026）示例人调字第1号"),
        ("2025-00001", "（2025）示例人调字第1号"),
        ("2026-00002", "（2026）示例人调字第2号"),
        ("2025-00002", "（2025）示例人调字第2号"),
    ]


def test_a_refusal_takes_a_code_and_no_dossier_number(desk: Desk) -> None:
    assert numbers(desk, refuse(desk, intake(), "not-civil", "向信访部门反映")) == ("2026-00001", "")
    assert numbers(desk, accept(desk, intake())) == ("2026-00002", "（2026）示例人调字第1号")
    file = desk.file_of("2026-00001")
    assert (file.ending.outcome, file.ending.on, file.ending.reason) == ("refused", ACCEPTED, "not-civil")
    assert file.ending.reason_text == "向信访部门反映"


def test_a_case_is_found_by_either_number(desk: Desk) -> None:
    case_id = accept(desk, intake())
    assert desk.file_of(" 2026-00001 ").id == desk.file_of("（2026）示例人调字第1号").id == case_id


def test_an_act_that_fails_takes_no_number(desk: Desk) -> None:
    with pytest.raises(RuleBroken):
        settle_at_once(desk, intake(), ORAL, ())
    assert numbers(desk, accept(desk, intake())) == ("2026-00001", "（2026）示例人调字第1号")


def test_a_new_pattern_passes_over_numbers_in_use(desk: Desk) -> None:
    save_settings(desk, Settings(code_pattern="{serial}", dossier_pattern="{short}{serial}"))
    given = [
        numbers(desk, accept(desk, intake(accepted_on=date(year, 10, 1)))) for year in (2025, 2026, 2026)
    ]
    assert given == [("1", "示例1"), ("2", "示例2"), ("3", "示例3")]


def test_forty_cases_at_four_desks_have_forty_numbers(desk: Desk) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: numbers(desk, accept(desk, intake())), range(40)))
    assert {code for code, _ in made} == {f"2026-{serial:05d}" for serial in range(1, 41)}
    assert len({dossier for _, dossier in made}) == 40


def test_numbers_stay_when_the_date_of_acceptance_moves_to_another_year(desk: Desk) -> None:
    case_id = accept(desk, intake())
    before = numbers(desk, case_id)
    whole = as_intake(desk.file(case_id))
    case = whole.case.model_copy(update={"accepted_on": date(2025, 12, 31)})
    correct_intake(desk, case_id, whole.model_copy(update={"case": case}))
    assert numbers(desk, case_id) == before
    assert numbers(desk, accept(desk, intake()))[0] == "2026-00002"


# Corrections


def test_correcting_the_intake_keeps_every_later_fact(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    whole = as_intake(file)
    case = whole.case.model_copy(update={"accepted_on": date(2026, 10, 6), "difficulty": "simple"})
    dispute = whole.dispute.model_copy(update={"summary": "更正后的简要情况"})
    correct_intake(desk, file.id, whole.model_copy(update={"case": case, "dispute": dispute}))
    now = desk.file(file.id)
    assert (now.case, now.dispute) == (case, dispute)
    assert later_facts(now) == later_facts(file)
    assert now.parties == file.parties
    last = desk.history(file.id)[-1]
    assert last.before is not None
    assert last.before["dispute.summary"] == file.dispute.summary


def test_correcting_a_name_keeps_the_place_and_everything_that_names_it(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    correct_parties(desk, file, renamed(file))
    now = desk.file(file.id)
    assert [party.id for party in now.parties] == [party.id for party in file.parties]
    assert now.parties[0].name == "张三测（更正）"
    followed = tuple(one.model_copy(update={"visited": "张三测（更正）"}) for one in file.visits)
    assert later_facts(now) == later_facts(file) | {"visits": followed}
    last = desk.history(file.id)[-1]
    paths = [f"parties.{file.parties[0].id}.facts.name"]
    paths += [f"visits.{one.id}.visited" for one in file.visits]
    assert last.before == dict.fromkeys(paths, "<b>张三")
    assert last.after == dict.fromkeys(paths, "张三测（更正）")
    with desk.store.look() as work:
        assert search.find(work, "测（更正") == [file.id]


def test_a_new_party_comes_in_and_an_unnamed_one_goes(scene: Scene) -> None:
    desk, file = scene.desk, scene.open
    first, second = as_entries(file)
    (new,) = entries((), (), ("新到的丙三",))
    correct_parties(desk, file, (second, new))
    now = desk.file(file.id)
    assert [(party.name, party.position) for party in now.parties] == [("李四测", 1), ("新到的丙三", 2)]
    assert now.parties[0].id == second.id
    last = desk.history(file.id)[-1]
    assert last.before is not None
    assert last.before[f"parties.{first.id}.facts.name"] == "张三测"


def test_one_person_in_two_cases_is_corrected_in_one(scene: Scene) -> None:
    desk = scene.desk
    correct_parties(desk, scene.open, renamed(scene.open))
    assert desk.file(scene.failed.id).parties == scene.failed.parties


def test_correcting_the_agreement_keeps_duties_signatures_and_performance(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    agree(desk, file.id, as_agreement(file, clauses=("改了一条。",)), as_duties(file))
    now = desk.file(file.id)
    assert now.agreement is not None
    assert file.agreement is not None
    assert now.agreement == file.agreement.model_copy(update={"clauses": ("改了一条。",)})
    assert desk.history(file.id)[-1].verb == "correct-agreement"


def test_the_day_of_settlement_follows_the_agreement(desk: Desk) -> None:
    case_id = accept(desk, intake())
    save_close_facts(desk, case_id, **{**CLOSE_FACTS, "transformed": "civil"})
    agree(desk, case_id, AgreementFacts(agreed_on=TODAY, clauses=("互不追究。",)), ())
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ())
    ending = desk.file(case_id).ending
    assert (ending.outcome, ending.on, ending.transformed) == ("success", ACCEPTED, "civil")


def test_a_dropped_hearing_stays_in_the_history(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    first, second = file.hearings
    drop_hearing(desk, file.id, first.id)
    now = desk.file(file.id)
    assert now.hearings == (second.model_copy(update={"ordinal": 1}),)
    last = desk.history(file.id)[-1]
    assert last.before is not None
    assert last.before[f"hearings.{first.id}.text"] == first.text


def test_a_hearing_entered_late_takes_its_place_by_date(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    new = hold_hearing(desk, file.id, HearingFacts(held_on=date(2026, 10, 9)))
    assert [(one.id, one.ordinal) for one in desk.file(file.id).hearings] == [
        (file.hearings[0].id, 1),
        (new, 2),
        (file.hearings[1].id, 3),
    ]


def test_a_dropped_payment_is_due_again(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    late = duties_of(file)[1]
    drop_performance(desk, file.id, late.performed[0].id)
    duty = duties_of(desk.file(file.id))[1]
    assert duty.performed == ()
    history = desk.history(file.id)[-1]
    assert history.before is not None
    assert (
        history.before[f"agreement.duties.{late.id}.performed.{late.performed[0].id}.amount_fen"] == 123_456
    )


def test_a_corrected_name_is_followed_by_the_visit_that_spoke_to_it(desk: Desk) -> None:
    case_id = simple_case(desk)
    facts = VisitFacts(on=TODAY, visited="张三测、李四测、邻居张三测之妻", situation="张三测满意。")
    visit(desk, case_id, facts)
    whole = as_intake(desk.file(case_id))
    entries = tuple(
        one.model_copy(update={"facts": one.facts.model_copy(update={"name": "章三测"})})
        if one.facts.name == "张三测"
        else one
        for one in whole.parties
    )
    correct_intake(desk, case_id, whole.model_copy(update={"parties": entries}))
    now = desk.file(case_id).visits[0]
    assert (now.visited, now.situation) == ("章三测、李四测、邻居张三测之妻", "张三测满意。")


def test_a_refusal_is_corrected_and_its_day_follows_the_intake(scene: Scene) -> None:
    desk, file = scene.desk, scene.refused
    correct_refusal(desk, file.id, "party-refuses", "可以起诉")
    whole = as_intake(file)
    day = date(2026, 11, 5)
    case = whole.case.model_copy(update={"accepted_on": day})
    correct_intake(desk, file.id, whole.model_copy(update={"case": case}))
    ending = desk.file(file.id).ending
    assert (ending.outcome, ending.on, ending.reason, ending.reason_text) == (
        "refused",
        day,
        "party-refuses",
        "可以起诉",
    )


# Settled at once, failed, opened again


def test_settled_at_once_is_a_whole_case(desk: Desk) -> None:
    file = desk.file(simple_case(desk))
    applicant, respondent = file.parties
    (duty,) = duties_of(file)
    assert (duty.debtors, duty.creditors) == ((respondent.id,), (applicant.id,))
    assert (file.ending.outcome, file.ending.on, file.effect_on) == ("success", ACCEPTED, ACCEPTED)
    assert file.agreement is not None
    assert (file.agreement.form, file.agreement.number) == ("oral", file.dossier_number)
    (told,) = desk.history(file.id)
    assert told.verb == "settle-at-once"


def test_a_failed_case_is_opened_again_and_settled(desk: Desk) -> None:
    case_id = accept(desk, intake())
    save_close_facts(desk, case_id, **{**CLOSE_FACTS, "transformed": "criminal"})
    end_without(desk, case_id, FAILED)
    assert desk.file(case_id).ending.transformed == "criminal"
    end_without(desk, case_id, FAILED.model_copy(update={"outcome": "terminated", "reason": "sued"}))
    open_again(desk, case_id)
    assert standing(desk.file(case_id)).stage == "accepted"
    agree(desk, case_id, AgreementFacts(agreed_on=TODAY, clauses=("互不追究。",)), ())
    ending = desk.file(case_id).ending
    assert (ending.outcome, ending.reason, ending.told_ways, ending.transformed) == (
        "success",
        "",
        (),
        "criminal",
    )
    told = [entry for entry in desk.history(case_id) if entry.verb == "open-again"]
    assert told[0].before is not None
    assert told[0].before["ending.reason"] == "sued"


def test_a_ledgers_agreement_number_outlives_a_correction(desk: Desk) -> None:
    row = replace(
        ROW, concluded_on=date(2026, 10, 6), agreement_number="旧字第9号", outcome="success", form="written"
    )
    (taken,) = take_in(desk, Ledger([row], [], "台账.xlsx"))
    file = desk.file(taken.case_id)
    with desk.store.work() as work:
        cases.save_archived(work, file.id, Archived(), dossier="新字第1号")
    agree(desk, file.id, as_agreement(file, clauses=("互不追究。",)), ())
    agreement = desk.file(file.id).agreement
    assert agreement is not None
    assert (agreement.number, agreement.clauses) == ("旧字第9号", ("互不追究。",))


# Anything people may type


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    st.text(st.characters(codec="utf-8"), max_size=300),
)
def test_any_text_comes_back_as_it_was_typed(desk: Desk, name: str, words: str) -> None:
    facts = PartyFacts(name=name, address=words)
    case_id = settle_at_once(
        desk, intake(summary=words, parties=entries((facts,), (name,)), remark=words), ORAL, (DUTY,)
    )
    file = desk.file(case_id)
    assert file.parties[0].facts == facts
    assert (file.parties[1].name, file.dispute.summary, file.case.remark) == (name, words, words)
    (told,) = desk.history(case_id)
    assert told.after is not None
    assert told.after["code"] == file.code


# The history is whole: played from the start it gives the case as it stands


@pytest.mark.parametrize("name", ["full", "archived", "open", "failed", "refused"])
def test_the_history_gives_the_case(scene: Scene, name: str) -> None:
    file = scene.desk.file(getattr(scene, name).id)
    assert replayed(scene.desk.history(file.id)) == written(file)


def test_the_history_gives_the_case_after_things_were_taken_away(scene: Scene) -> None:
    desk, file = scene.desk, scene.full
    agree(desk, file.id, as_agreement(file), (as_duties(file)[0], *as_duties(file)[1:]))
    drop_hearing(desk, file.id, file.hearings[0].id)
    drop_performance(desk, file.id, duties_of(file)[1].performed[0].id)
    save_close_facts(desk, file.id, **{**CLOSE_FACTS, "preventions": ()})
    assert replayed(desk.history(file.id)) == written(desk.file(file.id))
