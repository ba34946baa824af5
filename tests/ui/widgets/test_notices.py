"""Chips, banners, the link 为什么, and buttons."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.chip import StatusChip
from ui.widgets.label import hairline, plain_label
from ui.widgets.note import Note
from ui.widgets.why import WIDEST, WhyLink


def test_a_status_is_a_word_and_a_picture(qtbot: QtBot) -> None:
    chip = StatusChip("调解中", Tone.ACCENT)
    qtbot.addWidget(chip)
    assert chip.words.text() == "调解中"
    assert not chip.picture.pixmap().isNull()
    before = chip.picture.pixmap().toImage()
    chip.show_status("<b>已超期</b>", Tone.DANGER)
    assert chip.picture.pixmap().toImage() != before
    assert (chip.words.text(), chip.accessibleName()) == ("<b>已超期</b>", "<b>已超期</b>")
    assert chip.words.textFormat() == Qt.TextFormat.PlainText


def test_a_notice_offers_one_way_on_and_goes_away(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    done: list[str] = []
    banner.say("李四测 有过 1 件纠纷", Tone.ATTENTION, "查看", lambda: done.append("查看"))
    assert banner.isVisible()
    banner.findChild(QPushButton, "查看").click()
    assert done == ["查看"]
    banner.say("已保存", Tone.GOOD)
    qtbot.waitUntil(lambda: banner.findChild(QPushButton) is None)
    assert banner.words.text() == "已保存"
    banner.clear()
    assert banner.isHidden()


def test_why_opens_plain_lines(qtbot: QtBot) -> None:
    asked: list[int] = []

    def lines() -> list[str]:
        asked.append(1)
        return ["自 2026年3月15日 起算", "<b>第三十三条</b>" * 20]

    link = WhyLink(lines)
    qtbot.addWidget(link)
    link.move(link.screen().availableGeometry().bottomRight())
    link.show()
    assert asked == []
    link.click()
    popup = link.popup
    assert popup is not None
    labels = popup.findChildren(QLabel)
    assert [label.text() for label in labels] == ["自 2026年3月15日 起算", "<b>第三十三条</b>" * 20]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert all(label.width() <= WIDEST for label in labels)
    room = link.screen().availableGeometry()
    assert room.contains(popup.geometry())
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: link.popup is None)
    assert QApplication.activePopupWidget() is None


def test_buttons_wait_to_be_pressed_themselves(qtbot: QtBot) -> None:
    pressed: list[str] = []
    filled = primary_button("登记", lambda: pressed.append("登记"), picture="new")
    quiet = button("打印", picture="print")
    qtbot.addWidget(filled)
    qtbot.addWidget(quiet)
    filled.click()
    quiet.click()
    assert pressed == ["登记"]
    assert filled.property("role") == "primary"
    assert not filled.autoDefault()
    assert not quiet.icon().isNull()


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    pressed: list[str] = []
    one = button("保存", lambda: pressed.append("保存"))
    qtbot.addWidget(one)
    QTest.keyClick(one, Qt.Key.Key_Return)
    QTest.keyClick(one, Qt.Key.Key_Space)
    assert pressed == ["保存", "保存"]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(one, held)
    assert len(pressed) == 2


def test_words_are_shown_as_they_are(qtbot: QtBot) -> None:
    label = plain_label("<b>张三</b>", "title", wrap=True)
    note = Note()
    line = hairline()
    for widget in (label, note, line):
        qtbot.addWidget(widget)
    assert label.textFormat() == note.textFormat() == Qt.TextFormat.PlainText
    note.say("请填写", Tone.DANGER)
    assert note.text() == "！请填写"
    note.say("")
    assert note.isHidden()
