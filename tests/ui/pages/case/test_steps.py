"""The steps of the case page write what was typed, keep what was refused, and ask before they are left."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.archive import archive
from mediator.casework.conclude import agree
from mediator.casework.desk import Desk
from mediator.casework.follow_up import visit
from mediator.casework.perform import perform
from mediator.casework.refuse import refuse
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts
from mediator.domain.follow_up import VisitFacts
from tests.people import TODAY, barest_case, full_case, intake, simple_case, smallest_case
from tests.ui.conftest import Recorder
from tests.ui.hands import commit
from tests.ui.offices import Ears, services_for
from ui.dialogs.base import FormDialog
from ui.dialogs.end_without import end_dialog
from ui.dialogs.history import entry_text
from ui.pages.case.agreement_step import AgreementStep
from ui.pages.case.archive_step import ArchiveStep
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.intake_step import IntakeStep
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case.performance_step import PerformanceStep
from ui.pages.case.records_step import NEW
from ui.pages.case.step import Step
from ui.pages.case.visit_step import VisitStep
from ui.pages.case_page import CasePage
from ui.services import Services


@pytest.fixture
def services(desk: Desk, messages: Recorder) -> Services:
    return services_for(desk, messages, Ears())


def shown(step: Step, desk: Desk, case_id: int, qtbot: QtBot) -> CaseFile:
    """Show a case as the page does, and read it again whenever the step has saved."""
    qtbot.addWidget(step)
    step.saved.connect(lambda: step.show_file(desk.file(case_id)))
    step.show_file(desk.file(case_id))
    step.show()
    return desk.file(case_id)


def test_a_hearing_is_written_corrected_and_put_away(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = barest_case(desk)
    step = HearingStep(services, lambda: None)
    file = shown(step, desk, case_id, qtbot)
    values = {
        "held_on": date(2026, 11, 5),
        "began": time(9, 30),
        "text": "双方各自陈述。",
        "place": "示例社区调解室",
    }
    step.form.set_values(values)
    assert step.save()
    hearing = desk.file(case_id).hearings[0]
    assert (hearing.began, hearing.text, hearing.present) == (
        "09:30",
        "双方各自陈述。",
        (file.parties[0].id,),
    )
    step.form.field("text").insert("补记一句。")
    assert step.dirty()
    assert step.save()
    assert desk.file(case_id).hearings[0].text.count("补记一句。") == 1
    messages.expect("yes")
    step.drop_button.click()
    assert desk.file(case_id).hearings == ()


def test_a_refused_hearing_stays_on_the_form(desk: Desk, services: Services, qtbot: QtBot) -> None:
    step = HearingStep(services, lambda: None)
    case_id = barest_case(desk)
    shown(step, desk, case_id, qtbot)
    step.form.set_values({"held_on": date(2026, 10, 1), "text": "早于受理"})
    services.messages.expect("dates-disagree")  # type: ignore[attr-defined]
    assert not step.save()
    assert step.form.values()["text"] == "早于受理"
    assert desk.file(case_id).hearings == ()


@pytest.mark.parametrize(("answer", "left", "kept"), [("stay", False, "想到一半"), ("drop", True, "")])
def test_leaving_a_touched_step_is_asked_once(
    answer: str, left: bool, kept: str, desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    step = HearingStep(services, lambda: None)
    shown(step, desk, barest_case(desk), qtbot)
    step.form.field("text").insert("想到一半")
    messages.expect(answer)
    assert step.may_leave() is left
    assert step.form.values()["text"] == kept


def test_a_payment_is_offered_with_what_is_due_next(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    step = PerformanceStep(services)
    shown(step, desk, case_id, qtbot)
    assert step.form.values()["amount_fen"] == 50_000
    assert step.save()
    assert desk.file(case_id).performance == "done"


def test_more_than_is_owed_is_refused(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    step = PerformanceStep(services)
    shown(step, desk, case_id, qtbot)
    step.form.field("amount_fen").set_value(60_000)
    assert not step.save()
    assert "paid-too-much" in step.form.field("amount_fen").note.text()
    assert desk.file(case_id).performance == "ongoing"


def test_the_balance_tells_lateness_and_what_is_open(desk: Desk, services: Services, qtbot: QtBot) -> None:
    step = PerformanceStep(services)
    shown(step, desk, full_case(desk), qtbot)
    texts = [label.text() for label in step._labels]
    assert "第 2 期 2,500.00 元，2026-11-30 到期" in texts[0]
    assert texts[1].endswith("已履行（逾期 14 天）")
    assert texts[2].endswith("已履行")


def test_a_visit_is_written(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    step = VisitStep(services)
    shown(step, desk, case_id, qtbot)
    step.form.set_values({"satisfaction": "satisfied", "situation": "已付清。"})
    assert step.save()
    visit = desk.file(case_id).visits[0]
    assert (visit.on, visit.visitor, visit.satisfaction) == (desk.today(), "王测", "satisfied")


def test_an_open_case_is_not_archived_and_a_settled_one_is(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    step = ArchiveStep(services, lambda: None)
    shown(step, desk, barest_case(desk), qtbot)
    assert not step.archive_button.isEnabled()
    case_id = simple_case(desk)
    step.saved.disconnect()
    shown(step, desk, case_id, qtbot)
    step.form.set_values({**step.form.values(), "prevent-suicide": "2"})
    messages.expect("yes")
    step.archive_button.click()
    file = desk.file(case_id)
    assert file.archived.on == desk.today()
    assert [(one.kind, one.people) for one in file.preventions] == [("suicide", 2)]
    assert not step.form.isEnabled()


def test_a_case_ends_without_agreement_with_reason_and_ways(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    case_id = barest_case(desk)
    dialog = end_dialog(services, desk.file(case_id))
    qtbot.addWidget(dialog)
    dialog.form.set_values({**dialog.form.values(), "told_ways": []})
    dialog.try_save()
    assert desk.file(case_id).ending.outcome == ""
    dialog.form.set_values({**dialog.form.values(), "told_ways": ["court"], "reason": "party-withdraws"})
    dialog.form.field("undisputed").set_value("漏水属实。\n\n双方认识。")
    dialog.try_save()
    ending = desk.file(case_id).ending
    assert (ending.outcome, ending.reason, ending.told_ways) == ("failed", "party-withdraws", ("court",))
    assert desk.file(case_id).undisputed.facts == ("漏水属实。", "双方认识。")


def test_a_refusal_is_corrected_where_it_was_entered(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = refuse(desk, intake(), "not-civil", "向有权处理的机关或者部门反映")
    step = IntakeStep(services)
    shown(step, desk, case_id, qtbot)
    assert step.refusal_button.isVisible()

    def correct() -> None:
        dialog = step.findChild(FormDialog)
        assert dialog.form.values()["advice"] == "向有权处理的机关或者部门反映"
        dialog.form.field("reason").set_value("party-refuses")
        dialog.form.field("reason").changed.emit()
        dialog.try_save()

    QTimer.singleShot(0, correct)
    step.refusal_button.click()
    ending = desk.file(case_id).ending
    assert ending.reason == "party-refuses"
    assert ending.reason_text == "可以依法通过仲裁、行政、司法等途径维护权利"
    newest = desk.history(case_id)[-1]
    assert entry_text(newest, desk.file(case_id)).splitlines()[0].endswith("更正不予受理")
    archive(desk, case_id, Archived(on=TODAY))
    step.show_file(desk.file(case_id))
    assert not step.refusal_button.isVisible()


def test_a_case_that_was_taken_has_no_refusal_to_correct(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    step = IntakeStep(services)
    shown(step, desk, barest_case(desk), qtbot)
    assert not step.refusal_button.isVisible()


def test_a_case_opens_with_the_keyboard_on_its_next_step(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show_case(barest_case(desk))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.focusWidget() is page.way.next_button
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.steps["hearings"].isAncestorOf(page.focusWidget())


def test_the_next_step_of_a_written_agreement_is_its_first_hand_not_its_sum(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = accept(desk, intake())
    places = tuple(one.id for one in desk.file(case_id).parties)
    duty = DutyFacts(debtors=places[1:2], creditors=places[:1], amount_fen=50_000, what="修补费")
    agree(desk, case_id, AgreementFacts(form="written", agreed_on=TODAY), ((None, duty),))
    page.show_case(case_id)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.way.next_button.click()
    step = page.steps["agreement"]
    assert isinstance(step, KindsStep)
    step = step.part("agreement")
    assert isinstance(step, AgreementStep)
    assert step.form.hands.isAncestorOf(page.focusWidget())


def test_the_filled_button_saves_what_is_being_written_and_loses_nothing(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = barest_case(desk)
    page.show_case(case_id)
    kinds = page.steps["hearings"]
    assert isinstance(kinds, KindsStep)
    step = kinds.part("hearing")
    assert isinstance(step, HearingStep)
    step.form.field("text").set_value("双方各自陈述。")
    step.findChild(QPushButton, f"record-{NEW}").click()
    assert step.form.values()["text"] == "双方各自陈述。"
    step.form.field("result").set_value("continue")
    page.way.next_button.click()
    assert [one.text for one in desk.file(case_id).hearings] == ["双方各自陈述。"]


def test_ctrl_s_saves_from_anywhere_on_the_page(desk: Desk, services: Services, qtbot: QtBot) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = barest_case(desk)
    page.show_case(case_id, "hearings")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier
    page.way.next_button.setFocus()
    QTest.keyClick(page.way.next_button, Qt.Key.Key_S, control)
    assert desk.file(case_id).hearings == (), "nothing was typed, so nothing is held"
    kinds = page.steps["hearings"]
    assert isinstance(kinds, KindsStep)
    step = kinds.part("hearing")
    assert isinstance(step, HearingStep)
    step.form.field("text").edit.insertPlainText("双方各说各的理。")
    page.way.next_button.setFocus()
    QTest.keyClick(page.way.next_button, Qt.Key.Key_S, control)
    assert [one.text for one in desk.file(case_id).hearings] == ["双方各说各的理。"]
    step.form.field("text").edit.setFocus()
    QTest.keyClick(step.form.field("text").edit, Qt.Key.Key_F11)
    commit(step.form.field("text").edit, "放大时写的。")
    QTest.keyClick(step.form.field("text").edit, Qt.Key.Key_S, control)
    assert "放大时写的。" in desk.file(case_id).hearings[0].text
    assert step.form.field("text").window() is page
    step.form.field("place").line.setFocus()
    commit(step.form.field("place").line, "二")
    QTest.keyClick(step.form.field("place").line, Qt.Key.Key_S, control)
    assert desk.file(case_id).hearings[0].place.endswith("二")


def test_a_correction_is_asked_about_before_a_new_record_is_begun(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = smallest_case(desk)
    page.show_case(case_id, "hearings")
    kinds = page.steps["hearings"]
    assert isinstance(kinds, KindsStep)
    step = kinds.part("hearing")
    assert isinstance(step, HearingStep)
    step.form.field("text").set_value("补记。")
    messages.expect("stay")
    step.begin_new()
    assert step.form.values()["text"] == "补记。"


def test_only_a_duty_to_pay_asks_for_a_sum(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = accept(desk, intake())
    places = tuple(one.id for one in desk.file(case_id).parties)
    does = DutyFacts(kind="act", debtors=places[1:2], creditors=places[:1], what="修好水管")
    agree(desk, case_id, AgreementFacts(form="oral", agreed_on=TODAY), ((None, does),))
    step = PerformanceStep(services)
    shown(step, desk, case_id, qtbot)
    assert not step.form.field("amount_fen").isVisible()
    assert step.form.field("complete").isVisible()


def test_the_filled_button_archives_where_the_archive_is_already_open(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    case_id = simple_case(desk)
    duty = desk.file(case_id).agreement.duties[0]
    perform(desk, case_id, duty.id, on=TODAY, amount_fen=50_000)
    visit(desk, case_id, VisitFacts(on=TODAY))
    page.show_case(case_id, "hearings")
    page.way.next_button.click()
    assert page.current == "archive"
    assert not messages.said
    messages.expect("yes")
    page.way.next_button.click()
    assert desk.file(case_id).is_archived
