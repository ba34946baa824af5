"""What happens between intake and ending is written at its kind, corrected, put away, and has its effect."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.hold_hearing import hold_hearing
from mediator.domain.case import Ending
from mediator.domain.hearing import HearingFacts
from tests.people import ACCEPTED, TODAY, full_case, intake, simple_case
from tests.ui.conftest import Recorder
from tests.ui.offices import Ears, services_for
from ui.dialogs.base import FormDialog
from ui.dialogs.decide import decision_dialog
from ui.pages.case.archive_step import ArchiveStep
from ui.pages.case.attachment_step import AttachmentStep
from ui.pages.case.extension_step import ExtensionStep
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.inquiry_step import InquiryStep
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case.performance_step import PerformanceStep
from ui.pages.case.records_step import NEW, RecordsStep
from ui.pages.case.replacement_step import ReplacementStep
from ui.pages.case.supplement_step import SupplementStep
from ui.pages.case.talk_step import PRIVATE, TalkStep
from ui.pages.case_page import CasePage
from ui.services import Services
from ui.tab_order import tab_stops


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def services(desk: Desk, messages: Recorder, ears: Ears) -> Services:
    return services_for(desk, messages, ears)


def shown(step: RecordsStep, desk: Desk, case_id: int, qtbot: QtBot) -> None:
    qtbot.addWidget(step)
    step.saved.connect(lambda: step.show_file(desk.file(case_id)))
    step.show_file(desk.file(case_id))
    step.show()


def test_an_inquiry_knows_the_party_by_the_name(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    step = InquiryStep(services)
    shown(step, desk, case_id, qtbot)
    step.form.field("asked").set_value("李四测")
    step.form.field("began").set_value(time(14, 0))
    step.form.field("text").set_value("他说没有漏水。")
    assert step.save()
    (one,) = desk.file(case_id).inquiries
    assert (one.asked, one.party, one.began) == ("李四测", desk.file(case_id).parties[1].id, "14:00")
    assert one.askers == ("王测",)
    step.form.field("asked").set_value("邻居甲二")
    assert step.save()
    assert desk.file(case_id).inquiries[0].party is None
    messages.expect("yes")
    step.drop_button.click()
    assert desk.file(case_id).inquiries == ()


def test_a_private_talk_says_that_it_stays_private(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = accept(desk, intake())
    step = TalkStep(services)
    shown(step, desk, case_id, qtbot)
    assert step.private.isVisible()
    assert PRIVATE in step.private.text()
    step.form.field("parties").set_value([str(desk.file(case_id).parties[0].id)])
    step.form.field("text").set_value("底线五千元")
    assert step.save()
    assert desk.file(case_id).caucuses[0].text == "底线五千元"
    assert step.private.isVisible()


def test_an_extension_tells_how_much_longer_and_whose_consent_is_missing(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    step = ExtensionStep(services)
    shown(step, desk, case_id, qtbot)
    places = [str(party.id) for party in desk.file(case_id).parties]
    step.form.field("until_on").set_value(date(2026, 12, 20))
    step.form.field("agreed_by").set_value(places[:1])
    step.form.changed.emit("agreed_by")
    assert step.form._notes["until_on"].text() == "原定 2026-12-02，多 18 天"
    assert "李四测 还没有同意" in step.form._notes["agreed_by"].text()
    assert step.save()  # a doubt is no refusal
    assert desk.file(case_id).extended_to == date(2026, 12, 20)
    assert "李四测 还没有同意" in step.form._notes["agreed_by"].text()
    step.form.field("agreed_by").set_value(places)
    step.form.field("until_on").set_value(date(2026, 11, 30))
    step.form.changed.emit("agreed_by")
    assert "没有延长" in step.form._notes["until_on"].text()


def test_a_replacement_changes_the_mediators_of_the_next_hearing(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake(assistants=("赵调",)))
    hold_hearing(desk, case_id, HearingFacts(held_on=ACCEPTED, mediators=("王测", "赵调")))
    step = ReplacementStep(services)
    shown(step, desk, case_id, qtbot)
    step.form.field("leaving").set_value("王测")
    step.form.field("coming").set_value("孙记")
    step.form.field("asked_by").set_value(str(desk.file(case_id).parties[1].id))
    step.form.field("grounds").set_value("和对方是亲戚")
    assert step.save()
    file = desk.file(case_id)
    assert (file.case.mediator, file.replacements[0].asked_by) == ("孙记", file.parties[1].id)
    hearing = HearingStep(services, lambda: None)
    qtbot.addWidget(hearing)
    assert hearing.blank_values(file)["mediators"] == ["孙记", "赵调"]


def test_a_refused_replacement_keeps_nobody_who_comes(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = accept(desk, intake())
    step = ReplacementStep(services)
    shown(step, desk, case_id, qtbot)
    assert step.form.field("leaving").value() == "王测"
    step.form.field("coming").set_value("孙记")
    step.form.field("granted").set_value("no")
    step.form.changed.emit("granted")
    assert not step.form.field("coming").isVisible()
    assert step.save()
    (one,) = desk.file(case_id).replacements
    assert (one.granted, one.coming, desk.file(case_id).case.mediator) == (False, "", "王测")


def test_an_adjourned_hearing_is_asked_for_and_begins_the_next_one(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    step = HearingStep(services, lambda: None)
    shown(step, desk, case_id, qtbot)
    step.form.set_values({"held_on": date(2026, 11, 20), "text": "没有谈成"})
    step.form.field("next_on").set_value(date(2026, 11, 22))
    step.form.field("next_began").set_value(time(14, 30))
    step.form.field("next_place").set_value("一号调解室")
    assert step.save()
    step.begin_new()
    values = step.form.values()
    assert (values["held_on"], values["began"], values["place"]) == (TODAY, time(14, 30), "一号调解室")
    assert values["next_on"] is None
    step.form.field("result").set_value("agreed")
    step.form.changed.emit("result")
    assert not step.form.field("next_on").isVisible()


def supplemented(desk: Desk, services: Services, qtbot: QtBot) -> tuple[SupplementStep, int]:
    case_id = simple_case(desk)
    step = SupplementStep(services)
    shown(step, desk, case_id, qtbot)
    return step, case_id


def test_a_supplement_ends_a_duty_and_adds_another(desk: Desk, services: Services, qtbot: QtBot) -> None:
    step, case_id = supplemented(desk, services, qtbot)
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    old = agreement.duties[0]
    step.form.ends.field("ends").set_value([str(old.id)])
    new = old.model_copy(update={"amount_fen": 30_000, "due_on": date(2026, 12, 31)})
    step.form.duties.set_value([(None, new)])
    step.form.terms.field("reason").set_value("一时付不出")
    step.form.hands.sign_all()
    assert step.save()
    file = desk.file(case_id)
    assert file.agreement is not None
    (one,) = file.supplements
    assert (one.reason, one.signing.mediator_on) == ("一时付不出", TODAY)
    assert [(duty.amount_fen, duty.ended_by, duty.supplement_id) for duty in file.agreement.duties] == [
        (50_000, one.id, None),
        (30_000, None, one.id),
    ]
    assert step.chosen == one.id
    assert step.form.ended() == (old.id,)
    assert not step.dirty()


def test_an_empty_supplement_is_refused_where_it_is_empty(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    step, case_id = supplemented(desk, services, qtbot)
    assert not step.save()
    assert desk.file(case_id).supplements == ()
    assert "supplement-empty" in step.form.further._notes["clauses"].text()


def test_ended_duties_are_told_as_ended_and_take_no_performance(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    step, case_id = supplemented(desk, services, qtbot)
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    step.form.ends.field("ends").set_value([str(agreement.duties[0].id)])
    assert step.save()
    performance = PerformanceStep(services)
    shown(performance, desk, case_id, qtbot)
    assert performance._labels[0].text().endswith("已由补充协议终止")
    assert performance.form.field("duty").count() == 1  # the empty row alone


def test_kinds_count_their_records_and_keep_unsaved_words(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.show_case(full_case(desk), "hearings")
    kinds = page.steps["hearings"]
    assert isinstance(kinds, KindsStep)
    words = [kinds.bar.button(key).text() for key in ("hearing", "inquiry", "talk", "extension")]
    assert words == ["调解记录 2", "调查记录 1", "单独谈话（不入卷） 1", "延长期限 1"]
    assert kinds.open_kind("talk")
    talk = kinds.part("talk")
    assert isinstance(talk, TalkStep)
    talk.choose(NEW)
    talk.form.field("text").insert("想到一半")
    messages.expect("stay")
    assert not kinds.open_kind("hearing")
    assert kinds.bar.value() == ("talk",)
    assert talk.form.values()["text"] == "想到一半"


def test_a_supplement_is_offered_once_the_agreement_is_in_effect(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.show()
    page.show_case(accept(desk, intake()), "agreement")
    kinds = page.steps["agreement"]
    assert isinstance(kinds, KindsStep)
    assert not kinds.bar.isVisible()
    page.show_case(simple_case(desk), "agreement")
    assert kinds.bar.isVisible()


def failed(desk: Desk) -> int:
    case_id = accept(desk, intake())
    end_without(
        desk, case_id, Ending(outcome="failed", on=TODAY, reason="no-agreement", told_ways=("court",))
    )
    return case_id


def decide(page: CasePage, kind: str, values: dict[str, object]) -> None:
    """Answer the dialog that 更多 opens."""

    def fill() -> None:
        dialog = page.findChild(FormDialog)
        for name, value in values.items():
            dialog.form.field(name).set_value(value)
        dialog.try_save()

    QTimer.singleShot(0, fill)
    page.header.asked.emit(kind)


def test_a_failed_case_is_carried_on_with_its_reason(desk: Desk, services: Services, qtbot: QtBot) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = failed(desk)
    page.show_case(case_id)
    decide(page, "reopen", {"reason_text": "双方愿意再谈"})
    file = desk.file(case_id)
    assert (file.ending.outcome, file.decisions[0].reason) == ("", "双方愿意再谈")
    assert page.current == "hearings"


def test_another_outcome_needs_its_reason(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = failed(desk)
    dialog = decision_dialog(services, desk.file(case_id), "change-outcome")
    qtbot.addWidget(dialog)
    dialog.form.field("outcome").set_value("terminated")
    dialog.try_save()
    assert desk.file(case_id).ending.outcome == "failed"
    dialog.form.field("reason_text").set_value("当事人撤回申请")
    dialog.try_save()
    assert desk.file(case_id).ending.outcome == "terminated"


def test_default_opens_the_next_case_and_names_both(
    desk: Desk, services: Services, ears: Ears, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.show()
    case_id = simple_case(desk)
    page.show_case(case_id)
    decide(page, "mediate-again", {"reason_text": "没有按期付款"})
    (new_id,) = ears.opened
    words = page.notice.words.text()
    assert desk.file(new_id).code in words
    assert desk.file(case_id).code in words
    assert desk.file(new_id).previous_id == case_id


def test_a_case_in_the_bin_is_left(desk: Desk, services: Services, ears: Ears, qtbot: QtBot) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = accept(desk, intake())
    page.show_case(case_id)
    decide(page, "remove", {"reason_text": "重复登记"})
    assert desk.file(case_id).is_removed
    assert ears.gone == ["cases"]
    assert page.may_leave()


def test_undisputed_facts_are_corrected_at_the_archive(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = failed(desk)
    step = ArchiveStep(services, lambda: None)
    qtbot.addWidget(step)
    step.show_file(desk.file(case_id))
    step.show()
    assert step.form.field("undisputed").isVisible()
    step.form.field("undisputed").set_value("漏水属实。")
    assert step.save()
    assert desk.file(case_id).undisputed.facts == ("漏水属实。",)
    step.show_file(desk.file(simple_case(desk)))
    assert not step.form.field("undisputed").isVisible()


def test_every_kind_is_reached_and_opened_by_the_keyboard(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show_case(simple_case(desk), "hearings")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    kinds = page.steps["hearings"]
    assert isinstance(kinds, KindsStep)
    stops = tab_stops(page)
    for key in ("hearing", "inquiry", "talk", "extension", "replacement"):
        assert kinds.bar.button(key) in stops
        kinds.bar.button(key).setFocus()
        QTest.keyClick(kinds.bar.button(key), Qt.Key.Key_Return)
        assert kinds.kind == key
        assert kinds.part(key).isVisible()
    assert page.header.more in stops
    materials = page.way.findChild(QPushButton, "step-materials")
    assert materials in stops
    QTest.keyClick(materials, Qt.Key.Key_Return)
    step = page.steps["materials"]
    assert isinstance(step, AttachmentStep)
    assert step.add_button in tab_stops(page)
