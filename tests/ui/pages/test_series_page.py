"""The pages of a series: the list, who is where, the joint forms, printing, and the intake of many."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.series import series_state
from mediator.casework.series_acts import end_together
from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.stage import standing
from mediator.exchange.people_list import PersonLine
from tests.casework import series_scene
from tests.casework.series_scene import FAILED, FIRM, common
from tests.people import ACCEPTED, intake
from tests.ui.conftest import Recorder, Ways
from ui.dialogs.base import FormDialog
from ui.dialogs.series.join import AddPeople
from ui.dialogs.series.print_all import PrintAll
from ui.dialogs.series.steps import DIALOGS
from ui.models.series import STEP_WORDS, series_columns
from ui.pages.series_intake_page import SeriesIntakePage
from ui.pages.series_page import SeriesPage
from ui.services import Services


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> SeriesPage:
    made = SeriesPage(services)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def opened(page: SeriesPage) -> int:
    series_id = series_scene.opened(page.services.desk)
    page.show_series(series_id)
    page.refresh()
    return series_id


def dialog_of(page: SeriesPage, step: str) -> FormDialog:
    page.do_step(step)
    return page.findChildren(FormDialog)[-1]


def filled(dialog: FormDialog, **values: Any) -> None:
    for name, value in values.items():
        dialog.form.field(name).set_value(value)
    dialog.try_save()


def cells(page: SeriesPage, column: int) -> list[str]:
    return [series_columns()[column].text(file) for file in page.files()]


def test_without_a_series_it_says_what_to_do(page: SeriesPage, ways: Ways) -> None:
    page.refresh()
    assert page.empty.action is not None
    page.empty.action.click()
    assert ways.pages == ["series-intake"]


def test_the_list_leads_to_a_series_and_back(page: SeriesPage) -> None:
    series_id = series_scene.opened(page.services.desk)
    page.refresh()
    assert [count for _, count in page.listing.rows_model.rows()] == [2]
    page.listing.opened.emit(page.listing.rows_model.row(0))
    assert page.series_id == series_id
    assert page.title.text() == "示例欠薪"
    assert page.counts.text() == "2 件　金额 20,500.50 元（贰万零伍佰元零伍角）　已登记 2"
    assert page.next_button.text() == "登记调解（2 件）"
    page.show_series(99)
    page.refresh()
    assert page.state is None


def test_enter_opens_the_case_and_the_list_narrows(page: SeriesPage, ways: Ways) -> None:
    opened(page)
    file = page.files()[1]
    page.table.opened.emit(file)
    page.show_in_list()
    assert ways.cases == [file.id]
    assert ways.lists == [(tuple(one.code for one in page.files()), "示例欠薪")]


def test_every_step_has_its_form() -> None:
    assert set(DIALOGS) == set(STEP_WORDS)


def test_absent_ones_are_written_down_or_left_out(page: SeriesPage) -> None:
    opened(page)
    first, _ = page.files()
    shown = {"held_on": ACCEPTED, "result": "agreed", "members": {first.id: None}}
    filled(dialog_of(page, "hold"), **shown, unticked="absent", text="甲一与公司谈成。")
    assert cells(page, 4) == ["协议", "第 2 次调解"]
    filled(dialog_of(page, "hold"), **shown, unticked="skip")
    assert [len(file.hearings) for file in page.files()] == [2, 1]


def test_words_that_name_others_are_pointed_out(page: SeriesPage) -> None:
    opened(page)
    dialog = dialog_of(page, "hold")
    dialog.form.field("text").edit.setPlainText("甲一说公司欠薪。")
    note = dialog.form._notes["text"].text()
    assert "甲一" in note
    assert "每一件的案卷" in note
    dialog.form.mark_clean()
    dialog.reject()


def test_a_refusal_names_the_case_and_nothing_typed_is_lost(page: SeriesPage) -> None:
    opened(page)
    filled(dialog_of(page, "agree"), what="工资", agreed_on=ACCEPTED, due_on=ACCEPTED.replace(day=1))
    dialog = page.findChildren(FormDialog)[-1]
    assert dialog.isVisible()
    assert "series-refused" in dialog.form.field("agreed_on").note.text()
    dialog.form.mark_clean()
    dialog.reject()


def test_parts_as_typed(page: SeriesPage) -> None:
    opened(page)
    dialog = dialog_of(page, "agree")
    filled(dialog, what="工资", agreed_on=ACCEPTED, shares="三成")
    assert dialog.isVisible()
    filled(dialog, shares="3：7", due_on=ACCEPTED.replace(day=30))
    agreements = [file.agreement for file in page.files()]
    parts = [part for one in agreements if one for part in one.duties[0].instalments]
    assert [part.amount_fen for part in parts] == [360_000, 840_000, 255_015, 595_035]
    assert [f"{part.due_on:%m-%d}" for part in parts[:2] if part.due_on] == ["11-30", "12-30"]
    assert page.next_button.text() == "登记签名盖章（2 件）"


def test_who_gives_up_is_ended_and_filed_beside_the_others(page: SeriesPage) -> None:
    series_id = opened(page)
    first, second = page.files()
    filled(dialog_of(page, "fail"), on=ACCEPTED, members={second.id: None})
    assert cells(page, 3) == ["已登记", "未达成协议"]
    filled(dialog_of(page, "archive"), members={second.id: None})
    assert [standing(file).stage for file in page.files()] == ["accepted", "archived"]
    end_together(page.services.desk, series_id, FAILED, only=[first.id])


def test_a_case_leaves_the_series_once_asked(page: SeriesPage, messages: Recorder) -> None:
    opened(page)
    messages.expect("no")
    page.leave()
    assert len(page.files()) == 2
    messages.expect("yes")
    page.leave()
    assert len(page.files()) == 1


def test_all_papers_of_a_kind_and_each_dossier_apart(page: SeriesPage, qtbot: QtBot, tmp_path: Path) -> None:
    series_id = series_scene.agreed(page.services.desk)
    state = series_state(page.services.desk, series_id)
    dialog = PrintAll(page.services, state, page)
    dialog.ask_folder = lambda _parent: tmp_path
    assert dialog.table.current()[0] == "agreement"  # what waits to be signed
    dialog.open_kind()
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert "2 件，共" in dialog.banner.words.text()
    assert dialog.preview is not None
    on_printed = dialog.preview.paper.on_printed
    assert on_printed is not None
    on_printed("")
    qtbot.waitUntil(lambda: all(file.papers for file in series_state(page.services.desk, series_id).files))
    dialog.preview.close()
    dialog.save_dossiers()
    qtbot.waitUntil(lambda: "已存 2 份" in dialog.banner.words.text())
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert names == [
        f"{file.code} {name} 卷宗.pdf" for file, name in zip(state.files, ("甲一", "乙二"), strict=True)
    ]
    dialog.reject()


def test_printing_is_stopped_before_the_dialog_goes(page: SeriesPage, qtbot: QtBot) -> None:
    state = series_state(page.services.desk, series_scene.agreed(page.services.desk))
    dialog = PrintAll(page.services, state, page)
    dialog.open()
    dialog.open_kind()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._task is None)
    assert dialog.preview is None
    assert "已停止" in dialog.banner.words.text()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.fixture
def intake_page(services: Services, qtbot: QtBot) -> SeriesIntakePage:
    made = SeriesIntakePage(services)
    qtbot.addWidget(made)
    made.show()
    return made


def test_many_are_taken_in_at_once(intake_page: SeriesIntakePage, ways: Ways) -> None:
    assert not intake_page.dirty
    intake_page.form.set_value(common())
    intake_page.people.set_people([PersonLine("甲一", amount_fen=100), PersonLine("乙二", phone="000")])
    intake_page.head.set_values({"chosen": "甲一、乙二"})
    assert intake_page.dirty
    intake_page.save()
    (series_id,) = ways.series
    files = series_state(intake_page.services.desk, series_id).files
    assert [file.parties[0].facts.phone for file in files] == ["", "000"]
    assert [agent.name for agent in files[1].parties[0].agents] == ["甲一", "乙二"]
    assert not intake_page.dirty
    assert intake_page.may_leave()


def test_applicants_belong_into_the_list(intake_page: SeriesIntakePage, ways: Ways) -> None:
    whole = common()
    stray = PartyEntry(role="applicant", facts=PartyFacts(name="甲一"))
    intake_page.form.set_value(whole.model_copy(update={"parties": (stray, *whole.parties)}))
    intake_page.people.set_people([PersonLine("乙二")])
    intake_page.save()
    assert ways.series == []
    assert "申请人填在下面的名单里" in intake_page.form.parties.note.text()


def test_leaving_a_begun_list_is_asked(intake_page: SeriesIntakePage, messages: Recorder) -> None:
    intake_page.people.set_people([PersonLine("乙二")])
    messages.expect("stay")
    assert not intake_page.may_leave()
    messages.expect("drop")
    assert intake_page.may_leave()
    assert intake_page.people.value() == ()


def test_a_refusal_is_told_at_the_list(intake_page: SeriesIntakePage, ways: Ways) -> None:
    intake_page.form.set_value(common())
    intake_page.people.set_people([PersonLine("甲一")])
    intake_page.head.set_values({"chosen": "、".join("甲乙丙丁戊己")})  # more than five representatives
    intake_page.save()
    assert ways.series == []
    assert "series-refused" in intake_page.people.note.text()


def test_late_comers_are_taken_in_with_what_is_common(page: SeriesPage, messages: Recorder) -> None:
    opened(page)
    page.add_people()
    dialog = page.findChildren(AddPeople)[-1]
    dialog.page.people.set_people([PersonLine("甲一", amount_fen=100), PersonLine("丙三", amount_fen=70_000)])
    assert [one.marks for one in dialog.page.people.value()] == [("in-series",), ()]
    messages.expect("stay")
    dialog.reject()
    assert dialog.isVisible()
    dialog.page.people.set_people([PersonLine("丙三", amount_fen=70_000)])
    dialog.page.save()
    assert not dialog.isVisible()
    third = page.files()[2]
    assert (third.case.claims, third.of_role("respondent")[0].name) == ("请求支付工资700.00元。", FIRM.name)
    assert third.of_role("respondent")[0].person_id == page.files()[0].of_role("respondent")[0].person_id


def test_a_single_case_is_taken_along(page: SeriesPage) -> None:
    opened(page)
    single = page.services.desk.file(accept(page.services.desk, intake()))
    page.join_case()
    dialog = page.findChildren(FormDialog)[-1]
    filled(dialog, number="2026-99999")
    assert dialog.isVisible()
    filled(dialog, number=single.code)
    assert [file.id for file in page.files()][-1] == single.id
