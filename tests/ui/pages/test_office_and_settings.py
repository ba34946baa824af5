"""The office, its people and its choices: saved by one button, never lost by leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.set_up import mediators, save_settings
from mediator.domain.office import Settings
from mediator.domain.track import DossierItem
from mediator.rules import limit_rules
from tests.people import OFFICE, intake
from tests.ui.conftest import Recorder, Ways
from tests.ui.hands import retype
from ui.dialogs.base import FormDialog
from ui.models.setting_fields import BANDS, from_form, setting_fields, to_form
from ui.pages.office_page import OfficePage
from ui.pages.settings_page import SettingsPage
from ui.services import Services
from ui.theme import apply_theme
from ui.tokens import TypeSize
from ui.type_size import type_size


@pytest.fixture
def office(qtbot: QtBot, services: Services) -> OfficePage:
    page = OfficePage(services)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.refresh()
    return page


@pytest.fixture
def pc(tmp_path: Path, qapp: QApplication) -> Iterator[QSettings]:
    yield QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    apply_theme(qapp)


@pytest.fixture
def settings(qtbot: QtBot, services: Services, pc: QSettings) -> SettingsPage:
    page = SettingsPage(services, pc=pc)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.refresh()
    return page


def test_the_office_is_shown_and_corrected(office: OfficePage, services: Services, ways: Ways) -> None:
    assert office.form.values() == OFFICE.model_dump()
    retype(office.form.field("place").line, "<b>新址")
    assert office.save()
    assert services.desk.office().place == "<b>新址"
    assert ways.saved == 1
    assert office.may_leave()


def test_an_office_without_a_name_is_not_saved(office: OfficePage, services: Services) -> None:
    retype(office.form.field("name").line, "")
    office.save_button.click()
    assert services.desk.office() == OFFICE
    assert office.form.field("name").note.text()


@pytest.mark.parametrize(
    ("answer", "leaves", "place"), [("stay", False, ""), ("drop", True, ""), ("save", True, "新址")]
)
def test_leaving_asks_once_about_what_was_typed(
    office: OfficePage, services: Services, messages: Recorder, answer: str, leaves: bool, place: str
) -> None:
    retype(office.form.field("place").line, "新址")
    office.refresh()
    assert office.form.values()["place"] == "新址", "reading again loses nothing that was typed"
    messages.expect(answer)
    assert office.may_leave() is leaves
    assert services.desk.office().place == (place or OFFICE.place)
    assert office.form.values()["place"] == (OFFICE.place if answer == "drop" else "新址")


def test_a_mediator_is_named_renamed_and_leaves(office: OfficePage, services: Services) -> None:
    people = office.people
    people.add()
    assert people.dialog is not None
    retype(people.dialog.form.field("name").line, "钱新")
    people.dialog.ok_button.click()
    names = [person.name for person in people.table.rows_model.rows()]
    assert names == ["王测", "赵调", "孙记", "钱新"]
    people.table.selectRow(3)
    people.rename_button.click()
    retype(people.dialog.form.field("name").line, "赵调")
    people.dialog.ok_button.click()
    assert people.dialog.isVisible(), "two people of one name could not be told apart"
    retype(people.dialog.form.field("name").line, "钱新改")
    people.dialog.ok_button.click()
    people.leave_button.click()
    found = {person.name: person.active for person in mediators(services.desk)}
    assert found["钱新改"] is False
    assert people.leave_button.text() == "设为在任"
    people.leave_button.click()
    assert {person.name: person.active for person in mediators(services.desk)}["钱新改"] is True


def test_without_a_chosen_person_there_is_nothing_to_do(office: OfficePage) -> None:
    assert not office.people.rename_button.isEnabled()
    assert not office.people.leave_button.isEnabled()


def test_the_offices_own_committee_stands_first(office: OfficePage) -> None:
    (own,) = office.committees.rows_model.rows()
    assert (own.name, own.own) == (OFFICE.name, True)


def test_every_setting_has_a_field_and_comes_back_unchanged() -> None:
    names = {field.name for field in setting_fields(str) if field.kind != "heading"}
    in_dialogs = {"wordings", "own_dossier"}
    assert names == (set(Settings.model_fields) - {"band_edges"} - in_dialogs) | set(BANDS)
    chosen = Settings(cut_day=26, band_edges=(10, 20, 30), basis="concluded", signer="甲一", due_day=20)
    assert from_form(to_form(chosen), Settings()) == chosen


def test_every_setting_shows_its_default_and_where_it_comes_from() -> None:
    hints = {field.name: field.hint for field in setting_fields(str) if field.kind != "heading"}
    assert all(hints.values())
    laws = {rule.key: rule for rule in limit_rules("people")}
    assert laws["mediation"].article in hints["mediation_months"]
    assert laws["mediation"].sure in hints["mediation_months"]
    assert laws["follow-up"].article in hints["follow_up_days"]
    assert "默认 26" not in hints["cut_day"]
    assert hints["cut_day"].startswith("默认 1 日")


def test_settings_are_saved(settings: SettingsPage, services: Services) -> None:
    retype(settings.form.field("cut_day").line, "26")
    retype(settings.form.field("signer").line, "甲一")
    settings.form.field("basis").set_value("concluded")
    assert settings.save()
    chosen = services.desk.settings()
    assert (chosen.cut_day, chosen.signer, chosen.basis) == (26, "甲一", "concluded")


def test_a_pattern_shows_the_number_it_makes_while_it_is_typed(settings: SettingsPage) -> None:
    field = settings.form.field("dossier_pattern")
    assert field.note.text() == "例：（2026）示例人调字第12号"
    retype(field.line, "{year}东{serial:03d}")
    assert field.note.text() == "例：2026东012"
    retype(field.line, "{year}东")
    assert "{serial}" in field.note.text()


def test_a_pattern_that_makes_no_numbers_is_not_saved(settings: SettingsPage, services: Services) -> None:
    retype(settings.form.field("code_pattern").line, "{year}")
    assert not settings.save()
    assert services.desk.settings() == Settings()


def test_a_new_pattern_numbers_the_next_case(settings: SettingsPage, services: Services) -> None:
    retype(settings.form.field("dossier_pattern").line, "{short}〔{year}〕{serial:04d}")
    assert settings.save()
    assert services.desk.file(accept(services.desk, intake())).dossier_number == "示例〔2026〕0001"


@pytest.mark.parametrize(
    ("field", "typed", "marked"),
    [("cut_day", "29", "cut_day"), ("due_day", "0", "due_day"), ("band_middle", "9", "band_low")],
)
def test_what_the_rules_refuse_is_marked_at_its_field(
    settings: SettingsPage, services: Services, field: str, typed: str, marked: str
) -> None:
    retype(settings.form.field(field).line, typed)
    assert not settings.save()
    assert settings.form.field(marked).note.text().endswith("unfit")
    assert services.desk.settings() == Settings()


def test_the_type_size_works_at_once_and_is_kept(
    settings: SettingsPage, pc: QSettings, qapp: QApplication
) -> None:
    before = qapp.font().pointSizeF()
    settings.sizes.button("largest").click()
    assert qapp.font().pointSizeF() == 14.0 > before
    assert type_size(pc) is TypeSize.LARGEST
    assert not settings.form.dirty


def test_the_data_folder_opens(settings: SettingsPage, services: Services, messages: Recorder) -> None:
    opened: list[Path] = []
    settings.open_folder = lambda folder: opened.append(folder) or len(opened) == 1
    button = settings.findChild(QPushButton, "打开文件夹")
    button.click()
    assert opened == [services.desk.store.folder]
    messages.expect("ok")
    button.click()
    assert "没能打开文件夹" in messages.said[0]


def test_the_page_tells_what_the_papers_are_like(settings: SettingsPage, services: Services) -> None:
    assert settings.words_told.text() == "全部为默认"
    assert settings.dossier_told.text() == "还没有编辑"
    items = (DossierItem("协议", True, ("agreement",)),)
    own = {"wordings": {"application-form.told": "自愿申请。"}, "own_dossier": items, "dossier_list": "own"}
    save_settings(services.desk, Settings().model_copy(update=own))
    settings.refresh()
    assert settings.words_told.text() == "已改 1 句"
    assert settings.dossier_told.text() == "1 项，正在使用"
    retype(settings.form.field("signer").line, "甲一")
    assert settings.save()
    kept = services.desk.settings()
    assert (kept.signer, kept.own_dossier, len(kept.wordings)) == ("甲一", items, 1)


def test_an_own_list_that_is_not_there_cannot_be_chosen(settings: SettingsPage, services: Services) -> None:
    settings.form.field("dossier_list").set_value("own")
    assert not settings.save()
    assert services.desk.settings() == Settings()


def test_a_dialog_loses_nothing_that_was_typed_on_the_page(settings: SettingsPage) -> None:
    retype(settings.form.field("signer").line, "甲一")
    settings.edit_dossier()
    assert isinstance(settings.dialog, FormDialog)
    settings.dialog.ok_button.click()
    assert settings.form.values()["signer"] == "甲一"
    assert settings.form.values()["dossier_list"] == "own"
    assert settings.dossier_told.text() == "13 项，正在使用"
    settings.edit_words()
    settings.dialog.close()
    assert settings.form.dirty
