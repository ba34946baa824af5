"""A step that holds several records of one kind: hearings, visits, entries of performance."""

from typing import Any

from PySide6.QtWidgets import QButtonGroup

from mediator.domain.casefile import CaseFile
from ui.pages.case.step import FormStep, RecordForm
from ui.services import Services
from ui.widgets.button import PressedByEnter, button
from ui.widgets.flow import FlowLayout

NEW = 0


class RecordsStep(FormStep):
    """A row of records above one form; the last place of the row is a new record."""

    def __init__(self, services: Services, title: str, form: RecordForm, *, noun: str) -> None:
        super().__init__(services, title, form)
        self._noun = noun
        self.chosen = NEW
        self._row = FlowLayout()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._on_asked)
        self.body.insertLayout(2, self._row)
        self.drop_button = button(f"作废这条{noun}", self._on_drop, role="danger", parent=self)
        self.buttons.insertWidget(self.buttons.count() - 1, self.drop_button)

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """(id, short word) of the records on file."""
        raise NotImplementedError

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """What the form shows of a record."""
        raise NotImplementedError

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """What a new record starts with."""
        raise NotImplementedError

    def new_word(self, file: CaseFile) -> str:
        """The word of the new record's place."""
        return f"＋ 新{self._noun}"

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put a record away."""
        raise NotImplementedError

    def show_file(self, file: CaseFile) -> None:
        """Show the case; the chosen record stays chosen while it is there."""
        ids = [record_id for record_id, _ in self.records(file)]
        if self.file is None or self.file.id != file.id:
            self.chosen = ids[-1] if ids else NEW
        elif self.chosen not in ids:
            self.chosen = NEW if not file.is_closed else (ids[-1] if ids else NEW)
        self._fill_row(file)
        self.drop_button.setVisible(self.chosen != NEW and not file.is_closed)
        super().show_file(file)

    def values_of(self, file: CaseFile) -> dict[str, Any]:
        """The chosen record, or a new one."""
        return self.blank_values(file) if self.chosen == NEW else self.record_values(file, self.chosen)

    def choose(self, record_id: int) -> None:
        """Show another record, or a new one."""
        self.chosen = record_id
        if self.file is not None:
            self.show_file(self.file)

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """The record it is about is chosen first."""
        if self.file is not None and record_id in [found for found, _ in self.records(self.file)]:
            self.choose(record_id or NEW)
        super().point_at(field, record_id, words)

    def record(self) -> int:
        """The chosen record."""
        return self.chosen

    def on_record(self) -> object:
        """Nothing of a new record."""
        return None if self.chosen == NEW else super().on_record()

    def open_part(self, _kind: str, record: int) -> bool:
        """Choose the record that a draft belongs to."""
        if self.file is None or record not in [NEW, *(one for one, _ in self.records(self.file))]:
            return False
        if record != self.chosen:
            self.choose(record)
        return True

    def begin_new(self) -> None:
        """Start a new record; one that is already being written is saved, as the filled button says."""
        if self.chosen == NEW and self.dirty():
            self.save()
        elif not self.dirty() or self.may_leave():
            self.choose(NEW)
            self.begin()

    def begin_next(self) -> None:
        """The filled button starts a new record."""
        self.begin_new()

    def choose_saved(self, record_id: int) -> None:
        """Keep the record chosen that was just saved; the page shows the case again."""
        self.chosen = record_id

    def _fill_row(self, file: CaseFile) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        places = list(self.records(file))
        if not file.is_closed:
            places.append((NEW, self.new_word(file)))
        for record_id, word in places:
            made = PressedByEnter(word, self)
            made.setObjectName(f"record-{record_id}")
            made.setProperty("role", "choice")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setChecked(record_id == self.chosen)
            self._group.addButton(made, record_id)
            self._row.addWidget(made)

    def _on_asked(self, record_id: int) -> None:
        if record_id == self.chosen:  # showing it again would take away what is being typed
            return
        if not self.may_leave():
            for made in self._group.buttons():
                made.setChecked(self._group.id(made) == self.chosen)
            return
        self.choose(record_id)

    def _on_drop(self) -> None:
        file, record_id = self.file, self.chosen
        if file is None or record_id == NEW:
            return
        question = f"作废这条{self._noun}？它不再出现在文书里，但改动记录会保留原来的内容。"
        if self.services.messages.ask(question, "作废"):
            self.form.mark_clean()
            self.done(self.services.attempt(lambda: self.drop(file, record_id)))
