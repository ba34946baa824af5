"""The clause of one duty: worded from it, edited by hand where wished, marked when they part."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.text_edit import LongText


class ClauseBox(QWidget):
    """Gives (wording, worded_from): both empty while the clause is the one worded from the duty."""

    changed = Signal()

    def __init__(self, worded: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worded = worded
        self._from = ""
        self._discarded = False
        self.preview = plain_label("", parent=self, wrap=True, selectable=True)
        self.text = LongText(self, lines=5)
        self.text.edit.setAccessibleName("条款")
        self.edit_button = button("改写", self.edit, role="link", parent=self)
        self.back_button = button("恢复自动条款", self.discard, role="link", parent=self)
        self.banner = Banner(self)
        self._build()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.take_back)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.text.changed.connect(self._on_changed)
        self.set_value("", "")

    def value(self) -> tuple[str, str]:
        """(the hand's wording, the clause it was edited from)."""
        wording = self.text.value()
        if not self.editing or not wording or wording == self._worded():
            return "", ""
        return wording, self._from

    def set_value(self, wording: str, worded_from: str) -> None:
        """Show a clause edited by hand, or the one worded from the duty."""
        self._from, self._discarded = worded_from, False
        self.text.set_value(wording)
        self._show(bool(wording))
        self.refresh()

    @property
    def editing(self) -> bool:
        """Whether the clause is a hand's."""
        return not self.text.isHidden()

    @property
    def stale(self) -> bool:
        """Whether the hand's clause was edited from something else than the duty says now."""
        return bool(self.value()[0]) and self._worded() != self._from

    def refresh(self) -> None:
        """The duty may say something else now."""
        self.preview.setText(self._worded())
        if self._discarded:
            self.banner.say("已恢复自动条款，改写的条款还在。", Tone.QUIET, "撤销", self.take_back)
        elif self.stale:
            self.banner.say(
                "义务改过了，改写的条款可能与义务不一致，请对照。", Tone.ATTENTION, "已核对，保留", self.keep
            )
        else:
            self.banner.clear()

    def edit(self) -> None:
        """Start from the clause as it is worded now."""
        self._from, self._discarded = self._worded(), False
        self.text.set_value(self._from)
        self._show(True)
        self.refresh()
        self.text.edit.setFocus()

    def keep(self) -> None:
        """The hand's clause was read again and fits the duty as it is now."""
        self._from = self._worded()
        self.refresh()
        self.changed.emit()

    def discard(self) -> None:
        """Take the clause that is worded from the duty; the hand's is kept until the case is shown anew."""
        self._discarded = bool(self.value()[0])
        self._show(False)
        self.refresh()
        self.edit_button.setFocus()
        self.changed.emit()

    def take_back(self) -> None:
        """Take the hand's clause again after all, as after Ctrl+Z."""
        if self._discarded:
            self._discarded = False
            self._show(True)
            self.refresh()
            self.text.edit.setFocus()
            self.changed.emit()

    def raw(self) -> object:
        """What stands here right now: the hand's words to the letter, and what they were edited from."""
        wording, worded_from = self.value()
        return [str(self.text.raw()) if wording else "", worded_from]

    def set_raw(self, raw: Sequence[str]) -> None:
        """Put back what a hand wrote, or the clause worded from the duty."""
        self.set_value(*raw)

    def words(self) -> str:
        """The clause as it stands."""
        return self.value()[0] or self._worded()

    def _show(self, editing: bool) -> None:
        self.text.setVisible(editing)
        self.back_button.setVisible(editing)
        self.edit_button.setVisible(not editing)

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(plain_label("条款", "label", self))
        head.addWidget(self.edit_button)
        head.addWidget(self.back_button)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.preview)
        layout.addWidget(self.banner)
        layout.addWidget(self.text)
