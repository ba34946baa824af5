"""The phrases of one kind of field: reworded, shared with the office, or dropped."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from mediator.casework.offer_phrases import Offered, drop_starter, offered
from mediator.casework.phrases import drop_phrase, save_phrase
from mediator.starters import place_title
from ui.messages import UNSAVED, may_leave
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import in_short, plain_label

WHOSE = (("own", "自己用"), ("office", "全单位用"))
LONGEST = 38
NEW = -1


class PhrasesDialog(TabByLayout, QDialog):
    """A list above, the chosen phrase below; a starter that is reworded becomes one's own."""

    def __init__(self, services: Services, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._place = services, place
        self._phrases: list[Offered] = []
        self._here = NEW
        self.setWindowTitle("常用语")
        self.list = QListWidget(self)
        self.list.setAccessibleName("常用语")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = FieldForm(
            [
                Field("text", "内容", "long", lines=4, required=True),
                Field("whose", "谁用", "choice", WHOSE, required=True),
            ],
            self,
            columns=1,
        )
        self.save_button = button("保存", self.save, parent=self)
        self.drop_button = button("删除", self.drop, role="danger", parent=self)
        self._build()
        self.list.currentRowChanged.connect(self._on_row)
        self.form.submitted.connect(self.save_button.setFocus)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self.fill()

    def fill(self, row: int = 0) -> None:
        """Read the phrases again and show one of them."""
        self._phrases = offered(self._services.desk, self._place)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_line(phrase) for phrase in self._phrases])
        self.list.blockSignals(False)
        self._show(min(row, len(self._phrases) - 1))

    def add(self) -> None:
        """Begin a phrase of one's own."""
        if self.may_go():
            self._show(NEW)
            self.form.focus_first()

    def save(self) -> bool:
        """Keep the phrase as it stands below."""
        if not self.form.check():
            return False
        values = self.form.values()
        own = values["whose"] == "own"
        phrase_id = None if self._here == NEW else self._phrases[self._here].id
        verb = partial(
            save_phrase, self._services.desk, self._place, values["text"], own=own, phrase_id=phrase_id
        )
        if not self._services.attempt(verb, self.form):
            return False
        self.form.mark_clean()
        self.fill(max(self._here, 0))
        return True

    def drop(self) -> None:
        """Offer the phrase no more."""
        if self._here == NEW or not self._services.messages.ask("删除这条常用语？", "删除"):
            return
        phrase, desk = self._phrases[self._here], self._services.desk
        verb = partial(drop_starter, desk, self._place, phrase.text)
        if phrase.id is not None:
            verb = partial(drop_phrase, desk, phrase.id)
        if self._services.attempt(verb):
            self.form.mark_clean()
            self.fill(self._here)

    def may_go(self) -> bool:
        """Ask once about words that were not saved."""
        return not self.form.dirty or may_leave(
            self._services.messages, UNSAVED, save=self.save, drop=self.form.mark_clean
        )

    def reject(self) -> None:
        """Esc and 关闭 lose no words."""
        if self.may_go():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _on_row(self, row: int) -> None:
        if row == self._here:
            return
        if self.may_go():
            self._show(row)
        else:
            self._mark_row()

    def _show(self, row: int) -> None:
        self._here = row
        phrase = Offered("", own=True) if row == NEW else self._phrases[row]
        own = phrase.own or phrase.id is None
        self.form.set_values({"text": phrase.text, "whose": "own" if own else "office"})
        self.drop_button.setEnabled(row != NEW)
        self._mark_row()

    def _mark_row(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._here)
        self.list.blockSignals(False)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        for one in (button("＋ 新常用语", self.add, parent=self), self.save_button, self.drop_button):
            buttons.addWidget(one)
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label(f"常用语　{place_title(self._place)}", "title", self))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        room = self.screen().availableSize()
        self.resize(min(em * 50, round(room.width() * 0.9)), min(em * 36, round(room.height() * 0.85)))


def _line(phrase: Offered) -> str:
    whose = "自带" if phrase.id is None else "自己" if phrase.own else "单位"
    return f"{whose}　{in_short(' '.join(phrase.text.split()), LONGEST)}"
