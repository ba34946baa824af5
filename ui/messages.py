"""The one message box: plain words, Chinese buttons, and one door that tests can watch."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from mediator.domain.errors import MediatorError

Choice = tuple[str, str]
WIDEST_EM = 26
UNSAVED = "这一页还没有保存。"


class Messages(Protocol):
    """What pages and dialogs may ask of the person; always handed in, never imported."""

    def tell(self, text: str, detail: str = "") -> None:
        """Something that should be known."""
        ...

    def warn(self, text: str, detail: str = "") -> None:
        """Something that did not work, and what to do."""
        ...

    def refuse(self, error: MediatorError) -> None:
        """A refusal of the product in the words of its code."""
        ...

    def ask(self, text: str, yes: str, no: str = "取消", detail: str = "") -> bool:
        """A question with two answers; Esc and Enter both mean no."""
        ...

    def choose(self, text: str, choices: Sequence[Choice], safe: str, detail: str = "") -> str:
        """A question with several answers (key, word); Esc and Enter give the safe key."""
        ...


def may_leave(
    messages: Messages,
    text: str,
    *,
    save: Callable[[], bool],
    drop: Callable[[], object],
    save_word: str = "保存",
) -> bool:
    """Ask what becomes of words that were not saved; True when they are saved or dropped, so one may go."""
    choices = [("save", save_word), ("drop", "不保存"), ("stay", "继续填写")]
    answer = messages.choose(text, choices, safe="stay")
    if answer == "drop":
        drop()
    return answer == "drop" or (answer == "save" and save())


class BoxMessages:
    """Messages as boxes over the active window."""

    def __init__(self, parent: QWidget | None, words: Callable[[MediatorError], str]) -> None:
        self._parent = parent
        self._words = words

    def tell(self, text: str, detail: str = "") -> None:
        """Show a box with one button."""
        self._show(QMessageBox.Icon.Information, text, [("ok", "知道了")], "ok", detail)

    def warn(self, text: str, detail: str = "") -> None:
        """Show a box with one button and a sign of attention."""
        self._show(QMessageBox.Icon.Warning, text, [("ok", "知道了")], "ok", detail)

    def refuse(self, error: MediatorError) -> None:
        """Say a refusal in words."""
        self.warn(self._words(error))

    def ask(self, text: str, yes: str, no: str = "取消", detail: str = "") -> bool:
        """Ask; True only for the yes button itself."""
        answers = [("yes", yes), ("no", no)]
        return self._show(QMessageBox.Icon.Question, text, answers, "no", detail) == "yes"

    def choose(self, text: str, choices: Sequence[Choice], safe: str, detail: str = "") -> str:
        """Ask for one of several answers."""
        return self._show(QMessageBox.Icon.Question, text, choices, safe, detail)

    def _show(
        self, picture: QMessageBox.Icon, text: str, choices: Sequence[Choice], safe: str, detail: str
    ) -> str:
        box = make_box(self._parent, picture, text, choices, safe, detail)
        box.exec()
        clicked = box.clickedButton()
        return clicked.objectName() if clicked is not None else safe


def make_box(
    parent: QWidget | None,
    picture: QMessageBox.Icon,
    text: str,
    choices: Sequence[Choice],
    safe: str,
    detail: str,
) -> QMessageBox:
    """A box whose words are never markup; Esc is the safe answer, and Enter until one goes to another."""
    box = QMessageBox(parent)
    box.setWindowTitle("调解工作台")
    box.setIcon(picture)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    _give_room(box)
    for key, word in choices:
        role = QMessageBox.ButtonRole.RejectRole if key == safe else QMessageBox.ButtonRole.AcceptRole
        made = box.addButton(word, role)
        made.setObjectName(key)
        if key == safe:
            box.setDefaultButton(made)
            box.setEscapeButton(made)
    return box


def _give_room(box: QMessageBox) -> None:
    """Every line of the words is seen: Qt reckons with the height before the style sheet's larger type."""
    for name in ("qt_msgbox_label", "qt_msgbox_informativelabel"):
        label = box.findChild(QLabel, name)
        if label is None or not label.text():
            continue
        label.ensurePolished()
        label.setWordWrap(True)
        widest = label.fontMetrics().horizontalAdvance("中") * WIDEST_EM
        words = label.fontMetrics().size(0, label.text()).width()
        width = min(words + label.fontMetrics().horizontalAdvance("中"), widest)
        label.setMinimumSize(width, label.heightForWidth(width))
