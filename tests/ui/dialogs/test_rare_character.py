"""The list of rare characters: typed code, recent ones, those of the office."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ui.dialogs.rare_character import (
    MOST_RECENT,
    RareCharacterDialog,
    ask_rare_character,
    recent_characters,
)

Act = Callable[[RareCharacterDialog], object]
KNOWN = ("𪚥", "\U00030000", "\U0002ebf0")


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def dialog(qtbot: QtBot) -> RareCharacterDialog:
    made = RareCharacterDialog(["𬱖"], KNOWN)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_code_is_shown_large_and_put_in_by_enter(dialog: RareCharacterDialog) -> None:
    QTest.keyClicks(dialog.code, "U+2B5AE")
    assert dialog.sample.text() == "𫖮"
    assert dialog.told.text() == "U+2B5AE，扩展 C 区"
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.chosen) == (QDialog.DialogCode.Accepted, "𫖮")


def test_enter_on_what_is_no_code_does_nothing(dialog: RareCharacterDialog) -> None:
    QTest.keyClicks(dialog.code, "2B5AG")
    assert dialog.told.text() == "还不是一个字的编码"
    assert not dialog.ok_button.isEnabled()
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen == ""


def test_a_pasted_character_is_taken_as_it_is(dialog: RareCharacterDialog) -> None:
    dialog.code.setText(" 𫖮 ")
    assert dialog.chosen == "𫖮"


def test_private_and_unprintable_characters_are_named_with_advice(dialog: RareCharacterDialog) -> None:
    dialog.code.setText("E81E")
    assert "自造字" in dialog.told.text()
    assert "U+9FB4" in dialog.told.text()
    dialog.code.setText("323B0")
    assert "无法打印" in dialog.told.text()
    assert dialog.ok_button.isEnabled(), "a name is a name, printable or not"


def test_a_character_of_the_office_is_chosen_from_the_keyboard(dialog: RareCharacterDialog) -> None:
    assert [dialog.known.item(row).text() for row in range(dialog.known.count())] == list(KNOWN)
    dialog.known.setFocus()
    QTest.keyClick(dialog.known, Qt.Key.Key_Right)
    assert dialog.sample.text() == dialog.known.currentItem().text()
    QTest.keyClick(dialog.known, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen in KNOWN


def test_lists_without_characters_are_not_there(qtbot: QtBot) -> None:
    made = RareCharacterDialog([], ())
    qtbot.addWidget(made)
    made.show()
    assert made.recent.isHidden()
    assert made.known.isHidden()
    assert not made.ok_button.isEnabled()


@pytest.fixture
def while_it_asks(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Callable[[Act], None]:
    """Act on the next dialog instead of waiting for a person."""

    def then(act: Act) -> None:
        def asked(dialog: RareCharacterDialog) -> int:
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(RareCharacterDialog, "exec", asked)

    return then


def test_what_was_chosen_last_comes_first_and_once(
    settings: QSettings, while_it_asks: Callable[[Act], None]
) -> None:
    for char in ("𫖮", "\U00030000", "𫖮"):
        while_it_asks(lambda dialog, char=char: (dialog.code.setText(char), dialog.accept()))
        assert ask_rare_character((), settings, None) == char
    assert recent_characters(settings) == ["𫖮", "\U00030000"]
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert recent_characters(again) == ["𫖮", "\U00030000"]


def test_giving_up_remembers_nothing(settings: QSettings, while_it_asks: Callable[[Act], None]) -> None:
    while_it_asks(lambda dialog: (dialog.code.setText("𫖮"), dialog.reject()))
    assert ask_rare_character((), settings, None) == ""
    assert recent_characters(settings) == []


def test_only_so_many_are_remembered(settings: QSettings, while_it_asks: Callable[[Act], None]) -> None:
    for code in range(0x20000, 0x20000 + MOST_RECENT + 3):
        while_it_asks(lambda dialog, code=code: (dialog.code.setText(chr(code)), dialog.accept()))
        ask_rare_character((), settings, None)
    assert len(recent_characters(settings)) == MOST_RECENT
