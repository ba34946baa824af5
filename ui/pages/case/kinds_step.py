"""A step that holds several kinds of records, one of them open: hearings, inquiries, private talks."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediator.domain.casefile import CaseFile
from ui.pages.case.records_step import RecordsStep
from ui.pages.case.step import Step, StepPane
from ui.services import Services
from ui.widgets.label import hairline
from ui.widgets.toggles import Toggles

Kind = tuple[str, str, Step]  # key, word, the step behind it


class KindsStep(StepPane):
    """A row of kinds above the step of the chosen one; the first kind is what the case usually wants."""

    def __init__(
        self,
        services: Services,
        kinds: Sequence[Kind],
        *,
        offered: Callable[[CaseFile], bool] = lambda _file: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, parent)
        self._words = {key: word for key, word, _ in kinds}
        self._steps = {key: step for key, _, step in kinds}
        self._offered = offered
        self.kind = kinds[0][0]
        self.bar = Toggles([(key, word) for key, word, _ in kinds], self, one=True)
        self.bar.set_value([self.kind])
        self.bar.changed.connect(lambda: self.open_kind(self.bar.value()[0]))
        self._edge = hairline(self)  # what is scrolled away ends at a line, not under the buttons
        self._stack = QStackedWidget(self)
        for step in self._steps.values():
            step.heading.hide()
            step.saved.connect(self.saved)
            self._stack.addWidget(step)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 8)
        row.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._edge)
        layout.addWidget(self._stack, 1)

    def keep_drafts(self, name: str) -> None:
        """Have what is typed into any of the kinds kept."""
        for key, step in self._steps.items():
            step.draft_word = self._words[key]
            step.keep_drafts(f"{name}/{key}")

    def open_part(self, kind: str, record: int) -> bool:
        """Open the kind that a draft belongs to."""
        return kind in self._steps and self.open_kind(kind) and self._steps[kind].open_part("", record)

    def part(self, key: str) -> Step:
        """The step of a kind."""
        return self._steps[key]

    def open_kind(self, key: str) -> bool:
        """Open another kind; False when the shown one has words that stay."""
        if key != self.kind and not self._current().may_leave():
            self.bar.set_value([self.kind])
            return False
        self.kind = key
        self.bar.set_value([key])
        if self.file is not None:
            self._show_current(self.file)
        return True

    def show_file(self, file: CaseFile) -> None:
        """Show a case; another case begins with the first kind."""
        if self.file is None or self.file.id != file.id:
            self.kind = next(iter(self._steps))
            self.bar.set_value([self.kind])
        super().show_file(file)
        for part in (self.bar, self._edge):
            part.setVisible(self._offered(file))
        for key, step in self._steps.items():
            count = len(step.records(file)) if isinstance(step, RecordsStep) else 0
            word = f"{self._words[key]} {count}" if count else self._words[key]
            self.bar.button(key).setText(word)
            self.bar.button(key).setAccessibleName(word)
        self._show_current(file)

    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self._current().dirty()

    def save(self) -> bool:
        """Save what was typed."""
        return self._current().save()

    def begin(self) -> None:
        """Go to the open kind's first field."""
        self._current().begin()

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """The open kind says it."""
        self._current().point_at(field, record_id, words)

    def begin_next(self) -> None:
        """The filled button is about the first kind."""
        first = next(iter(self._steps))
        if self.open_kind(first):
            self._steps[first].begin_next()

    def may_leave(self) -> bool:
        """The open kind is asked."""
        return self._current().may_leave()

    def _current(self) -> Step:
        return self._steps[self.kind]

    def _show_current(self, file: CaseFile) -> None:
        step = self._current()
        if not (step.dirty() and step.file is not None and step.file.id == file.id):
            step.show_file(file)
        self._stack.setCurrentWidget(step)
