"""A dialog around a form: nothing typed is ever lost by Esc, and Enter never presses OK."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.errors import MediatorError, RuleBroken
from ui.dialogs.help import HelpDialog
from ui.drafts import DraftKeeper
from ui.messages import Messages
from ui.tab_order import TabByLayout
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.form import TWO_COLUMNS_FROM_EM, FieldForm
from ui.widgets.label import plain_label
from ui.widgets.scroll import scrolling

FEW_FIELDS = 5  # up to here one column is calmer than two

Save = Callable[[dict[str, Any]], object]


class FormDialog(TabByLayout, QDialog):
    """Checks the form, hands its values to `save`, marks what `save` refuses; `values` are there after OK."""

    help_page = "typing"

    def __init__(
        self,
        title: str,
        form: FieldForm,
        messages: Messages,
        save: Save | None = None,
        *,
        words: Callable[[MediatorError], str] = str,
        ok: str = "保存",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.values: dict[str, Any] = {}
        self._messages = messages
        self._save = save
        self._words = words
        self._ok_word = ok
        self.setWindowTitle(title)
        self.banner = Banner(self)
        self.draft_banner = DraftBanner(self)
        self.ok_button = primary_button(ok, self.try_save, parent=self)
        self.cancel_button = button("取消", self.reject, parent=self)
        self._build(title)
        self.form.submitted.connect(self.ok_button.setFocus)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.try_save)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self.form.focus_first()

    def try_save(self) -> None:
        """Close with OK when the form is right and `save` accepts it."""
        self.banner.clear()
        if not self.form.check():
            return
        self.values = self.form.values()
        try:
            if self._save is not None:
                self._save(self.values)
        except MediatorError as refusal:
            self._mark(refusal)
            return
        self.form.mark_clean()
        self.accept()

    def keep_drafts(self, drafts: DraftKeeper, key: str, title: str) -> None:
        """Have what is typed kept until it is saved or given up."""
        drafts.watch(self, lambda: self.form, lambda: key, lambda: title, self.draft_banner)
        self.finished.connect(lambda _result: drafts.leave(self))

    def show_help(self) -> None:
        """Show the page that helps with this dialog."""
        HelpDialog(self.help_page, self).exec()

    def reject(self) -> None:
        """Esc, 取消 and the window's cross all come here; a touched form is asked about once."""
        if not self.form.dirty:
            super().reject()
            return
        answers = [("save", self._ok_word), ("drop", "不保存"), ("stay", "继续填写")]
        answer = self._messages.choose("填写的内容还没有保存。", answers, safe="stay")
        if answer == "save":
            self.try_save()
        elif answer == "drop":
            self.form.mark_clean()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field took does nothing, unless a button has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def _mark(self, refusal: MediatorError) -> None:
        words = self._words(refusal)
        if isinstance(refusal, RuleBroken) and refusal.field in self.form.values():
            self.form.mark(refusal.field, words)
        else:
            self.banner.say(words)

    def _build(self, title: str) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        inner = QWidget(self)
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 8, 0)
        around.addWidget(self.form)
        around.addStretch(1)
        scroll = scrolling(inner, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title", self))
        layout.addWidget(self.banner)
        layout.addWidget(self.draft_banner)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)
        room = self.screen().availableSize()
        wanted = self.form.sizeHint()
        if len(self.form.fields) > FEW_FIELDS:
            wanted.setWidth(em * (TWO_COLUMNS_FROM_EM + 2))
        self.resize(
            min(max(wanted.width() + 60, em * 34), round(room.width() * 0.9)),
            min(wanted.height() + em * 10, round(room.height() * 0.85)),
        )
