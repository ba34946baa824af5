"""本单位目录: built from a list by keyboard, refused in words, used from then on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.set_up import save_settings
from mediator.domain.track import DossierItem, all_tracks
from tests.ui.conftest import Recorder, Ways
from tests.ui.hands import enter, retype
from ui.dialogs.base import FormDialog
from ui.dialogs.own_dossier import own_dossier_dialog
from ui.services import Services
from ui.widgets.dossier_editor import DossierEditor, DossierRow

LISTS = all_tracks()["people"].dossier_lists
CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot: QtBot, services: Services) -> Iterator[FormDialog]:
    made = own_dossier_dialog(services)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.form.mark_clean()
    made.close()


@pytest.fixture
def editor(dialog: FormDialog) -> DossierEditor:
    found = dialog.form.field("own_dossier")
    assert isinstance(found, DossierEditor)
    return found


def titles(editor: DossierEditor) -> list[str]:
    return [row.title.value() for row in editor.rows()]


def press(row: DossierRow, key: Qt.Key) -> None:
    row.focus_first()
    QTest.keyClick(row.title.line, key, CONTROL)


def test_an_office_without_its_own_list_begins_with_thirteen_lines(
    dialog: FormDialog, editor: DossierEditor, services: Services, ways: Ways
) -> None:
    assert editor.value() == LISTS["extended"]
    dialog.ok_button.click()
    kept = services.desk.settings()
    assert (kept.dossier_list, kept.own_dossier) == ("own", LISTS["extended"])
    assert ways.saved == 1


def test_lines_are_moved_renamed_and_taken_away_by_keyboard(
    dialog: FormDialog, editor: DossierEditor, services: Services
) -> None:
    third = editor.rows()[2]
    retype(third.title.line, "身份证复印件")
    press(third, Qt.Key.Key_Up)
    assert titles(editor)[1] == "身份证复印件"
    assert third.title.line.hasFocus() and third.number.text() == "2"
    press(third, Qt.Key.Key_Down)
    press(editor.rows()[0], Qt.Key.Key_Delete)
    assert titles(editor)[:2] == ["人民调解当事人权利义务告知书", "身份证复印件"]
    assert editor.rows()[0].title.line.hasFocus()
    QTest.keyClick(editor.rows()[1].required, Qt.Key.Key_Space)
    dialog.ok_button.click()
    kept = services.desk.settings().own_dossier
    assert (kept[1].title, kept[1].required) == ("身份证复印件", False)
    assert len(kept) == 12


def test_a_line_taken_away_comes_back(editor: DossierEditor) -> None:
    before = editor.value()
    editor.remove(editor.rows()[4])
    assert editor.value() != before
    editor.restore()
    assert editor.value() == before


def test_copies_kept_by_hand_are_added_before_the_back_cover(editor: DossierEditor) -> None:
    editor.add()
    assert [row.forms for row in editor.rows()[-2:]] == [(), ("back-cover",)]
    row = editor.rows()[-2]
    assert row.title.line.hasFocus()
    retype(row.title.line, "房屋勘查照片")
    assert row.papers.text() == "手工放入"
    enter(row.title.line)
    assert editor.rows()[-1].title.line.hasFocus()


def test_only_papers_that_no_line_holds_can_be_put_in(editor: DossierEditor) -> None:
    def offered() -> set[str]:
        return {str(editor.add_form.itemData(n)) for n in range(editor.add_form.count())}

    assert "receipt" not in offered() and "meeting-notice" in offered()
    receipt = next(row for row in editor.rows() if row.forms == ("receipt",))
    editor.remove(receipt)
    assert "receipt" in offered()
    editor.add_form.set_value("meeting-notice")
    editor.add_form.changed.emit()
    assert editor.value()[-2] == DossierItem("调解通知书", False, ("meeting-notice",))
    assert "meeting-notice" not in offered() and editor.add_form.value() == ""


def test_pieces_of_a_kind_are_bound_by_one_line_only(editor: DossierEditor) -> None:
    identity = next(row for row in editor.rows() if row.title.value() == "当事人身份证明")
    assert "附件（当事人身份证明）" in identity.papers.text()
    assert not any(
        str(editor.add_form.itemData(n)) == "piece:identity" for n in range(editor.add_form.count())
    )
    editor.remove(identity)
    editor.add_form.set_value("piece:identity")
    editor.add_form.changed.emit()
    assert editor.value()[-2].copies == ("identity",)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_beginning_again_asks_first(editor: DossierEditor, messages: Recorder, answer: str) -> None:
    messages.expect(answer)
    editor.start_from(LISTS["national"])
    assert len(editor.value()) == (9 if answer == "yes" else 13)


def test_a_line_without_a_name_is_refused_in_words_and_nothing_is_lost(
    dialog: FormDialog, editor: DossierEditor, services: Services
) -> None:
    retype(editor.rows()[1].title.line, "")
    dialog.ok_button.click()
    assert dialog.isVisible()
    second = editor.rows()[1].title
    assert "own-dossier-title-missing" in second.note.text() and second.line.hasFocus()
    assert services.desk.settings().own_dossier == ()


def test_a_list_may_be_kept_without_being_used(qtbot: QtBot, dialog: FormDialog, services: Services) -> None:
    dialog.form.field("use").click()
    dialog.ok_button.click()
    kept = services.desk.settings()
    assert (kept.dossier_list, len(kept.own_dossier)) == ("extended", 13)
    again = own_dossier_dialog(services)
    qtbot.addWidget(again)
    assert again.form.values()["use"] is False


def test_an_office_that_stops_using_its_list_goes_back_to_thirteen_lines(
    qtbot: QtBot, services: Services
) -> None:
    own = {"dossier_list": "own", "own_dossier": LISTS["national"]}
    save_settings(services.desk, services.desk.settings().model_copy(update=own))
    dialog = own_dossier_dialog(services)
    qtbot.addWidget(dialog)
    assert dialog.form.values() == {"use": True, "own_dossier": LISTS["national"]}
    dialog.form.field("use").click()
    dialog.try_save()
    assert services.desk.settings().dossier_list == "extended"


def test_esc_asks_about_a_list_that_was_changed(
    dialog: FormDialog, editor: DossierEditor, messages: Recorder
) -> None:
    press(editor.rows()[3], Qt.Key.Key_Up)
    messages.expect("stay")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
