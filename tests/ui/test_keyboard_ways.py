"""The main forms by keyboard alone: Enter, Tab, Alt and a letter; and an input method still composing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mediator.casework.desk import Desk
from tests.people import full_case
from tests.ui.hands import commit, compose
from ui.pages.case_page import CasePage
from ui.pages.intake_page import IntakePage
from ui.services import Services
from ui.widgets.entry import Input

STEPS = ("hearings", "agreement", "performance", "visits", "archive")
KINDS = ("hearings/inquiry", "hearings/talk", "hearings/extension", "hearings/replacement")
WAYS = ("intake", *STEPS, *KINDS)
RARE = "X"  # Alt+X turns a code into its character


@pytest.fixture(params=WAYS)
def page(request: pytest.FixtureRequest, desk: Desk, services: Services, qtbot: QtBot) -> QWidget:
    made: QWidget
    if request.param == "intake":
        made = IntakePage(services)
    else:
        made = CasePage(services)
        step, _, kind = request.param.partition("/")
        made.show_case(full_case(desk), step)
        if kind:
            assert made.steps[step].open_kind(kind)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def shown(page: QWidget, kind: type) -> list:
    return [one for one in page.findChildren(kind) if one.isVisible() and one.isEnabled()]


def letters(page: QWidget) -> list[str]:
    texts = [one.text() for one in shown(page, QLabel) if one.buddy() is not None]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    return [key for key in keys if key]


def test_a_letter_leads_to_one_field_only(page: QWidget) -> None:
    keys = letters(page)
    assert len(keys) == len(set(keys))
    assert f"Alt+{RARE}" not in keys
    assert all(key.startswith("Alt+") and len(key) == 5 for key in keys)


@pytest.mark.parametrize(
    ("step", "key", "name"),
    [("hearings", "L", "recorder"), ("visits", "Q", "situation"), ("performance", "J", "amount_fen")],
)
def test_alt_and_the_letter_go_to_the_field(
    step: str, key: str, name: str, desk: Desk, services: Services, qtbot: QtBot
) -> None:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.show_case(full_case(desk), step)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, key.lower(), Qt.KeyboardModifier.AltModifier)
    (field,) = [one for one in page.findChildren(QWidget, name) if one.isVisible()]
    assert isinstance(field, Input) and field.focus_target().hasFocus()


def test_every_named_field_of_the_main_forms_has_a_letter(page: QWidget) -> None:
    if isinstance(page, CasePage) and page.current == "archive":
        return
    assert len(letters(page)) >= 4


def lines(page: QWidget) -> list[QLineEdit]:
    return [one for one in shown(page, QLineEdit) if not one.isReadOnly()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_belongs_to_the_input_method_while_it_composes(page: QWidget, key: Qt.Key) -> None:
    assert lines(page) or isinstance(page, CasePage)
    for line in lines(page):
        line.setFocus()
        before = line.text()
        compose(line, "lin")
        QTest.keyClick(line, key)
        assert line.hasFocus(), line.accessibleName()
        assert line.text() == before
        compose(line, "")


def test_enter_goes_on_when_it_is_done(page: QWidget, qtbot: QtBot) -> None:
    for key, line in zip((Qt.Key.Key_Return, Qt.Key.Key_Enter) * 50, lines(page), strict=False):
        line.setFocus()
        compose(line, "yi")
        commit(line, "一")
        for popup in [one for one in [QApplication.activePopupWidget()] if one is not None]:
            popup.hide()
        QTest.keyClick(line, key)
        assert not line.hasFocus(), line.accessibleName()
        line.undo()


def test_a_composition_that_was_broken_off_does_not_stop_enter(page: QWidget) -> None:
    fields = lines(page)
    if len(fields) < 2:
        return
    fields[0].setFocus()
    compose(fields[0], "lin")
    fields[1].setFocus()  # by a click: the input method may say nothing
    QTest.keyClick(fields[1], Qt.Key.Key_Return)
    assert not fields[1].hasFocus()


def test_tab_leaves_every_long_text(page: QWidget) -> None:
    assert all(one.tabChangesFocus() for one in page.findChildren(QPlainTextEdit) if not one.isReadOnly())


def turn(widget: QWidget, steps: int) -> None:
    here, still = QPointF(5, 5), QPoint(0, 0)
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        here, here, still, QPoint(0, 120 * steps), Qt.MouseButton.NoButton, none, phase, False
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_nothing_anywhere(page: QWidget) -> None:
    said: Callable[[], list[str]] = lambda: [  # noqa: E731
        *(one.currentText() for one in shown(page, QComboBox)),
        *(one.text() for one in shown(page, QLineEdit)),
    ]
    before = said()
    for one in [*shown(page, QComboBox), *shown(page, QAbstractSpinBox)]:
        for steps in (-1, 1):
            turn(one, steps)
            one.setFocus()
            turn(one, steps)
    assert said() == before
