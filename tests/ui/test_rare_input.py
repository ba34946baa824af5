"""Alt+X and the list of rare characters, in every kind of text field."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import commit, compose
from ui.rare_input import WORD, RareInput
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.text_edit import LongText


class Asker:
    """Answers with a character, and counts how often it was asked."""

    def __init__(self) -> None:
        self.answer = "𫖮"
        self.asked = 0

    def __call__(self, _field: QWidget) -> str:
        self.asked += 1
        return self.answer


class Desk(QWidget):
    """One field of each kind, and the listener."""

    def __init__(self, ask: Callable[[QWidget], str]) -> None:
        super().__init__()
        self.name, self.long, self.choice = (
            TextField(self),
            LongText(self),
            ChoiceField(parent=self, editable=True),
        )
        self.fixed = QLineEdit("2B5AE", self)
        self.fixed.setReadOnly(True)
        layout = QVBoxLayout(self)
        for field in (self.name, self.long, self.choice, self.fixed):
            layout.addWidget(field)
        self.listener = RareInput(ask, self)

    def fields(self) -> dict[str, tuple[QWidget, Callable[[], str]]]:
        """(what takes the keys, what stands there) of each kind of field."""
        return {
            "line": (self.name.line, self.name.line.text),
            "long": (self.long.edit, self.long.edit.toPlainText),
            "choice": (self.choice, self.choice.currentText),
        }


@pytest.fixture
def ask() -> Asker:
    return Asker()


@pytest.fixture
def form(qtbot: QtBot, ask: Asker) -> Iterator[Desk]:
    made = Desk(ask)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    made.activateWindow()
    yield made
    made.close()


def alt_x(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)


def list_keys(widget: QWidget) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(widget, Qt.Key.Key_U, both)


@pytest.mark.parametrize("kind", ["line", "long", "choice"])
@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("2B5AE", "𫖮"),
        ("张𪚥U+2B5AE", "张𪚥𫖮"),
        ("张𪚥", "张2A6A5"),
        ("冯\U00030000", "冯30000"),
        ("abc", "abc"),
    ],
)
def test_alt_x_turns_a_code_into_its_character_and_back(
    form: Desk, kind: str, typed: str, becomes: str
) -> None:
    field, text = form.fields()[kind]
    field.setFocus()
    commit(field, typed)
    alt_x(field)
    assert text() == becomes
    if becomes != typed:
        alt_x(field)
        assert text() == typed.replace("U+", "")


@pytest.mark.parametrize("kind", ["line", "long"])
def test_alt_x_works_in_the_middle_and_is_taken_back_by_undo(form: Desk, kind: str) -> None:
    field, text = form.fields()[kind]
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    commit(field, "𪚥张2B5AE测测")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Left)
    alt_x(field)
    assert text() == "𪚥张𫖮测测"
    field.undo()
    assert text() == "𪚥张2B5AE测测"
    field.redo()
    commit(field, "甲")
    assert text() == "𪚥张𫖮甲测测"


def test_a_chosen_code_gives_way_to_its_character(form: Desk) -> None:
    line = form.name.line
    line.setFocus()
    commit(line, "甲D86D DDAE乙")
    line.setSelection(1, 9)
    alt_x(line)
    assert line.text() == "甲𫖮乙"
    line.setSelection(0, 1)
    alt_x(line)
    assert line.text() == "甲𫖮乙", "what is chosen is no code"


def test_the_form_learns_of_the_change_as_of_any_typing(form: Desk, qtbot: QtBot) -> None:
    form.name.line.setFocus()
    commit(form.name.line, "2B5AE")
    with qtbot.waitSignal(form.name.changed):
        alt_x(form.name.line)


def test_nothing_happens_while_an_input_method_composes(form: Desk, ask: Asker) -> None:
    line = form.name.line
    line.setFocus()
    commit(line, "2B5AE")
    compose(line, "zhang")
    alt_x(line)
    list_keys(line)
    assert (line.text(), ask.asked) == ("2B5AE", 0)
    commit(line, "")
    alt_x(line)
    assert line.text() == "𫖮"


def test_a_field_that_may_not_be_written_in_stays_as_it_is(form: Desk, ask: Asker) -> None:
    form.fixed.setFocus()
    alt_x(form.fixed)
    list_keys(form.fixed)
    assert (form.fixed.text(), ask.asked) == ("2B5AE", 0)


@pytest.mark.parametrize("kind", ["line", "long", "choice"])
def test_the_list_puts_its_character_where_the_cursor_is(form: Desk, ask: Asker, kind: str) -> None:
    field, text = form.fields()[kind]
    field.setFocus()
    commit(field, "李测")
    QTest.keyClick(field, Qt.Key.Key_Left)
    list_keys(field)
    assert (text(), ask.asked) == ("李𫖮测", 1)
    ask.answer = ""
    list_keys(field)
    assert (text(), ask.asked) == ("李𫖮测", 2)


def test_only_the_field_with_the_keyboard_is_listened_to(form: Desk, ask: Asker) -> None:
    form.name.line.setFocus()
    form.long.edit.setFocus()
    list_keys(form.name.line)
    assert ask.asked == 0
    list_keys(form.long.edit)
    assert ask.asked == 1


@pytest.mark.parametrize("kind", ["line", "long"])
def test_the_menu_of_a_field_offers_the_list(form: Desk, ask: Asker, kind: str, qapp: QApplication) -> None:
    field, text = form.fields()[kind]
    field.setFocus()
    target = form.long.edit.viewport() if kind == "long" else field
    middle = target.rect().center()
    qapp.sendEvent(
        target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, target.mapToGlobal(middle))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert len(offered) > 5, "the usual orders are still there"
    offered[WORD].trigger()
    menu.close()
    assert text() == "𫖮"


def test_a_field_that_goes_away_is_forgotten(form: Desk, ask: Asker, qtbot: QtBot) -> None:
    extra = QLineEdit(form)
    extra.show()
    extra.setFocus()
    extra.deleteLater()
    qtbot.waitUntil(lambda: form.listener._field is not extra)
    form.name.line.setFocus()
    list_keys(form.name.line)
    assert ask.asked == 1
