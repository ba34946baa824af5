"""The papers of a case: what is printed, what is signed, what is missing; one click shows the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from mediator.casework.archive import mark_printed
from mediator.casework.paper_matter import matter_of
from mediator.casework.seal_paper import seal_paper, unseal_paper
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.casefile import CaseFile, dossier_name
from mediator.domain.errors import MediatorError
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.models.papers import (
    PaperLine,
    Slot,
    by_hand_words,
    missing_words,
    paper_columns,
    paper_lines,
    stale_papers,
)
from ui.models.rows import RowsModel
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.table import ListTable

DOSSIER: Slot = ("dossier", None)


@dataclass(frozen=True)
class Made:
    """A paper that has been made, and from what."""

    matter: Matter
    slot: Slot
    title: str
    data: bytes


class PapersPanel(QWidget):
    """`show_file` shows the papers of a case; `changed` comes after printing and signing."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._matter: Matter | None = None
        self._stale: frozenset[Slot] = frozenset()
        self._making = False
        self.preview: PreviewDialog | None = None
        self.table = ListTable(RowsModel(paper_columns()), self, name="文书")
        self.banner = Banner(self)
        self.missing = Note(self)
        self.by_hand = Note(self)
        self.dossier_button = button("整卷", self.open_dossier, picture="paper", parent=self)
        self.dossier_button.setToolTip("封面、卷内目录和全部文书，装成一份 PDF")
        self._build()
        self.table.clicked.connect(self._on_clicked)
        self.table.opened.connect(self._open)

    def show_file(self, file: CaseFile) -> None:
        """Show the papers of a case as it stands now."""
        if self._matter is None or self._matter.file.id != file.id:
            self._stale = frozenset()
            self.banner.clear()
        self._matter = matter_of(self._services.desk, file)
        self._show()
        if any(mark.sha256 for mark in file.papers):
            matter = self._matter
            self._services.tasks.start(
                lambda _progress: (matter, stale_papers(matter)), self._take_stale, self._leave_unknown
            )

    def lines(self) -> list[PaperLine]:
        """What the list shows."""
        return self.table.rows_model.rows()

    def open_paper(self, key: str, subject_id: int | None = None) -> None:
        """Show one paper, made from the case as it stands."""
        line = next((line for line in self.lines() if line.slot == (key, subject_id)), None)
        if line is not None:
            self._open(line)

    def open_dossier(self) -> None:
        """Show the whole dossier."""
        if self._matter is not None:
            self._make(DOSSIER, "整卷", partial(press.dossier, self._matter))

    def _open(self, line: PaperLine) -> None:
        if self._matter is not None:
            self._make(line.slot, line.ref.title, partial(press.paper, self._matter, *line.slot))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(self.table.rows_model.row(index.row()))

    def _make(self, slot: Slot, title: str, make: Callable[[], bytes]) -> None:
        """Make the bytes aside; a second click while they are made changes nothing."""
        if self._matter is None or self._making or self.preview is not None:
            return
        matter = self._matter
        self._making = True
        self.banner.say(f"正在生成{title}……")
        self._services.tasks.start(
            lambda _progress: Made(matter, slot, title, make()), self._on_made, self._on_not_made
        )

    def _on_made(self, made: Made) -> None:
        self._making = False
        self.banner.clear()
        if self._matter is None or made.matter.file.id != self._matter.file.id:
            return
        file = made.matter.file
        mark = next((mark for mark in file.papers if (mark.key, mark.subject_id) == made.slot), None)
        can_sign = made.slot != DOSSIER and not file.is_archived
        name = f"{file.dossier_number or file.code} {dossier_name(file)} {made.title}"
        paper = Previewed(
            made.title,
            made.data,
            name,
            mark.signed_on if mark else None,
            partial(self._mark_printed, file.id, made.slot),
            partial(self._mark_signed, file.id, made.slot, made.data) if can_sign else None,
        )
        self.preview = PreviewDialog(self._services, paper, self)
        self.preview.finished.connect(self._on_closed)
        self.preview.open()

    def _on_not_made(self, error: Exception) -> None:
        self._making = False
        self.banner.clear()
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _on_closed(self) -> None:
        self.preview = None

    def _mark_printed(self, case_id: int, slot: Slot, digest: str) -> None:
        desk = self._services.desk
        if self._services.attempt(lambda: mark_printed(desk, case_id, *slot, digest)):
            self._after_mark(case_id)

    def _mark_signed(self, case_id: int, slot: Slot, data: bytes, day: date | None) -> bool:
        desk = self._services.desk
        if day is None:
            done = self._services.attempt(lambda: unseal_paper(desk, case_id, *slot))
        else:
            done = self._services.attempt(lambda: seal_paper(desk, case_id, *slot, data, day))
        if done:
            self._after_mark(case_id)
        return done

    def _after_mark(self, case_id: int) -> None:
        if self._matter is not None and self._matter.file.id == case_id:
            self.show_file(self._services.desk.file(case_id))
        self.changed.emit()

    def _take_stale(self, found: tuple[Matter, frozenset[Slot]]) -> None:
        matter, stale = found
        if matter is self._matter and stale != self._stale:
            self._stale = stale
            self._show()

    def _leave_unknown(self, error: Exception) -> None:
        """A paper that cannot be made any more says so when it is opened."""
        if not isinstance(error, MediatorError):
            raise error

    def _show(self) -> None:
        assert self._matter is not None
        here = self.table.currentIndex().row()
        self.table.rows_model.set_rows(paper_lines(self._matter, self._stale))
        if 0 <= here < len(self.lines()):
            self.table.selectRow(here)
        self.missing.say(missing_words(self._matter), Tone.ATTENTION)
        self.by_hand.say(by_hand_words(self._matter))

    def _build(self) -> None:
        sizes = self.table.horizontalHeader()
        sizes.hide()
        sizes.setStretchLastSection(False)
        sizes.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        sizes.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        top = QHBoxLayout()
        top.addWidget(plain_label("文书", "heading", self))
        top.addStretch(1)
        top.addWidget(self.dossier_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.banner)  # below, or the list would jump from under the pointer
        layout.addWidget(self.missing)
        layout.addWidget(self.by_hand)
