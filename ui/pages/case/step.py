"""One step of the case page: a form over part of the case, with its own 保存."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.casefile import CaseFile, sides
from ui.messages import UNSAVED, may_leave
from ui.services import Services
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.form import FieldForm
from ui.widgets.label import hairline, plain_label
from ui.widgets.part_form import PartForm
from ui.widgets.phrase_link import offer_phrases
from ui.widgets.scroll import scrolling

RecordForm = FieldForm | PartForm  # a PartForm here also takes values


class StepPane(QWidget):
    """What the page asks of every step; `saved` tells it to read the case again."""

    saved = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.file: CaseFile | None = None

    def show_file(self, file: CaseFile) -> None:
        """Show a case as it stands; what was typed and not saved is replaced."""
        self.file = file
        self.services.drafts.soon()

    def keep_drafts(self, name: str) -> None:
        """Have what is typed here kept under the name of this step."""

    def open_part(self, _kind: str, _record: int) -> bool:
        """Show the part that a draft belongs to; False where it is gone."""
        return True

    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return False

    def save(self) -> bool:
        """Save what was typed; False when it was refused and stays on the form."""
        return True

    def begin(self) -> None:
        """Put the keyboard where this step is usually continued."""

    def begin_next(self) -> None:
        """What the filled button does on this step: words that are being written are saved first."""
        if self.dirty():
            self.save()
        else:
            self.begin()

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """Go to where something is mended and say there what it is."""
        self.begin()

    def may_leave(self) -> bool:
        """Ask once about words that were not saved."""
        if not self.dirty():
            return True
        return may_leave(self.services.messages, UNSAVED, save=self.save, drop=self._drop)

    def _drop(self) -> None:
        if self.file is not None:
            self.show_file(self.file)


class Step(StepPane):
    """Shows its part of a case and saves it, with buttons that are always in sight."""

    def __init__(self, services: Services, title: str, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        inner = QWidget(self)
        self.banner = Banner(inner)
        self.draft_banner = DraftBanner(inner)
        self.draft_word = ""  # what a draft of this form is called, where the heading does not say it
        self.heading = plain_label(title, "heading", inner)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(10)
        self.body.addWidget(self.heading)
        notices = QVBoxLayout()
        notices.setSpacing(6)
        notices.addWidget(self.banner)
        notices.addWidget(self.draft_banner)
        self.body.addLayout(notices)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(16, 8, 16, 8)
        self.buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._scroll = scrolling(inner)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(hairline(self))
        layout.addLayout(self.buttons)  # outside the scroll area: 保存 is always in sight

    def show_file(self, file: CaseFile) -> None:
        """Show a case as it stands; what was typed and not saved is replaced."""
        if self.file is not None and self.file.id != file.id:
            self._scroll.verticalScrollBar().setValue(0)
        super().show_file(file)
        self.banner.clear()
        if file.is_archived:
            self.banner.say("本案已归档，内容不能再改。文书仍可查看和打印。")

    def drafted(self) -> RecordForm | None:
        """The form whose words are kept while they are typed."""
        return None

    def record(self) -> int:
        """Which record the form shows, 0 for a new one or the only one."""
        return 0

    def on_record(self) -> object:
        """What a draft of this form was begun from; None where nothing is on record yet."""
        form = self.drafted()
        return form.clean if form is not None else None

    def draft_title(self) -> str:
        """What the draft is called where it is offered."""
        head = f"{sides(self.file)}　" if self.file is not None else ""
        return f"{head}{self.draft_word or self.heading.text()}"

    def keep_drafts(self, name: str) -> None:
        """Have what is typed into the form kept."""
        form = self.drafted()
        if form is None:
            return
        self.services.drafts.watch(
            self,
            lambda: form,
            lambda: f"case:{self.file.id}:{name}:{self.record()}" if self.file is not None else "",
            self.draft_title,
            self.draft_banner,
            begun=self.on_record,
            is_open=form.isEnabled,
        )

    def done(self, worked: bool) -> bool:
        """Pass on whether a verb worked, and tell the page when it did."""
        if worked:
            self.saved.emit()
        return worked


class PartStep(Step):
    """A step around a form of several parts."""

    def __init__(self, services: Services, title: str, form: PartForm, *, save_word: str = "保存") -> None:
        super().__init__(services, title)
        self.part = form
        self.save_button = button(save_word, self.save, parent=self)
        self.body.addWidget(form)
        self.buttons.addWidget(self.save_button)
        self.buttons.addStretch(1)
        self.body.addStretch(1)
        form.submitted.connect(self.save_button.setFocus)

    def drafted(self) -> RecordForm | None:
        """The parts together."""
        return self.part

    def set_open(self, is_open: bool) -> None:
        """Let the form be typed into, or only be read."""
        self.part.setEnabled(is_open)
        self.save_button.setEnabled(is_open)

    def dirty(self) -> bool:
        """Whether something was touched."""
        return self.part.dirty

    def begin(self) -> None:
        """Go to the first field."""
        self.part.focus_first()

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """Say it at the field, where the form has it."""
        if field in self.part.values():
            self.part.mark(field, words)
        else:
            self.begin()

    def write(self, file: CaseFile) -> None:
        """Do the verb of this step."""
        raise NotImplementedError

    def save(self) -> bool:
        """Check the form and do the verb."""
        file = self.file
        if file is None or not self.part.check():
            return False
        return self.done(self.part.attempt(lambda: self.write(file)))


class FormStep(Step):
    """A step with one form and one 保存."""

    def __init__(self, services: Services, title: str, form: RecordForm, *, save_word: str = "保存") -> None:
        super().__init__(services, title)
        self.form: Any = form  # what a step asks of its own form, only that step knows
        for part in [form] if isinstance(form, FieldForm) else form.forms():
            offer_phrases(part, services)
        self.save_button = button(save_word, self.save, parent=self)
        self.body.addWidget(form)
        self.buttons.addWidget(self.save_button)
        self.buttons.addStretch(1)
        self.body.addStretch(1)
        self.form.submitted.connect(self.save_button.setFocus)

    def show_file(self, file: CaseFile) -> None:
        """Show a case; an archived one cannot be typed into."""
        super().show_file(file)
        self.form.setEnabled(not file.is_closed)
        self.save_button.setEnabled(not file.is_closed)
        self.form.set_values(self.values_of(file))

    def drafted(self) -> RecordForm | None:
        """The one form."""
        form: RecordForm = self.form
        return form

    def values_of(self, file: CaseFile) -> dict[str, Any]:
        """What the form shows of a case."""
        raise NotImplementedError

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Do the verb of this step."""
        raise NotImplementedError

    def dirty(self) -> bool:
        """Whether the form was touched."""
        return bool(self.form.dirty)

    def begin(self) -> None:
        """Go to the first field."""
        self.form.focus_first()

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """Say it at the field, where the form has it."""
        if field in self.form.values():
            self.form.mark(field, words)
        else:
            self.begin()

    def save(self) -> bool:
        """Check the form and do the verb."""
        file = self.file
        if file is None or not self.form.check():
            return False
        values = self.form.values()
        worked = self.services.attempt(lambda: self.write(file, values), self.form)
        if worked:
            self.form.mark_clean()  # or the page would take what is saved for unsaved words
        return self.done(worked)
