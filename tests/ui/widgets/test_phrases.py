"""常用语: inserted by key or menu, taken back by Ctrl+Z, kept, reworded, dropped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mediator.casework.offer_phrases import offered
from mediator.casework.phrases import save_phrase
from mediator.starters import starters
from tests.ui.conftest import Recorder
from tests.ui.hands import commit
from ui.dialogs.phrases import PhrasesDialog
from ui.pages.case.hearing_step import HearingStep
from ui.services import Services
from ui.widgets.agreement_form import AgreementForm
from ui.widgets.intake_form import IntakeForm
from ui.widgets.phrase_link import PhraseLink
from ui.widgets.text_edit import LongText

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def text(qtbot: QtBot) -> LongText:
    field = LongText()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def link(services: Services, text: LongText) -> PhraseLink:
    return PhraseLink(services, "hearing", text)


def menu_of(link: PhraseLink) -> QMenu:
    link.link.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_alt_and_a_digit_insert_at_the_cursor_and_ctrl_z_takes_back(link: PhraseLink, text: LongText) -> None:
    commit(text.edit, "前。后。")
    text.edit.moveCursor(QTextCursor.MoveOperation.Left)
    text.edit.moveCursor(QTextCursor.MoveOperation.Left)
    second = starters("hearing")[1]
    QTest.keyClick(text.edit, Qt.Key.Key_2, ALT)
    assert text.value() == f"前。{second}后。"
    QTest.keyClick(text.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.value() == "前。后。"
    assert link.offers()[0].text == second, "what was used last comes first"
    QTest.keyClick(text.edit, Qt.Key.Key_1, ALT)
    assert second in text.value()


def test_digits_alone_and_those_of_the_keypad_insert_nothing(link: PhraseLink, text: LongText) -> None:
    QTest.keyClick(text.edit, Qt.Key.Key_2)
    assert text.value() == "2"
    QTest.keyClick(text.edit, Qt.Key.Key_2, ALT | Qt.KeyboardModifier.KeypadModifier)
    text.edit.setReadOnly(True)
    QTest.keyClick(text.edit, Qt.Key.Key_2, ALT)
    assert set(text.value()) == {"2"}
    assert [one.id for one in link.offers()] == [None] * len(starters("hearing"))


def test_the_menu_numbers_the_first_nine(link: PhraseLink, services: Services, text: LongText) -> None:
    save_phrase(services.desk, "hearing", "<b>甲&乙\n" + "长" * 80, own=True)
    menu = menu_of(link)
    first, *_ = words(menu)
    assert first.startswith("&1  <b>甲&&乙 长")
    assert len(first) < 60
    assert [one[:2] for one in words(menu)[:9]] == [f"&{number}" for number in range(1, 10)]
    assert words(menu)[9].startswith("    ")
    menu.actions()[0].trigger()
    menu.close()
    assert text.value().startswith("<b>甲&乙\n长")


def test_alt_0_opens_the_menu(link: PhraseLink, text: LongText) -> None:
    QTest.keyClick(text.edit, Qt.Key.Key_0, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert words(menu)[-1].startswith("管理常用语")
    menu.close()


def test_selected_words_are_kept(link: PhraseLink, text: LongText, services: Services) -> None:
    menu = menu_of(link)
    keep = menu.actions()[-2]
    assert not keep.isEnabled()
    menu.close()
    text.set_value("第一行\n第二行\n")
    text.edit.selectAll()
    menu = menu_of(link)
    menu.actions()[-2].trigger()
    menu.close()
    assert link.offers()[0].text == "第一行\n第二行"
    assert link.offers()[0].own


def test_the_main_long_fields_offer_phrases(qtbot: QtBot, services: Services) -> None:
    step = HearingStep(services, lambda: None)
    agreement, intake = AgreementForm(services), IntakeForm(services)
    for one in (step, agreement, intake):
        qtbot.addWidget(one)
    fields: list[LongText] = [
        step.form.field("text"),
        agreement.further.field("clauses"),
        agreement.further.field("performance_text"),
        agreement.duties.rows()[0].clause.text,
        intake.matter.field("summary"),
        intake.matter.field("claims"),
    ]
    assert all(field.findChild(PhraseLink) is not None for field in fields)
    assert agreement.duties.add().clause.text.findChild(PhraseLink) is not None


def test_the_summary_follows_the_type_of_the_dispute(qtbot: QtBot, services: Services) -> None:
    intake = IntakeForm(services)
    qtbot.addWidget(intake)
    link = intake.matter.field("summary").findChild(PhraseLink)
    intake.matter.field("type_written").set_value("道路交通事故纠纷")
    assert "相撞" in link.offers()[0].text
    intake.matter.field("type_written").set_value("自己写的种类")
    assert [one.text for one in link.offers()] == list(starters("summary"))


@pytest.fixture
def dialog(qtbot: QtBot, services: Services) -> Iterator[PhrasesDialog]:
    made = PhrasesDialog(services, "hearing")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.form.mark_clean()
    made.close()


def editor(dialog: PhrasesDialog) -> QPlainTextEdit:
    edit: QPlainTextEdit = dialog.form.field("text").edit
    return edit


def retype(dialog: PhrasesDialog, words: str) -> None:
    editor(dialog).selectAll()
    commit(editor(dialog), words)


def test_a_new_phrase_for_the_whole_office(dialog: PhrasesDialog, services: Services) -> None:
    dialog.add()
    retype(dialog, "全单位都用的话。")
    dialog.form.field("whose").set_value("office")
    assert dialog.save()
    first = offered(services.desk, "hearing")[0]
    assert (first.text, first.own) == ("全单位都用的话。", False)
    assert dialog.list.item(0).text() == "单位　全单位都用的话。"
    retype(dialog, "改过的话。")
    dialog.form.field("whose").set_value("own")
    assert dialog.save()
    first = offered(services.desk, "hearing")[0]
    assert (first.text, first.own) == ("改过的话。", True)
    assert dialog.list.count() == len(starters("hearing")) + 1


def test_a_starter_is_dropped_after_asking(
    dialog: PhrasesDialog, services: Services, messages: Recorder
) -> None:
    first = dialog.list.item(0).text()
    messages.expect("no")
    dialog.drop()
    assert dialog.list.item(0).text() == first
    messages.expect("yes")
    dialog.drop()
    assert dialog.list.item(0).text() != first
    assert dialog.list.count() == len(starters("hearing")) - 1


def test_words_that_were_not_saved_are_asked_about(dialog: PhrasesDialog, messages: Recorder) -> None:
    retype(dialog, "没有保存的话。")
    messages.expect("stay")
    dialog.list.setCurrentRow(3)
    assert (dialog.list.currentRow(), editor(dialog).toPlainText()) == (0, "没有保存的话。")
    messages.expect("stay")
    dialog.reject()
    assert dialog.isVisible()
    messages.expect("drop")
    dialog.list.setCurrentRow(3)
    assert (dialog.list.currentRow(), editor(dialog).toPlainText()) == (3, starters("hearing")[3])
    dialog.reject()
    assert not dialog.isVisible()


def test_an_empty_phrase_is_not_kept(dialog: PhrasesDialog, services: Services) -> None:
    dialog.add()
    assert not dialog.save()
    assert len(offered(services.desk, "hearing")) == len(starters("hearing"))
