"""文书用语: the fixed sentences of a form in the office's own words, with the default one click away."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.set_up import save_settings
from mediator.documents import press
from mediator.documents.form import Form
from mediator.documents.own_words import own_words
from mediator.documents.sample import sample
from mediator.documents.wording import Wording
from mediator.domain.errors import MediatorError, RuleBroken
from mediator.domain.office import Settings
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.messages import may_leave
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.choice import ChoiceField
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.scroll import scrolling
from ui.widgets.sentence_box import SentenceBox

HELP: Final = (
    "在这里改成本单位的说法，以后打印的文书就用它；法律条文的引用请核对后再改。"
    "空着或者“恢复默认”，就用程序自带的说法。"
)
UNSAVED: Final = "这份文书的用语还没有保存。"


def worded_forms() -> dict[str, Form]:
    """The forms that have sentences to change, by key."""
    return {key: form for key, form in press.forms().items() if form.wordings}


class WordingsDialog(TabByLayout, QDialog):
    """One form at a time; nothing typed is lost by choosing another or by Esc."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.preview: PreviewDialog | None = None
        self.setWindowTitle("文书用语")
        self.choice = ChoiceField([], self)
        self.choice.setAccessibleName("文书")
        self.banner = Banner(self)
        self.draft_banner = DraftBanner(self)
        self.form = FieldForm([], self)
        self._body = QVBoxLayout()
        self.save_button = primary_button("保存", self.save, parent=self)
        self.preview_button = button("预览样例", self.show_preview, parent=self)
        self.restore_button = button("全部恢复默认", self.restore_all, parent=self)
        self._key = next(iter(worded_forms()))
        self._build()
        self.choice.changed.connect(self._on_chosen)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self._load()
        services.drafts.watch(
            self,
            lambda: self.form,
            lambda: f"settings:{self._key}",
            lambda: f"文书用语　{worded_forms()[self._key].title}",
            self.draft_banner,
            begun=lambda: self.form.clean,
        )
        self.finished.connect(lambda _result: services.drafts.leave(self))

    def show_form(self, key: str) -> None:
        """Show the sentences of one form."""
        self._key = key
        self._load()

    def values(self) -> dict[str, str]:
        """What stands in the boxes of this form: own words by key, "" for the default."""
        return self.form.values()

    def mark(self, name: str, message: str) -> None:
        """Say under a sentence what is wrong with it, and bring that into sight."""
        self.form.mark(name, message)
        cell = self.form.field(name).parentWidget()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(cell))

    def save(self) -> bool:
        """Keep the words of this form; a refusal is marked at its sentence."""
        self.form.clear_marks()
        if not self.services.attempt(lambda: save_settings(self.services.desk, self._settings()), self):
            return False
        self._load()
        self.banner.say("已保存。以后打印的文书就用这些话。", Tone.GOOD)
        return True

    def restore_all(self) -> None:
        """Set every sentence of this form back to its default; it counts when it is saved."""
        for key in self.form.values():
            box = self.form.field(key)
            if box.text.value() != box.wording.default:
                box.restore()
        self.banner.say("这份文书的每一句都已换回默认，保存后生效。", Tone.ACCENT)

    def show_preview(self) -> None:
        """Show the paper over an invented case, with the words as they stand here, saved or not."""
        self.form.clear_marks()
        form = press.forms()[self._key]
        try:
            settings = self._settings()
            settings = settings.model_copy(update={"wordings": own_words(settings.wordings)})
            data = sample(form, self.services.desk.office(), settings)
        except RuleBroken as refusal:
            self.mark(refusal.field, self.services.words(refusal))
            return
        except MediatorError as refusal:
            self.services.messages.refuse(refusal)
            return
        title = f"{form.title}（样例）"
        self.preview = PreviewDialog(self.services, Previewed(title, data, title), self)
        self.preview.open()

    def reject(self) -> None:
        """Esc, 关闭 and the window's cross ask once about words that were not saved."""
        if self._may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field took does nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def _settings(self) -> Settings:
        before = self.services.desk.settings()
        return before.model_copy(update={"wordings": {**before.wordings, **self.values()}})

    def _may_leave(self) -> bool:
        if not self.form.dirty:
            return True
        return may_leave(self.services.messages, UNSAVED, save=self.save, drop=self._load)

    def _on_chosen(self) -> None:
        wanted = self.choice.value()
        if wanted in worded_forms() and wanted != self._key and self._may_leave():
            self.banner.clear()
            self.show_form(wanted)
        else:
            self.choice.set_value(self._key)

    def _load(self) -> None:
        self.services.drafts.soon()
        own = self.services.desk.settings().wordings
        self.choice.set_options([(key, _named(form, own)) for key, form in worded_forms().items()])
        self.choice.set_value(self._key)
        wordings = worded_forms()[self._key].wordings.values()
        if [one.key for one in wordings] != list(self.form.values()):
            self._show_boxes()
        self.form.set_values({one.key: own.get(one.key, "") for one in wordings})

    def _show_boxes(self) -> None:
        old, wordings = self.form, worded_forms()[self._key].wordings.values()
        self.form = FieldForm([_field(n, one) for n, one in enumerate(wordings, 1)], self, columns=1)
        self.form.submitted.connect(self.save_button.setFocus)
        self._body.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self.form.show()
        if self.isVisible():
            self.form.focus_first()

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        inner = QWidget(self)
        inner.setLayout(self._body)
        self._scroll = scrolling(inner, self)
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.addWidget(self.form)
        self._body.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(plain_label("文书用语", "title", self))
        top.addStretch(1)
        self.choice.setMinimumWidth(em * 22)
        top.addWidget(self.choice)
        bottom = QHBoxLayout()
        bottom.addWidget(self.restore_button)
        bottom.addStretch(1)
        for one in (button("关闭", self.reject, parent=self), self.preview_button, self.save_button):
            bottom.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(plain_label(HELP, "secondary", self, wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.draft_banner)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(bottom)
        room = self.screen().availableSize()
        self.resize(min(em * 60, round(room.width() * 0.95)), min(em * 46, round(room.height() * 0.9)))


def _named(form: Form, own: dict[str, str]) -> str:
    changed = sum(one.key in own for one in form.wordings.values())
    return f"{form.title}（已改 {changed} 句）" if changed else form.title


def _field(number: int, wording: Wording) -> Field:
    return Field(wording.key, f"第 {number} 句", "own", make=lambda: SentenceBox(wording))
