"""The agreement: duties in and out unchanged, clauses that follow, parts that add up, signatures, effect."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.conclude import agree, sign
from mediator.casework.desk import Desk
from mediator.domain.agreement import Signing
from mediator.domain.duty import DutyFacts, Instalment
from mediator.domain.errors import RuleBroken
from tests.people import TODAY, entries, full_case, intake, simple_case
from tests.ui.conftest import Recorder
from tests.ui.hands import enter, retype
from tests.ui.offices import Ears, services_for
from ui.widgets.agreement_form import AgreementForm
from ui.widgets.duty_row import DutyRow


@pytest.fixture
def case_id(desk: Desk) -> int:
    return accept(desk, intake())


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, messages: Recorder, case_id: int) -> AgreementForm:
    made = AgreementForm(services_for(desk, messages, Ears()))
    qtbot.addWidget(made)
    made.resize(900, 1200)
    made.show()
    qtbot.waitExposed(made)
    made.show_file(desk.file(case_id))
    return made


def first_row(form: AgreementForm) -> DutyRow:
    return form.duties.rows()[0]


def owe(row: DutyRow, yuan: str, what: str = "赔偿款") -> None:
    retype(row.form.field("amount_fen").line, yuan)
    retype(row.form.field("what").line, what)


def choose(row: DutyRow, kind: str) -> None:
    row.kind.set_value(kind)
    row.kind.changed.emit()


def test_a_new_agreement_is_written_today_where_the_office_mediates(form: AgreementForm) -> None:
    facts, duties = form.value()
    assert (facts.form, facts.agreed_on, facts.place) == ("written", TODAY, "示例社区调解室")
    assert facts.recorder == "王测"
    assert duties == ()
    assert not form.dirty


def test_a_sum_is_enough_and_the_respondent_owes_the_applicant(
    form: AgreementForm, desk: Desk, case_id: int
) -> None:
    owe(first_row(form), "500")
    applicant, respondent = (party.id for party in desk.file(case_id).parties)
    assert form.check()
    assert form.attempt(lambda: agree(desk, case_id, *form.value()))
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    (duty,) = agreement.duties
    assert (duty.debtors, duty.creditors) == ((respondent,), (applicant,))
    assert (duty.amount_fen, duty.what) == (50_000, "赔偿款")
    assert not form.dirty


def test_the_fullest_agreement_comes_out_as_it_went_in(form: AgreementForm, desk: Desk) -> None:
    file = desk.file(full_case(desk))
    form.show_file(file)
    facts, duties = form.value()
    assert file.agreement is not None
    for name, value in facts.model_dump().items():
        assert value == getattr(file.agreement, name), name
    assert [duty_id for duty_id, _ in duties] == [duty.id for duty in file.agreement.own_duties]
    for (_, duty), known in zip(duties, file.agreement.own_duties, strict=True):
        assert duty.model_dump() == known.model_dump(include=set(DutyFacts.model_fields))
    assert form.signing() == file.agreement.signing
    assert not form.dirty
    assert form.check()


def test_the_clause_follows_the_duty_until_a_hand_rewrites_it(form: AgreementForm) -> None:
    row = first_row(form)
    owe(row, "500")
    clause = row.clause
    assert "人民币伍佰元整（¥500.00）" in clause.preview.text()
    assert "李四测" in clause.preview.text()
    assert row.facts().wording == ""
    clause.edit()
    clause.text.insert("（手写）")
    worded = row.facts()
    assert "（手写）" in worded.wording
    assert worded.worded_from == form.duties.clause_of(worded.model_copy(update={"wording": ""}))
    assert not clause.stale
    retype(row.form.field("amount_fen").line, "600")
    assert clause.stale
    assert "义务改过了" in clause.banner.words.text()
    clause.keep()
    assert not clause.stale
    assert "陆佰" in row.facts().worded_from
    clause.discard()
    assert row.facts().wording == ""


def test_a_clause_that_was_only_opened_counts_as_worded_from_its_duty(form: AgreementForm) -> None:
    row = first_row(form)
    owe(row, "500")
    row.clause.edit()
    assert (row.facts().wording, row.facts().worded_from) == ("", "")


def test_a_rewritten_clause_on_record_is_shown_and_marked(
    form: AgreementForm, desk: Desk, case_id: int
) -> None:
    applicant, respondent = (party.id for party in desk.file(case_id).parties)
    duty = DutyFacts(
        debtors=(respondent,),
        creditors=(applicant,),
        amount_fen=100,
        wording="甲付乙一元。",
        worded_from="旧条款",
    )
    facts, _ = form.value()
    agree(desk, case_id, facts, ((None, duty),))
    form.show_file(desk.file(case_id))
    assert first_row(form).clause.text.value() == "甲付乙一元。"
    assert first_row(form).clause.stale
    assert form.value()[1][0][1] == duty


def test_a_sum_is_split_by_the_month_and_checked(form: AgreementForm) -> None:
    row = first_row(form)
    owe(row, "10000")
    row.parts.open()
    retype(row.parts.count.line, "3")
    retype(row.parts.first.line, "2026-12-31")
    row.parts.split()
    parts = row.facts().instalments
    assert [part.amount_fen for part in parts] == [333_300, 333_300, 333_400]
    assert [part.due_on for part in parts] == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]
    assert "壹万元整" in row.parts.note.text()
    assert "分三期" in row.clause.preview.text()
    retype(row.parts._lines[0].money.line, "1")
    assert "不一致" in row.parts.note.text()
    assert not form.check()
    row.parts.clear()
    assert row.facts().instalments == ()
    assert form.check()


def test_splitting_asks_for_what_it_needs(form: AgreementForm) -> None:
    row = first_row(form)
    row.parts.open()
    row.parts.split()
    assert "金额" in row.parts.note.text()
    owe(row, "100")
    retype(row.parts.count.line, "1")
    row.parts.split()
    assert "几期" in row.parts.note.text()
    assert row.facts().instalments == ()


def test_parts_out_of_order_are_told(form: AgreementForm) -> None:
    parts = (
        Instalment(amount_fen=100, due_on=date(2027, 2, 1)),
        Instalment(amount_fen=100, due_on=date(2027, 1, 1)),
    )
    editor = first_row(form).parts
    editor.set_value(parts)
    editor.set_total(200)
    assert editor.problem() == "各期日期应当由先到后"
    editor.add()
    assert editor.problem() == "第 3 期：请填写金额"


def test_an_act_has_no_sum_and_needs_words(form: AgreementForm) -> None:
    row = first_row(form)
    owe(row, "500", what="")
    choose(row, "act")
    retype(row.form.field("due_on").line, "2026-12-1")
    assert row.facts().amount_fen is None
    assert not form.check()
    assert row.form.field("what").note.text() == "！duty-what-missing"
    retype(row.form.field("what").line, "修好水管")
    assert form.check()
    choose(row, "pay")
    assert row.facts().amount_fen == 50_000


def test_nobody_owes_himself(form: AgreementForm) -> None:
    row = first_row(form)
    owe(row, "500")
    everyone = [str(member.key) for member in form.duties._members]
    row.form.field("creditors").set_value(everyone)
    assert not form.check()


def test_duties_are_added_moved_removed_and_brought_back(form: AgreementForm) -> None:
    owe(first_row(form), "500", "甲款")
    owe(form.duties.add(), "300", "乙款")
    assert "捌佰元整" in form.duties.total.text()
    form.duties.rows()[1].asked.emit("up")
    assert [duty.what for _, duty in form.value()[1]] == ["乙款", "甲款"]
    form.duties.rows()[0].asked.emit("remove")
    assert [duty.what for _, duty in form.value()[1]] == ["甲款"]
    form.duties.restore()
    assert [duty.what for _, duty in form.value()[1]] == ["乙款", "甲款"]


def test_further_clauses_stand_one_a_line_and_old_breaks_survive(
    form: AgreementForm, desk: Desk, case_id: int
) -> None:
    facts, _ = form.value()
    kept = ("第一句，\n还是第一句。", "第二句。")
    agree(desk, case_id, facts.model_copy(update={"clauses": kept}), ())
    form.show_file(desk.file(case_id))
    assert form.value()[0].clauses == kept
    form.further.field("clauses").set_value("甲。\n\n  乙。 ")
    assert form.value()[0].clauses == ("甲。", "乙。")


def test_what_a_ledger_told_is_kept(form: AgreementForm, desk: Desk, case_id: int) -> None:
    facts, _ = form.value()
    told = facts.model_copy(update={"clauses": ("甲。",), "stated_fen": 123, "stated_performance": "done"})
    agree(desk, case_id, told, ())
    form.show_file(desk.file(case_id))
    assert form.value()[0] == told


def test_the_effect_waits_for_every_hand_and_the_seal(form: AgreementForm, desk: Desk, case_id: int) -> None:
    assert "还缺：张三测、李四测、调解员签名、调委会盖章" in form.hands.effect.text()
    form.hands.sign_all()
    assert "2026年11月22日" in form.hands.effect.text()
    retype(form.hands.form.field("sealed_on").line, "2026-11-22")
    assert any("第二十九条" in line for line in form.hands.reasons())
    owe(first_row(form), "500")
    facts, duties = form.value()
    agree(desk, case_id, facts, duties)
    sign(desk, case_id, form.signing())
    assert desk.file(case_id).effect_on == TODAY


def test_an_oral_agreement_takes_effect_at_once_and_asks_for_no_hands(
    form: AgreementForm, desk: Desk
) -> None:
    form.show_file(desk.file(simple_case(desk)))
    assert "2026年11月2日" in form.hands.effect.text()
    assert form.hands.form.isHidden()
    assert any("第三十条" in line for line in form.hands.reasons())


def test_a_day_of_signing_before_the_agreement_or_to_come_is_told(form: AgreementForm) -> None:
    field = form.hands.form.field("mediator_on")
    for day, code in (("2026-11-20", "dates-disagree"), ("2026-11-23", "date-in-future")):
        retype(field.line, day)
        assert not form.check()
        assert field.note.text() == f"！{code}"


def test_a_refusal_about_duties_stands_under_them(form: AgreementForm) -> None:
    def verb() -> None:
        raise RuleBroken("duty-performed", field="duties")

    assert not form.attempt(verb)
    assert form.duties.note.text() == "！duty-performed"


def test_more_parties_can_be_chosen(form: AgreementForm, desk: Desk) -> None:
    other = accept(desk, intake(parties=entries(("甲一", "乙二"), ("丙三",), ("丁四",))))
    form.show_file(desk.file(other))
    owe(first_row(form), "9")
    ((_, duty),) = form.value()[1]
    assert len(duty.creditors) == 2
    assert len(duty.debtors) == 1
    assert "申请人甲一、乙二" in first_row(form).clause.preview.text()


def test_enter_walks_a_duty_and_goes_on(form: AgreementForm, qtbot: QtBot) -> None:
    form.activateWindow()
    first_row(form).focus_first()
    names = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName())
        if widget.accessibleName() == "其他条款":
            break
        enter(widget)
    assert names == ["金额", "款项名目", "何时", "方式", "何地", "其他条款"]


def test_enter_goes_from_the_words_to_the_hands_and_ends_there(form: AgreementForm, qtbot: QtBot) -> None:
    form.further.submitted.emit()
    assert QApplication.focusWidget() is form.hands.form.field(form.hands.form.fields[0].name).line
    last = form.hands.form.field(form.hands.form.fields[-1].name).line
    with qtbot.waitSignal(form.submitted):
        enter(last)


def test_enter_ends_an_oral_agreement_with_its_words(form: AgreementForm, qtbot: QtBot) -> None:
    form.terms.field("form").set_value("oral")
    form.terms.changed.emit("form")
    with qtbot.waitSignal(form.submitted):
        form.further.submitted.emit()


def test_signatures_of_a_dropped_party_stay_on_record(form: AgreementForm, desk: Desk, case_id: int) -> None:
    parties = desk.file(case_id).parties
    signing = Signing(parties={parties[0].id: TODAY, 999: TODAY})
    form.hands.show_signing(parties, signing)
    assert form.signing() == signing


def test_removing_the_only_duty_leaves_an_empty_one(form: AgreementForm) -> None:
    owe(first_row(form), "500")
    form.duties.remove(first_row(form))
    assert form.value()[1] == ()
    assert len(form.duties.rows()) == 1
