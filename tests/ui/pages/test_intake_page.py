"""A dispute walks in: three ways, one form, nothing typed is lost between them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.look_up import latest_acceptance
from mediator.casework.set_up import save_mediator
from mediator.domain.duty import is_settled
from tests.people import TODAY, intake
from tests.ui.conftest import Recorder
from tests.ui.hands import commit, enter, retype
from tests.ui.offices import Ears, services_for
from ui.pages.intake_page import ACCEPT, AT_ONCE, REFUSE, IntakePage


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, messages: Recorder, ears: Ears) -> IntakePage:
    made = IntakePage(services_for(desk, messages, ears))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    return made


def tell(page: IntakePage, *names: str, type_written: str = "邻里纠纷", summary: str = "楼上漏水。") -> None:
    for row, name in zip(page.form.parties.rows(), names or ("张三测", "李四测"), strict=False):
        retype(row.name.line, name)
    retype(page.form.matter.field("type_written").lineEdit(), type_written)
    page.form.matter.field("summary").set_value(summary)


def test_a_dispute_is_taken_and_its_case_opened(page: IntakePage, desk: Desk, ears: Ears) -> None:
    tell(page)
    page.save()
    (case_id,) = ears.opened
    file = desk.file(case_id)
    assert file.dossier_number
    assert file.dispute.summary == "楼上漏水。"
    assert ears.saved == 1
    assert not page.dirty


def test_nothing_is_taken_without_a_name(page: IntakePage, desk: Desk, ears: Ears) -> None:
    tell(page, "", "")
    page.save()
    assert ears.opened == []
    assert latest_acceptance(desk) is None
    assert page.form.parties.note.text() == "！请填写当事人"


def test_what_was_typed_carries_over_when_the_way_changes(page: IntakePage) -> None:
    tell(page)
    before = page.form.value()
    for way in (AT_ONCE, REFUSE, ACCEPT):
        page.set_way(way)
        assert page.form.value() == before
        assert page.ways.value() == (way,)
    assert page.dirty


def test_two_minutes_names_type_sum_and_done(page: IntakePage, desk: Desk, ears: Ears) -> None:
    """Only what is asked for is typed, and only by keyboard."""
    page.set_way(AT_ONCE)
    page.activateWindow()
    page.form.focus_first()
    for text in ("张三测", "李四测", "邻里纠纷"):
        commit(QApplication.focusWidget(), text)
        enter(QApplication.focusWidget())
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    commit(QApplication.focusWidget(), "楼上漏水泡坏天花板。")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):  # 受理日期 and 调解员 are right as they stand
        enter(QApplication.focusWidget())
    commit(QApplication.focusWidget(), "500")
    enter(QApplication.focusWidget())
    commit(QApplication.focusWidget(), "修补费")
    page.duties.rows()[0].on_spot.click()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (case_id,) = ears.opened
    file = desk.file(case_id)
    applicant, respondent = file.parties
    assert (applicant.name, respondent.name) == ("张三测", "李四测")
    assert file.ending.outcome == "success"
    assert file.agreement is not None
    assert file.agreement.form == "oral"
    assert file.effect_on == TODAY
    (duty,) = file.agreement.duties
    assert (duty.debtors, duty.creditors) == ((respondent.id,), (applicant.id,))
    assert (duty.amount_fen, duty.what, duty.way, duty.due_on) == (50_000, "修补费", "on-site", TODAY)
    assert is_settled(duty)
    assert [entry.note for entry in duty.performed] == ["当场履行"]


def test_an_oral_agreement_may_be_performed_later(page: IntakePage, desk: Desk, ears: Ears) -> None:
    page.set_way(AT_ONCE)
    tell(page)
    row = page.duties.rows()[0]
    retype(row.form.field("amount_fen").line, "500")
    retype(row.form.field("due_on").line, "2026-12-1")
    page.save()
    file = desk.file(ears.opened[0])
    assert file.performance == "ongoing"


def test_nothing_agreed_is_asked_for(page: IntakePage, ears: Ears) -> None:
    page.set_way(AT_ONCE)
    tell(page)
    page.save()
    assert ears.opened == []
    assert page.duties.note.text() == "！请填写谈成了什么"


def test_duties_name_the_right_people_after_lines_have_moved(
    page: IntakePage, desk: Desk, ears: Ears
) -> None:
    page.set_way(AT_ONCE)
    tell(page)
    row = page.duties.rows()[0]
    retype(row.form.field("amount_fen").line, "500")
    box = row.form.field("debtors").boxes()[1]
    assert "李四测" in box.text()
    row.form.field("debtors").changed.emit()  # chosen by hand from here on
    page.form.parties.shift(page.form.parties.rows()[0], 1)
    page.save()
    file = desk.file(ears.opened[0])
    assert [party.name for party in file.parties] == ["李四测", "张三测"]
    assert file.agreement is not None
    assert file.names(file.agreement.duties[0].debtors) == "李四测"
    assert file.names(file.agreement.duties[0].creditors) == "张三测"


def test_a_refusal_has_a_reason_its_source_and_an_advice(page: IntakePage, desk: Desk, ears: Ears) -> None:
    page.set_way(REFUSE)
    tell(page)
    page.save()
    assert ears.opened == []
    reason = page.refusal.field("reason")
    reason.set_value("party-refuses")
    reason.changed.emit()
    assert "第十七条" in page.refusal._notes["reason"].text()
    assert "仲裁" in page.refusal.field("advice").value()
    page.save()
    file = desk.file(ears.opened[0])
    assert (file.ending.outcome, file.ending.reason) == ("refused", "party-refuses")
    assert "仲裁" in file.ending.reason_text
    assert not file.dossier_number


def test_an_advice_written_by_hand_is_not_replaced(page: IntakePage) -> None:
    page.set_way(REFUSE)
    page.refusal.field("advice").set_value("请到示例区法院立案庭。")
    reason = page.refusal.field("reason")
    reason.set_value("not-civil")
    reason.changed.emit()
    assert page.refusal.field("advice").value() == "请到示例区法院立案庭。"


def test_leaving_a_begun_form_is_asked_about_once(
    page: IntakePage, messages: Recorder, desk: Desk, ears: Ears
) -> None:
    assert page.may_leave()
    tell(page)
    messages.expect("stay")
    assert not page.may_leave()
    assert page.form.value().parties[0].facts.name == "张三测"
    messages.expect("save")
    assert page.may_leave()
    assert latest_acceptance(desk) == TODAY
    assert ears.opened == []
    tell(page)
    messages.expect("drop")
    assert page.may_leave()
    assert not page.dirty


def test_leaving_by_saving_stays_where_something_is_missing(page: IntakePage, messages: Recorder) -> None:
    retype(page.form.parties.rows()[0].name.line, "张三测")
    messages.expect("save")
    assert not page.may_leave()
    assert page.dirty


def test_clearing_asks_first(page: IntakePage, messages: Recorder) -> None:
    tell(page)
    messages.expect("no")
    page.clear_button.click()
    assert page.dirty
    messages.expect("yes")
    page.clear_button.click()
    assert not page.dirty


def test_coming_back_keeps_what_was_begun_and_learns_new_names(page: IntakePage, desk: Desk) -> None:
    tell(page)
    save_mediator(desk, "新来的测")
    page.refresh()
    assert page.form.value().parties[0].facts.name == "张三测"
    mediator = page.form.coming.field("mediator")
    assert "新来的测" in [mediator.itemText(row) for row in range(mediator.count())]


def test_a_refused_date_is_marked_where_it_was_typed(page: IntakePage, ears: Ears) -> None:
    page.set_way(AT_ONCE)
    tell(page)
    retype(page.duties.rows()[0].form.field("amount_fen").line, "500")
    retype(page.form.coming.field("accepted_on").line, "2026-11-23")
    page.save()
    assert ears.opened == []
    assert page.form.coming.field("accepted_on").note.text() == "！date-in-future"


def test_people_ticked_by_hand_stay_ticked_while_names_are_corrected(
    page: IntakePage, desk: Desk, ears: Ears
) -> None:
    page.set_way(AT_ONCE)
    tell(page)
    row = page.duties.rows()[0]
    retype(row.form.field("amount_fen").line, "500")
    for name in ("debtors", "creditors"):
        for box in row.form.field(name).boxes():
            box.click()  # the other way round: the applicant owes
    retype(page.form.parties.rows()[0].name.line, "张三改")
    page.save()
    file = desk.file(ears.opened[0])
    assert file.agreement is not None
    assert file.names(file.agreement.duties[0].debtors) == "张三改"
    assert file.names(file.agreement.duties[0].creditors) == "李四测"


def test_choosing_a_way_leads_to_the_first_name(page: IntakePage) -> None:
    page.ways.button(AT_ONCE).click()
    assert page.focusWidget() is page.form.parties.rows()[0].name.line


def test_who_owes_whom_is_seen_as_soon_as_two_are_named(qtbot: QtBot, page: IntakePage) -> None:
    page.set_way(AT_ONCE)
    page.resize(900, 500)
    page.show()
    qtbot.waitExposed(page)
    tell(page, "张三测", "李四测")
    debtors = page.duties.rows()[0].form.field("debtors")
    assert len(debtors.boxes()) == 2
    qtbot.waitUntil(lambda: debtors.height() >= debtors.boxes()[0].height() > 0)


def named(page: IntakePage, *names: str) -> None:
    """Type the names of both sides, and let the look for the same dispute come."""
    for row, name in zip(page.form.parties.rows(), names, strict=True):
        retype(row.name.line, name)
    page.same.pause.stop()
    page.same.look()


def test_a_dispute_that_seems_registered_is_told_and_never_stops_anybody(
    page: IntakePage, desk: Desk, ears: Ears
) -> None:
    first = desk.file(accept(desk, intake()))
    named(page, "李四测", "张三测")
    assert not page.same.banner.isHidden()
    assert first.code in page.same.banner.words.text()
    page.same.findChild(QPushButton, "打开").click()
    assert ears.opened == [first.id]
    retype(page.form.matter.field("type_written").lineEdit(), "邻里纠纷")
    page.save()
    assert len(ears.opened) == 2, "going on registers it all the same"
    assert page.same.banner.isHidden()


def test_other_people_are_no_same_dispute(page: IntakePage, desk: Desk) -> None:
    accept(desk, intake())
    named(page, "李四测", "赵六测")
    assert page.same.banner.isHidden()
    named(page, "李四测", "张三测")
    assert not page.same.banner.isHidden()
    named(page, "李四测", "赵六测")
    assert page.same.banner.isHidden()
