"""文书用语: a sentence in the office's own words, seen before it counts, and back to the default."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.set_up import save_settings
from tests.documents.conftest import _by_pdfium
from tests.ui.conftest import Recorder, Ways
from tests.ui.hands import commit
from tests.ui.sheets import settle
from ui.dialogs.wordings import WordingsDialog, worded_forms
from ui.services import Services
from ui.widgets.sentence_box import SentenceBox

FORM, TOLD = "application-form", "application-form.told"
REQUEST = "confirmation-application.request"


@pytest.fixture
def dialog(qtbot: QtBot, services: Services) -> Iterator[WordingsDialog]:
    made = WordingsDialog(services)
    qtbot.addWidget(made)
    made.open()
    made.show_form(FORM)
    yield made
    made.form.mark_clean()
    made.close()


def box(dialog: WordingsDialog, key: str) -> SentenceBox:
    found = dialog.form.field(key)
    assert isinstance(found, SentenceBox)
    return found


def retype(one: SentenceBox, text: str) -> None:
    one.text.edit.selectAll()
    if text:
        commit(one.text.edit, text)
    else:
        QTest.keyClick(one.text.edit, Qt.Key.Key_Delete)


def choose(dialog: WordingsDialog, key: str) -> None:
    dialog.choice.set_value(key)
    dialog.choice.changed.emit()


@pytest.mark.parametrize("key", sorted(worded_forms()))
def test_every_form_shows_all_its_sentences_as_they_are(dialog: WordingsDialog, key: str) -> None:
    dialog.show_form(key)
    shown = {name: box(dialog, name).text.value() for name in dialog.values()}
    assert shown == {one.key: one.default for one in worded_forms()[key].wordings.values()}
    assert not dialog.form.dirty
    assert set(dialog.values().values()) == {""}


def test_own_words_are_kept_shown_and_counted(dialog: WordingsDialog, services: Services, ways: Ways) -> None:
    retype(box(dialog, TOLD), "<b>申请人</b>自愿申请调解。")
    assert "默认：申请人已被告知" in box(dialog, TOLD).note.text()
    dialog.save_button.click()
    assert services.desk.settings().wordings == {TOLD: "<b>申请人</b>自愿申请调解。"}
    assert ways.saved == 1
    assert dialog.choice.word() == "人民调解申请书（已改 1 句）"
    assert not dialog.form.dirty


def test_the_words_of_other_forms_stay(dialog: WordingsDialog, services: Services) -> None:
    kept = {REQUEST: "请{法院}确认。"}
    save_settings(services.desk, services.desk.settings().model_copy(update={"wordings": kept}))
    retype(box(dialog, TOLD), "自愿申请。")
    assert dialog.save()
    assert services.desk.settings().wordings == {**kept, TOLD: "自愿申请。"}


def test_one_click_goes_back_and_one_key_takes_that_back(dialog: WordingsDialog, services: Services) -> None:
    one = box(dialog, TOLD)
    assert one.restore_button.isHidden()
    retype(one, "自愿申请。")
    assert dialog.save()
    one.restore_button.click()
    assert one.value() == "" and one.restore_button.isHidden()
    one.text.edit.undo()
    assert one.value() == "自愿申请。"
    dialog.restore_button.click()
    assert dialog.save()
    assert services.desk.settings().wordings == {}


def test_an_empty_text_means_the_default(dialog: WordingsDialog, services: Services) -> None:
    retype(box(dialog, TOLD), "")
    assert box(dialog, TOLD).note.text().startswith("空着就用默认")
    assert dialog.save()
    assert services.desk.settings().wordings == {}
    assert box(dialog, TOLD).text.value().startswith("申请人已被告知")


def test_a_place_that_the_program_does_not_fill_is_marked_at_its_sentence(
    dialog: WordingsDialog, services: Services
) -> None:
    dialog.show_form("confirmation-application")
    assert box(dialog, REQUEST).slots.text() == "由程序填写，请保留：{法院}"
    retype(box(dialog, REQUEST), "请{院长}确认。")
    for act in (dialog.save, dialog.show_preview):
        dialog.form.clear_marks()
        act()
        assert "wording-slot-unknown" in dialog.form._notes[REQUEST].text()
    assert dialog.preview is None
    assert services.desk.settings().wordings == {}


def test_the_preview_shows_what_stands_here_and_keeps_nothing(
    qtbot: QtBot, dialog: WordingsDialog, services: Services
) -> None:
    retype(box(dialog, TOLD), "本室另行写明。")
    dialog.preview_button.click()
    preview = dialog.preview
    assert preview is not None
    settle(qtbot, services, lambda: preview.view.page_count() >= 1)
    assert "本室另行写明。" in "".join(_by_pdfium(preview.paper.data))
    assert preview.paper.on_printed is None
    assert services.desk.settings().wordings == {}
    preview.close()


@pytest.mark.parametrize(
    ("answer", "shown", "kept"), [("stay", FORM, {}), ("drop", "receipt", {}), ("save", "receipt", {TOLD})]
)
def test_another_form_asks_about_what_was_typed(
    dialog: WordingsDialog, services: Services, messages: Recorder, answer: str, shown: str, kept: set[str]
) -> None:
    retype(box(dialog, TOLD), "自愿申请。")
    messages.expect(answer)
    choose(dialog, "receipt")
    assert dialog.choice.value() == shown
    assert next(iter(dialog.values())).startswith(shown)
    assert set(services.desk.settings().wordings) == set(kept)


def test_esc_loses_nothing(dialog: WordingsDialog, messages: Recorder) -> None:
    retype(box(dialog, TOLD), "自愿申请。")
    messages.expect("stay")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and box(dialog, TOLD).value() == "自愿申请。"
    messages.expect("drop")
    dialog.close()
    assert not dialog.isVisible()


def test_the_keyboard_goes_through_the_sentences_to_the_buttons(dialog: WordingsDialog) -> None:
    dialog.show_form("rights-notice")
    stops = []
    for _ in range(14):
        focus = dialog.focusWidget()
        stops.append(focus.objectName() or focus.accessibleName())
        dialog.focusNextPrevChild(True)
    assert {"第 1 句", "第 6 句", "关闭", "预览样例", "保存", "全部恢复默认", "文书"} <= set(stops)
