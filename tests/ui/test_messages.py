"""The one message box."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from mediator.domain.errors import MediatorError
from tests.ui.conftest import Recorder
from ui.messages import BoxMessages, make_box, may_leave

ANSWERS = [("save", "保存"), ("drop", "不保存"), ("stay", "继续填写")]


def answer_with(action: str) -> None:
    """Answer the next box by a key or a click, once it is open."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or box.focusWidget() is None:
            QTimer.singleShot(10, act)
        elif action == "tab, enter":
            QTest.keyClick(box, Qt.Key.Key_Backtab)
            QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return)
        elif action in {"esc", "enter"}:
            QTest.keyClick(box, Qt.Key.Key_Escape if action == "esc" else Qt.Key.Key_Return)
        else:
            next(one for one in box.buttons() if one.objectName() == action).click()

    QTimer.singleShot(0, act)


def test_only_the_yes_button_is_a_yes(qtbot: QtBot) -> None:
    box = BoxMessages(None, str)
    for action, answer in (("yes", True), ("no", False), ("esc", False), ("enter", False)):
        answer_with(action)
        assert box.ask("要封存吗？", "封存") is answer


def test_several_answers(qtbot: QtBot) -> None:
    box = BoxMessages(None, str)
    for action, answer in (("save", "save"), ("drop", "drop"), ("esc", "stay"), ("enter", "stay")):
        answer_with(action)
        assert box.choose("还没有保存。", ANSWERS, safe="stay") == answer


def test_enter_presses_the_answer_one_has_gone_to(qtbot: QtBot) -> None:
    answer_with("tab, enter")
    assert BoxMessages(None, str).choose("还没有保存。", ANSWERS, safe="stay") == "drop"


def test_a_box_shows_words_as_they_are_in_chinese(qtbot: QtBot) -> None:
    box = make_box(None, QMessageBox.Icon.Warning, "<b>张三</b>", ANSWERS, "stay", "详情")
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert [one.text() for one in box.buttons()] == ["保存", "不保存", "继续填写"]
    assert box.defaultButton().objectName() == box.escapeButton().objectName() == "stay"
    assert box.windowTitle() == "调解工作台"


def test_refusals_are_said_in_words(qtbot: QtBot) -> None:
    box = BoxMessages(None, lambda error: f"不能：{error.code}")
    seen: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QMessageBox)
        seen.append(shown.text())
        shown.accept()

    QTimer.singleShot(50, look)
    box.refuse(MediatorError("x"))
    QTimer.singleShot(50, look)
    box.tell("已导出")
    assert seen == ["不能：x", "已导出"]


def test_the_recorder_answers_as_told(messages: Recorder) -> None:
    messages.expect("yes")
    messages.expect("drop")
    assert messages.ask("一", "好")
    assert messages.choose("二", ANSWERS, safe="stay") == "drop"
    assert messages.said == ["一", "二"]


@pytest.mark.parametrize(
    ("answer", "saves", "leaves", "done"),
    [
        ("save", True, True, ["save"]),
        ("save", False, False, ["save"]),
        ("drop", True, True, ["drop"]),
        ("stay", True, False, []),
    ],
)
def test_one_leaves_when_words_are_saved_or_dropped(
    messages: Recorder, answer: str, saves: bool, leaves: bool, done: list[str]
) -> None:
    acts: list[str] = []

    def save() -> bool:
        acts.append("save")
        return saves

    messages.expect(answer)
    assert may_leave(messages, "没有保存", save=save, drop=lambda: acts.append("drop")) is leaves
    assert acts == done


def test_a_long_question_is_seen_whole(qtbot: QtBot) -> None:
    text = "卷宗自查还有 5 项应改。归档后，本案的内容不能再改。确定归档吗？" * 2
    box = make_box(None, QMessageBox.Icon.Question, text, [("yes", "归档"), ("no", "取消")], "no", "")
    qtbot.addWidget(box)
    box.show()
    label = box.findChild(QLabel, "qt_msgbox_label")
    assert label is not None
    lines = -(-label.fontMetrics().horizontalAdvance(text) // label.width())
    assert lines > 1
    assert label.minimumHeight() >= lines * label.fontMetrics().height(), "no line of it is cut off"
