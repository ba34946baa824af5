"""What is typed and not saved is kept, offered again to whoever typed it, forgotten once dealt with."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mediator.casework.archive import archive
from mediator.casework.desk import Desk
from mediator.casework.drafts import my_drafts
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.register import known
from mediator.domain.case import Archived
from mediator.domain.errors import Conflict
from mediator.domain.hearing import HearingFacts
from mediator.domain.workplace import Draft
from mediator.storage.store import create, open_store
from tests.people import TODAY, full_case, full_intake, now, open_office, simple_case
from tests.ui.conftest import Recorder
from tests.ui.hands import commit, compose, retype
from ui import drafts as keeping
from ui.dialogs.base import FormDialog
from ui.dialogs.end_without import end_dialog
from ui.dialogs.read_draft import ReadDraft
from ui.dialogs.wordings import worded_forms
from ui.drafts import DraftKeeper, Watched
from ui.furnish import Furnisher, furnish
from ui.main_window import MainWindow
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case_page import CasePage
from ui.pages.desk_page import DeskPage
from ui.pages.intake_page import IntakePage
from ui.pages.series_intake_page import SeriesIntakePage
from ui.pages.settings_page import SettingsPage
from ui.widgets.check_list import CheckList, TickField
from ui.widgets.entry import Entry
from ui.widgets.text_edit import LongText

RECORDS = ("hearing", "inquiry", "talk", "extension", "replacement")
CASE_FORMS = {
    "intake",
    "agreement/agreement",
    "agreement/supplement",
    "performance",
    "visits",
    "archive",
    "materials",
}
CASE_FORMS |= {f"hearings/{kind}" for kind in RECORDS}


class Room:
    """A window on a data folder that somebody sits at; a second one is the start after a power cut."""

    def __init__(self, folder: Path, messages: Recorder, qtbot: QtBot, who: str = "王测") -> None:
        self.window = MainWindow()
        qtbot.addWidget(self.window, before_close_func=lambda window: window.close_unasked(True))
        self.window.resize(1180, 720)
        self.window.show()
        arguments = ("--data", str(folder), "--user", who)
        assert furnish(self.window, arguments, lambda _window: messages, now)
        self.furnisher = cast(Furnisher, self.window.findChild(Furnisher))
        self._qtbot = qtbot

    @property
    def keeper(self) -> DraftKeeper:
        assert self.furnisher.services is not None
        return self.furnisher.services.drafts

    @property
    def desk(self) -> Desk:
        assert self.furnisher.services is not None
        return self.furnisher.services.desk

    def intake(self) -> IntakePage:
        assert self.window.go("intake")
        return cast(IntakePage, self.window.page("intake"))

    def case(self, case_id: int, step: str = "") -> CasePage:
        page = cast(CasePage, self.window.page("case"))
        assert self.furnisher.open_case(case_id)
        if step:
            assert page.show_step(step)
        return page

    def drafts(self) -> list[Draft]:
        """What is on the disk once everything typed until now has been looked at."""
        self.keeper.look()
        self._qtbot.waitUntil(lambda: not self.keeper.busy())
        return my_drafts(self.desk)

    def watched(self, key: str) -> Watched:
        return next(one for one in self.keeper.watched() if one.key() == key)


Sit = Callable[..., Room]


@pytest.fixture(autouse=True)
def own_pc(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "office"
    with create(place) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        simple_case(desk)
        full_case(desk)
    return place


@pytest.fixture
def sit(folder: Path, messages: Recorder, qtbot: QtBot) -> Sit:
    return lambda who="王测": Room(folder, messages, qtbot, who)


@pytest.fixture
def elsewhere(folder: Path) -> Iterator[Desk]:
    """The desk of a colleague over the same data."""
    with open_store(folder) as store:
        yield Desk(store, "赵调", now)


def name_two(page: IntakePage) -> None:
    for row, name in zip(page.form.parties.rows(), ("张三测", "李四测"), strict=True):
        retype(row.name.line, name)


def begin_a_hearing(room: Room, text: str = "当事人甲一说：先修水管。") -> HearingStep:
    page = room.case(1, "hearings")
    step = cast(HearingStep, cast(KindsStep, page.steps["hearings"]).part("hearing"))
    commit(step.form.field("text").edit, text)
    return step


def plain(raw: object) -> Any:
    return json.loads(json.dumps(raw))


def scramble(owner: QWidget) -> None:
    """Write into every field what no field could read."""
    for entry in owner.findChildren(Entry):
        entry.set_raw(f"{entry.raw()} 看不懂")
    for text in owner.findChildren(LongText):
        text.set_raw(f"{text.raw()}\n又一行 ")
    for tick in owner.findChildren(TickField):
        tick.set_raw(not tick.raw())
    for checks in owner.findChildren(CheckList):
        checks.set_raw([])


def test_every_form_of_a_case_is_looked_after_and_comes_back_to_the_letter(sit: Sit) -> None:
    room = sit()
    page = room.case(2)
    for key, step in page.steps.items():
        assert page.show_step(key)
        for kind in RECORDS if key == "hearings" else ("agreement", "supplement"):
            if isinstance(step, KindsStep):
                assert step.open_kind(kind)
    watched = {
        one.key().split(":")[2]: one for one in room.keeper.watched() if one.key().startswith("case:2:")
    }
    assert set(watched) == CASE_FORMS
    for name, one in watched.items():
        form = one.form()
        full = plain(form.raw())
        assert full == plain(form.clean), name
        scramble(one.owner)
        scrambled = plain(form.raw())
        assert scrambled != full, name
        form.set_raw(full)
        assert plain(form.raw()) == full, name
        form.set_raw(scrambled)
        assert plain(form.raw()) == scrambled and form.dirty, name
        form.set_raw(full)
        assert not form.dirty, name


@pytest.mark.parametrize("key", ["intake", "series-intake", "office", "settings"])
def test_every_page_comes_back_to_the_letter(sit: Sit, key: str) -> None:
    room = sit()
    assert room.window.go(key)
    page: Any = room.window.page(key)
    form = room.watched(key).form()
    empty = plain(form.raw())
    if key == "intake":
        page.form.set_value(full_intake())
        page.duties.set_people(page.form.parties.roster())
        page.duties.rows()[0].form.field("debtors").set_value([str(page.form.parties.rows()[1].key)])
        retype(page.duties.rows()[0].form.field("amount_fen").line, "两万")
    if key == "series-intake":
        cast(SeriesIntakePage, page).people.set_raw(
            {"people": [], "typed": {"name": "甲三", "id_number": "", "phone": "", "amount": "看"}}
        )
    scramble(page)
    typed = plain(form.raw())
    assert typed != empty
    form.set_raw(empty)
    assert plain(form.raw()) == empty
    form.set_raw(typed)
    assert differences(plain(form.raw()), typed) == []


def differences(one: Any, other: Any, place: str = "") -> list[str]:
    """Where two of them part, for a message one can read."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [found for key in one for found in differences(one[key], other[key], f"{place}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [found for n, pair in pairs for found in differences(*pair, f"{place}.{n}")]
    return [] if one == other else [f"{place}: {one} is not {other}"]


def test_after_a_power_cut_it_is_offered_on_the_desk_and_carried_on_with(
    sit: Sit, messages: Recorder, qtbot: QtBot
) -> None:
    before = sit()
    name_two(before.intake())
    (draft,) = before.drafts()
    assert (draft.key, draft.title) == ("intake", "新登记（张三测…）")
    assert before.window.status_line.draft.text() == "草稿 10:00"

    after = sit()
    listed = cast(DeskPage, after.window.page("desk")).drafts
    assert listed.isVisible() and listed.head.text() == "有 1 份没有保存的内容："
    listed.findChild(QPushButton, "继续填写").click()
    page = after.intake() if after.window.current_page() != "intake" else after.window.page("intake")
    page = cast(IntakePage, page)
    qtbot.waitUntil(lambda: page.dirty)
    assert [row.name.value() for row in page.form.parties.rows()] == ["张三测", "李四测"]
    assert page.draft_banner.isHidden() and after.keeper.offers() == []
    assert [one.key for one in after.drafts()] == ["intake"]


def test_only_its_owner_is_offered_it(sit: Sit) -> None:
    room = sit()
    begin_a_hearing(room)
    assert room.drafts()
    other = sit("赵调")
    assert other.keeper.offers() == []
    assert cast(DeskPage, other.window.page("desk")).drafts.isHidden()


def test_saved_given_up_or_emptied_it_is_forgotten(sit: Sit, messages: Recorder) -> None:
    room = sit()
    page = room.intake()
    name_two(page)
    retype(page.form.matter.field("type_written").lineEdit(), "邻里纠纷")
    assert room.drafts()
    page.save()
    assert room.window.current_page() == "case"
    assert room.drafts() == []
    step = begin_a_hearing(room)
    assert room.drafts()
    step.form.field("text").edit.undo()
    assert room.drafts() == []
    begin_a_hearing(room)
    assert room.drafts()
    messages.expect("drop")
    assert room.window.go("desk")
    assert room.drafts() == []


def test_typing_anew_does_not_write_over_what_is_offered(sit: Sit, messages: Recorder) -> None:
    begin = sit()
    begin_a_hearing(begin, "第一次写的话。")
    assert begin.drafts()
    room = sit()
    step = begin_a_hearing(room, "另外写的话。")
    keys = ["case:1:hearings/hearing:0", "case:1:hearings/hearing:0#2"]
    assert sorted(one.key for one in room.drafts()) == keys
    assert step.draft_banner.isVisible()
    step.draft_banner.take_button.click()
    assert step.form.field("text").value() == "第一次写的话。"
    room.drafts()
    assert [one.key for one in room.keeper.offers()] == keys[1:]
    step.draft_banner.take_button.click()
    assert step.form.field("text").value() == "另外写的话。"
    messages.expect("yes")
    room.drafts()
    step.draft_banner.drop_button.click()
    assert [one.value["raw"]["text"] for one in room.drafts()] == ["另外写的话。"]


def test_what_was_saved_meanwhile_stands_beside_the_draft(sit: Sit, elsewhere: Desk) -> None:
    room = sit()
    page = room.case(2, "hearings")
    step = cast(HearingStep, cast(KindsStep, page.steps["hearings"]).part("hearing"))
    commit(step.form.field("text").edit, "我的话")
    key = f"case:2:hearings/hearing:{step.chosen}"
    assert [one.key for one in room.drafts()] == [key]
    hearing = next(one for one in elsewhere.file(2).hearings if one.id == step.chosen)
    told = hearing.model_dump(include=set(HearingFacts.model_fields)) | {"text": "同事改的话"}
    hold_hearing(elsewhere, 2, HearingFacts(**told), hearing.id)

    after = sit()
    after.keeper.resume(after.keeper.offers()[0])
    page = cast(CasePage, after.window.page("case"))
    step = cast(HearingStep, cast(KindsStep, page.steps["hearings"]).part("hearing"))
    assert step.form.field("text").value() == "同事改的话"
    after.drafts()
    assert step.form.field("text").value().startswith("我的话")
    assert "已保存的是：同事改的话" in step.form._notes["text"].text()


def test_of_an_archived_case_it_can_be_read_and_copied(
    sit: Sit, elsewhere: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = sit()
    page = room.case(2, "visits")
    commit(page.steps["visits"].form.field("situation").edit, "回访时说已经修好。")  # type: ignore[attr-defined]
    assert room.drafts()
    archive(elsewhere, 2, Archived(on=TODAY, by="赵调", retention="long"))
    after = sit()
    shown: list[ReadDraft] = []
    monkeypatch.setattr(ReadDraft, "open", lambda dialog: shown.extend([dialog]))
    after.keeper.resume(after.keeper.offers()[0])
    (dialog,) = shown
    assert "回访时说已经修好。" in dialog.text.toPlainText()
    dialog.copy()
    assert "回访时说已经修好。" in QApplication.clipboard().text()
    page = after.case(2, "visits")
    after.drafts()
    banner = page.steps["visits"].draft_banner  # type: ignore[attr-defined]
    assert banner.take_button.text() == "查看" and banner.isVisible()


def test_a_shutdown_keeps_it_and_asks_nothing(sit: Sit) -> None:
    room = sit()
    begin_a_hearing(room)
    desk = room.desk
    QGuiApplication.instance().commitDataRequest.emit(None)  # type: ignore[union-attr]
    assert [one.key for one in my_drafts(desk)] == ["case:1:hearings/hearing:0"]
    assert room.window.close()  # an unexpected box fails the test
    assert [one.key for one in sit().keeper.offers()] == ["case:1:hearings/hearing:0"]


def test_a_busy_disk_is_tried_again_in_silence(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    room = sit()
    begin_a_hearing(room)
    refusals = [1, 1]
    right = keeping.keep_draft

    def busy(*given: Any) -> None:
        if refusals:
            refusals.pop()
            raise Conflict("database-busy")
        right(*given)

    monkeypatch.setattr(keeping, "keep_draft", busy)
    assert room.drafts() == []
    assert room.window.status_line.draft.text() == "草稿还没有存上，正在重试"
    assert room.drafts() == []
    assert len(room.drafts()) == 1
    assert room.window.status_line.draft.text() == "草稿 10:00"


def test_looking_leaves_an_input_method_alone(sit: Sit) -> None:
    room = sit()
    line = room.intake().form.parties.rows()[0].name.line
    compose(line, "zhang")
    assert room.drafts() == []
    commit(line, "张三测")
    assert line.text() == "张三测"
    assert len(room.drafts()) == 1


def test_a_dialog_keeps_its_words_until_it_is_answered(sit: Sit, messages: Recorder) -> None:
    room = sit()
    assert room.furnisher.services is not None
    dialog = end_dialog(room.furnisher.services, room.desk.file(1))
    dialog.open()
    commit(dialog.form.field("reason_text").edit, "一方不再到场。")
    assert [one.key for one in room.drafts()] == ["case:1:do/end:0"]
    messages.expect("drop")
    dialog.reject()
    assert room.drafts() == []
    dialog.deleteLater()


def test_a_draft_reaches_no_history_and_no_paper_of_the_case(sit: Sit) -> None:
    room = sit()
    page = room.case(1, "hearings")
    kinds = cast(KindsStep, page.steps["hearings"])
    assert kinds.open_kind("talk")
    before = len(room.desk.history(1))
    commit(kinds.part("talk").form.field("text").edit, "底线是一万五")  # type: ignore[attr-defined]
    (draft,) = room.drafts()
    assert "底线" not in draft.title and draft.key == "case:1:hearings/talk:0"
    assert len(room.desk.history(1)) == before
    assert "底线是一万五" not in room.desk.file(1).model_dump_json()


@pytest.mark.parametrize("key", ["settings:own-dossier", "settings:mediation-record", "case:1:do/end:0"])
def test_the_words_of_a_dialog_are_carried_on_with_in_the_dialog(
    sit: Sit, key: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "exec", lambda dialog: dialog.open() or 0)
    room = sit()
    form = worded_forms().popitem()[0]
    key = key.replace("mediation-record", form)
    dialog = open_dialog(room, key)
    standing = plain(dialog.form().raw())
    scramble(dialog.owner)
    typed = plain(dialog.form().raw())
    assert typed != standing
    assert [one.key for one in room.drafts()] == [key]
    room.keeper.close()

    after = sit()
    after.keeper.resume(after.keeper.offers()[0])
    qtbot.waitUntil(lambda: any(one.key() == key for one in after.keeper.watched()))
    after.drafts()
    assert differences(plain(after.watched(key).form().raw()), typed) == []
    for one in (dialog, after.watched(key)):
        one.form().set_raw(standing)
        cast(QDialog, one.owner).done(0)
    after.drafts()


def open_dialog(room: Room, key: str) -> Watched:
    """The dialog as its button opens it."""
    assert room.furnisher.services is not None
    if key.startswith("case"):
        end_dialog(room.furnisher.services, room.desk.file(1), room.window).open()
    else:
        assert room.window.go("settings")
        cast(SettingsPage, room.window.page("settings")).open_part(key.partition(":")[2])
    return room.watched(key)


def test_whoever_was_chosen_from_the_register_stays_known_until_renamed(sit: Sit) -> None:
    room = sit()
    page = room.intake()
    (person, *_) = known(room.desk, "李四")
    page.form.parties.rows()[0].take(person)
    standing = plain(page.raw())
    page.set_raw(plain(page.clean))
    assert page.form.parties.value() == ()
    page.set_raw(standing)
    row = page.form.parties.rows()[0]
    assert row.entry().person_id == person.id
    retype(row.name.line, "另一人")
    assert row.entry().person_id is None
    page.set_raw(plain(page.clean))
