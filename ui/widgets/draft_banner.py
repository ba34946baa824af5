"""Offers what was typed into this form and never saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator.domain.workplace import Draft
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button

Act = Callable[[], object]


class DraftBanner(Banner):
    """Hidden until `offer`; a form that can no longer be written into lets its draft be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_button = button("继续填写", self._take, role="link", parent=self)
        self.drop_button = button("不要了", self._drop, role="link", parent=self)
        self._row.addWidget(self.take_button)
        self._row.addWidget(self.drop_button)
        self._act: Act = _nothing
        self._give_up: Act = _nothing

    def offer(self, draft: Draft, *, take: Act | None, read: Act, drop: Act, changed: bool) -> None:
        """Offer a draft; `changed` says that the form was saved with other words since."""
        self._act, self._give_up = take or read, drop
        self.take_button.setText("查看" if take is None else "继续填写")
        text = f"上次没有保存的内容（{when(draft)}）"
        if take is None:
            text += "，这里已不能再填写，可以查看和复制。"
        elif changed:
            text += "，后来这里又保存过；继续填写时会标出不同之处。"
        if self.isHidden() or self.words.text() != text:
            self.say(text, Tone.ATTENTION if changed else Tone.ACCENT)

    def _take(self) -> None:
        self._act()

    def _drop(self) -> None:
        self._give_up()


def when(draft: Draft) -> str:
    """The day and the time at which something was last typed, as this PC shows time."""
    at = draft.at.astimezone()
    return f"{at.month}月{at.day}日 {at:%H:%M}"


def _nothing() -> None:
    """Until something is offered."""
