"""Many workers, one employer: done together, all or none, yet each a case of its own."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from mediator.casework.accept import accept
from mediator.casework.count import book, make_return
from mediator.casework.desk import Desk
from mediator.casework.recycle import remove_case
from mediator.casework.series import (
    add_members,
    every_series,
    join_series,
    leave_series,
    open_series,
    series_state,
)
from mediator.casework.series_acts import (
    agree_together,
    archive_together,
    end_together,
    hear_together,
    perform_together,
    sign_together,
    visit_together,
)
from mediator.command.words import say
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.agent import AgentEntry, AgentFacts
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived
from mediator.domain.errors import NotFound, RuleBroken
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.series import JointDuty, SeriesMember, SignedTogether
from mediator.domain.stage import standing
from mediator.exchange.ledger import export_ledger
from mediator.statistics.model import ReturnSheet
from tests.casework import series_scene as scene_of
from tests.casework.scene import Scene, snapshot
from tests.casework.series_scene import FAILED, FIRM, common, files, member
from tests.people import ACCEPTED, TODAY, entries, intake


@pytest.fixture
def desk(scene: Scene) -> Desk:
    return scene.desk


def stages(desk: Desk, series_id: int) -> list[str]:
    return [standing(file).stage for file in files(desk, series_id)]


def test_each_member_has_a_dispute_a_code_and_a_number_of_its_own_in_order(desk: Desk) -> None:
    first, second = files(desk, scene_of.opened(desk))
    assert first.dispute_id != second.dispute_id
    assert int(second.code[-5:]) == int(first.code[-5:]) + 1
    assert first.dossier_number != second.dossier_number
    assert [party.name for party in first.parties] == ["甲一", FIRM.name]
    assert [party.name for party in second.parties] == ["乙二", FIRM.name]
    assert first.case.claims == "请求支付工资12,000.00元。"
    assert second.case.claims == "请求支付工资8,500.50元。"
    assert first.series == second.series
    assert desk.history(first.id)[0].verb == "accept"


def test_the_other_side_is_one_person_of_the_register(desk: Desk) -> None:
    state = series_state(desk, scene_of.opened(desk))
    assert len({file.of_role("respondent")[0].person_id for file in state.files}) == 1
    assert len({file.of_role("applicant")[0].person_id for file in state.files}) == 2


def test_an_agent_acts_for_every_member(desk: Desk) -> None:
    agent = AgentEntry(facts=AgentFacts(kind="representative", name="甲一"))
    whole = [
        SeriesMember(parties=(entries((name,), ())[0].model_copy(update={"agents": (agent,)}),))
        for name in ("甲一", "乙二")
    ]
    found = files(desk, open_series(desk, "", common(), whole))
    assert [file.parties[0].agents[0].name for file in found] == ["甲一", "甲一"]
    assert found[0].series is not None
    assert found[0].series.name == "甲一等2人与示例劳务有限公司劳动争议纠纷"


def test_one_who_cannot_be_taken_in_stops_all_and_is_named(desk: Desk) -> None:
    before = snapshot(desk.store)
    with pytest.raises(RuleBroken) as refusal:
        open_series(desk, "示例", common(), (member("甲一"), member(" ")))
    assert snapshot(desk.store) == before
    assert refusal.value.code == "series-refused"
    assert say(refusal.value).startswith("第2人")
    assert "没有姓名" in say(refusal.value)
    with pytest.raises(RuleBroken, match="series-empty"):
        open_series(desk, "示例", common(), ())


def test_a_refusal_names_the_case_and_changes_none(desk: Desk) -> None:
    series_id = scene_of.agreed(desk)
    first, second = files(desk, series_id)
    before = snapshot(desk.store)
    with pytest.raises(RuleBroken) as refusal:
        perform_together(desk, series_id, TODAY, {first.id: 100, second.id: 850_051})
    assert snapshot(desk.store) == before
    assert refusal.value.values["number"] == second.code
    assert "乙二" in say(refusal.value)
    assert str(refusal.value.values["why"]) == "paid-too-much"


def test_a_record_names_only_the_parties_of_its_own_case(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    first, second = files(desk, series_id)
    facts = HearingFacts(held_on=ACCEPTED, text="{申请人}要求支付{金额}元，公司承认。", result="agreed")
    hear_together(desk, series_id, facts, absent={second.id})
    first, second = files(desk, series_id)
    assert first.names(first.hearings[0].present) == f"甲一、{FIRM.name}"
    assert second.names(second.hearings[0].present) == FIRM.name
    assert [one.hearings[0].result for one in (first, second)] == ["agreed", "continue"]
    assert first.hearings[0].text == "甲一要求支付12,000.00元，公司承认。"
    for file, other in ((first, "乙二"), (second, "甲一")):
        matter = Matter(file, desk.office(), desk.settings())
        form = press.forms()["mediation-record"]
        assert other not in str(form.compose(matter, file.hearings[0]))


def test_nobody_present_is_no_hearing(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    only = [file.id for file in files(desk, series_id)][:1]
    with pytest.raises(RuleBroken) as refusal:
        hear_together(
            desk,
            series_id,
            HearingFacts(held_on=ACCEPTED),
            absent=only,
            absent_names={FIRM.name},
            only=only,
        )
    assert str(refusal.value.values["why"]) == "hearing-nobody-present"


def test_each_owes_its_own_sum_in_the_same_parts(desk: Desk) -> None:
    first, second = files(desk, scene_of.agreed(desk))
    assert first.agreement is not None
    assert second.agreement is not None
    (duty,) = first.agreement.duties
    assert (first.names(duty.debtors), first.names(duty.creditors)) == (FIRM.name, "甲一")
    assert [part.amount_fen for part in duty.instalments] == [360_000, 840_000]
    assert [part.amount_fen for part in second.agreement.duties[0].instalments] == [255_015, 595_035]
    assert first.agreement.number == first.dossier_number


def test_who_drops_out_is_skipped_and_ended_singly(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    first, second = files(desk, series_id)
    duty = JointDuty(what="工资", amounts={first.id: 100})
    facts = AgreementFacts(agreed_on=ACCEPTED)
    with pytest.raises(RuleBroken) as refusal:  # nothing is owed to the other one
        agree_together(desk, series_id, facts, (duty,))
    assert refusal.value.values["number"] == second.code
    agree_together(desk, series_id, facts, (duty,), only=[first.id])
    end_together(desk, series_id, FAILED, only=[second.id])
    assert stages(desk, series_id) == ["agreed", "closed"]
    with pytest.raises(RuleBroken):
        agree_together(desk, series_id, facts, (duty,), only=[first.id])
    with pytest.raises(RuleBroken):
        end_together(desk, series_id, FAILED, only=[first.id])


def test_from_intake_to_archive(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    steps = [series_state(desk, series_id).next_step]
    hear_together(desk, series_id, HearingFacts(held_on=ACCEPTED, result="agreed"))
    steps.append(series_state(desk, series_id).next_step)
    scene_of.agree(desk, series_id)
    steps.append(series_state(desk, series_id).next_step)
    first = files(desk, series_id)[0]
    sign_together(desk, series_id, SignedTogether(parties_on=TODAY), only=[first.id])
    scene_of.sign(desk, series_id)
    first, second = files(desk, series_id)
    assert first.agreement is not None
    assert set(first.agreement.signing.parties.values()) == {TODAY}  # whoever has signed keeps the day
    assert (first.effect_on, second.effect_on) == (TODAY, TODAY)
    steps.append(series_state(desk, series_id).next_step)
    perform_together(desk, series_id, TODAY, scene_of.amounts(desk, series_id), note="付清")
    steps.append(series_state(desk, series_id).next_step)
    visit_together(desk, series_id, VisitFacts(on=TODAY, situation="{申请人}已收到工资"))
    steps.append(series_state(desk, series_id).next_step)
    assert [file.visits[0].visited for file in files(desk, series_id)] == ["甲一", "乙二"]
    assert files(desk, series_id)[1].visits[0].situation == "乙二已收到工资"
    archive_together(desk, series_id, Archived(on=TODAY, by="孙记"))
    state = series_state(desk, series_id)
    assert steps == ["hold", "agree", "sign", "perform", "visit", "archive"]
    assert state.next_step == "none"
    assert state.total_fen == 2_050_050
    with pytest.raises(RuleBroken) as refusal:
        visit_together(desk, series_id, VisitFacts(on=TODAY))
    assert str(refusal.value.values["why"]) == "case-archived"


def test_single_cases_join_and_leave(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    single = accept(desk, intake())
    join_series(desk, single, series_id)
    assert len(files(desk, series_id)) == 3
    assert desk.history(single)[-1].verb == "join-series"
    with pytest.raises(RuleBroken, match="case-in-series"):
        join_series(desk, single, series_id)
    leave_series(desk, single)
    assert desk.file(single).series is None
    with pytest.raises(RuleBroken, match="case-not-in-series"):
        leave_series(desk, single)
    with pytest.raises(RuleBroken, match="case-not-in-series"):
        visit_together(desk, series_id, VisitFacts(on=TODAY), only=[single])
    with pytest.raises(NotFound, match="series-unknown"):
        join_series(desk, single, 99)


def test_late_comers_and_the_recycle_bin(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    (new,) = add_members(desk, series_id, common(), (member("丙三"),))
    assert [one.id for one in files(desk, series_id)][-1] == new
    remove_case(desk, new, "重复登记")
    assert len(files(desk, series_id)) == 2
    newest, count = every_series(desk)[0]
    assert (newest.id, newest.name, count) == (series_id, "示例欠薪", 2)


def test_a_series_is_counted_and_written_out_case_by_case(desk: Desk) -> None:
    alone = len(book(desk).cases)
    sheet = make_return(desk, "people-cases", "2026-11")
    series_id = scene_of.agreed(desk)
    assert len(book(desk).cases) == alone + 2
    now = make_return(desk, "people-cases", "2026-11")
    assert figure(now, "total") == figure(sheet, "total") + 2
    assert figure(now, "success") == figure(sheet, "success") + 2
    rows = list(openpyxl.load_workbook(BytesIO(export_ledger(desk, None, None))).worksheets[0].values)
    codes = [row[0] for row in rows]
    mine = [file.code for file in files(desk, series_id)]
    assert [codes.count(code) for code in mine] == [1, 1]
    sums = [row[15] for row in rows if row[0] in mine]
    assert sorted(sums) == [8500.5, 12000]
    disputes = {file.dispute_code for file in files(desk, series_id)}
    assert len(disputes) == 2


def figure(sheet: ReturnSheet, key: str) -> int:
    return next(int(row.value) for row in sheet.rows if row.key == key)


def test_days_are_checked_like_those_of_a_single_case(desk: Desk) -> None:
    series_id = scene_of.opened(desk)
    with pytest.raises(RuleBroken) as refusal:
        hear_together(desk, series_id, HearingFacts(held_on=date(2026, 11, 1)))
    assert str(refusal.value.values["why"]) == "dates-disagree"
