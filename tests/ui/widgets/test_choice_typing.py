"""Choosing with the keyboard alone: initials, a part of the word, the number, the arrows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mediator.codes import code_list
from tests.ui.hands import commit, compose, enter
from ui.widgets.choice import ChoiceField
from ui.widgets.finder import Finder
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TYPES = [("n", "邻里纠纷"), ("f", "婚姻家庭纠纷"), ("l", "土地纠纷"), ("h", "合同纠纷"), ("w", "物业纠纷")]
PEOPLE = [("张三测", "张三测"), ("单四测", "单四测"), ("曾五测", "曾五测")]


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[FieldForm]:
    made = FieldForm(
        [
            Field("type", "类型", "choice", TYPES),
            Field("who", "记录人", "words", PEOPLE),
            Field("place", "地点"),
        ]
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field("type").setFocus()
    yield made
    made.field("who").completer().popup().hide()


@pytest.fixture
def choice(form: FieldForm) -> ChoiceField:
    field: ChoiceField = form.field("type")
    return field


def press(field: ChoiceField, text: str) -> Finder:
    """Type as at the desk: the first letter falls on the field, the others on what has opened."""
    QTest.keyClick(field, text[0])
    finder = opened()
    QTest.keyClicks(finder.line, text[1:])
    return finder


def opened() -> Finder:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Finder)
    return popup


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("hyjt", ["婚姻家庭纠纷"]),
        ("HYJT", ["婚姻家庭纠纷"]),
        ("jt", ["婚姻家庭纠纷"]),
        ("hunyin", ["婚姻家庭纠纷"]),
        ("h", ["婚姻家庭纠纷", "合同纠纷"]),
        ("3", ["土地纠纷"]),
        ("xyz", []),
    ],
)
def test_the_list_narrows(choice: ChoiceField, typed: str, shown: list[str]) -> None:
    finder = press(choice, typed)
    assert finder.shown() == shown
    assert finder.none.isHidden() is bool(shown)
    assert choice.value() == "", "nothing is chosen before Enter"
    finder.close()


def test_a_part_of_the_word_typed_with_an_input_method(choice: ChoiceField) -> None:
    finder = press(choice, "h")
    finder.line.clear()
    compose(finder.line, "jiating")
    assert len(finder.shown()) == len(TYPES), "nothing while composing"
    commit(finder.line, "家庭")
    assert finder.shown() == ["婚姻家庭纠纷"]
    finder.close()


def test_enter_takes_the_first_and_goes_on(form: FieldForm, choice: ChoiceField, qtbot: QtBot) -> None:
    finder = press(choice, "hyjt")
    with qtbot.waitSignal(choice.changed):
        enter(finder.line)
    assert (choice.value(), choice.word()) == ("f", "婚姻家庭纠纷")
    assert QApplication.activePopupWidget() is None
    assert form.field("who").hasFocus()


def test_arrows_go_to_another_hit(choice: ChoiceField) -> None:
    finder = press(choice, "h")
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Down)  # stays on the last
    QTest.keyClick(finder.line, Qt.Key.Key_Enter)  # that of the keypad
    assert choice.value() == "h"


def test_tab_takes_what_is_marked(form: FieldForm, choice: ChoiceField) -> None:
    finder = press(choice, "wy")
    QTest.keyClick(finder.line, Qt.Key.Key_Tab)
    assert choice.value() == "w"
    assert QApplication.activePopupWidget() is None
    assert not choice.hasFocus()


def test_unknown_words_become_no_row(choice: ChoiceField, qtbot: QtBot) -> None:
    choice.set_value("l")
    finder = press(choice, "xyz")
    with qtbot.assertNotEmitted(choice.changed):
        enter(finder.line)
        assert "没有" in finder.none.text()
        assert finder.isVisible(), "the words stay to be corrected"
        QTest.keyClick(finder.line, Qt.Key.Key_Tab)
        assert finder.isVisible()
        QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert choice.value() == "l"
    assert QApplication.activePopupWidget() is None


def test_a_click_takes_a_row(choice: ChoiceField) -> None:
    finder = press(choice, "h")
    rect = finder.list.visualItemRect(finder.list.item(1))
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert choice.value() == "h"


def test_typing_in_the_opened_list_narrows_it_too(choice: ChoiceField) -> None:
    choice.showPopup()
    QTest.keyClick(choice.view(), "t")
    finder = opened()
    assert finder.shown() == ["土地纠纷", "婚姻家庭纠纷", "合同纠纷"]
    enter(finder.line)
    assert choice.value() == "l"


def test_letters_do_not_go_to_the_input_method(choice: ChoiceField) -> None:
    wants = Qt.WidgetAttribute.WA_InputMethodEnabled
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    assert not choice.testAttribute(wants)
    assert not choice.view().testAttribute(wants)
    choice.hidePopup()
    finder = press(choice, "h")
    assert not finder.line.testAttribute(wants)
    finder.close()


def test_keys_that_are_no_letters_do_what_they_always_did(choice: ChoiceField) -> None:
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.value() == "n"
    QTest.keyClick(choice, "s", Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(choice, "h", Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None
    assert choice.value() == "n"


def words_of(field: ChoiceField) -> list[str]:
    model = field.completer().completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def person(form: FieldForm) -> tuple[ChoiceField, QLineEdit]:
    field: ChoiceField = form.field("who")
    line = field.lineEdit()
    assert line is not None
    line.setFocus()
    return field, line


def test_people_are_offered_by_initials(person: tuple[ChoiceField, QLineEdit]) -> None:
    field, line = person
    QTest.keyClicks(line, "ssc")
    assert words_of(field) == ["单四测"]
    assert field.value() == "ssc", "own words until Enter"


def test_initials_become_the_name_by_enter_and_come_back_by_undo(
    form: FieldForm, person: tuple[ChoiceField, QLineEdit], qtbot: QtBot
) -> None:
    field, line = person
    QTest.keyClicks(line, "zsc")
    enter(field.completer().popup())
    assert field.value() == "张三测"
    qtbot.waitUntil(form.field("place").line.hasFocus)
    line.undo()
    assert field.value() == "zsc"


def test_one_small_letter_means_the_first_row_offered(person: tuple[ChoiceField, QLineEdit]) -> None:
    field, line = person
    QTest.keyClicks(line, "z")
    assert words_of(field)[0] == "张三测"
    enter(field.completer().popup())
    assert field.value() == "张三测", "a lone h would stand as 民族 on the paper"
    line.clear()
    QTest.keyClicks(line, "Z")
    enter(field.completer().popup())
    assert field.value() == "Z", "a lone capital is a word of one's own"


def test_own_words_stay_own_words(person: tuple[ChoiceField, QLineEdit], qtbot: QtBot) -> None:
    field, line = person
    commit(line, "三测")
    assert words_of(field) == ["张三测"]
    enter(field.completer().popup())
    assert field.value() == "三测"
    line.clear()
    QTest.keyClicks(line, "KTV")
    enter(line)
    assert field.value() == "KTV"


def test_nothing_is_offered_while_composing(person: tuple[ChoiceField, QLineEdit]) -> None:
    field, line = person
    compose(line, "zsc")
    assert not field.completer().popup().isVisible()
    assert field.value() == ""
    commit(line, "张")
    assert words_of(field) == ["张三测"]


def test_every_code_list_is_found_by_the_initials_of_its_words(qtbot: QtBot) -> None:
    from mediator.domain.pinyin import spellings
    from ui.widgets.hits import hits

    words = [word for _, word in code_list("dispute_type").pairs()]
    for place, word in enumerate(words):
        for typed in spellings(word):
            assert place in hits(typed, words), (typed, word)


def test_no_row_of_the_list_may_be_edited_however_often_it_is_filled(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "甲"), ("b", "乙")], empty_word="")
    qtbot.addWidget(field)
    field.set_options([("c", "丙")])
    field.set_value("kept")
    model = field.model()
    flags = [model.flags(model.index(row, 0)) for row in range(field.count())]
    assert len(flags) == 3
    assert not any(flag & Qt.ItemFlag.ItemIsEditable for flag in flags)
    assert all(flag & Qt.ItemFlag.ItemIsSelectable for flag in flags)
