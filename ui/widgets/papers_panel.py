"""The papers of a case: what is printed, what is signed, what is missing; one click shows the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from mediator.casework.archive import mark_printed
from mediator.casework.attach import read_attachment
from mediator.casework.paper_matter import matter_of
from mediator.casework.seal_paper import seal_paper, sealed_bytes, unseal_paper
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.attachment import Attachment
from mediator.domain.casefile import CaseFile, PaperMark, dossier_name
from mediator.domain.errors import MediatorError
from ui.attachment_files import Picked, picked_of
from ui.dialogs.look_at import LookDialog
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.models.papers import (
    SCAN,
    PaperLine,
    Slot,
    by_hand_words,
    missing_words,
    paper_columns,
    paper_lines,
    stale_papers,
)
from ui.models.rows import RowsModel
from ui.models.versions import SignedVersion
from ui.scan_files import take_scan
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.table import ListTable

DOSSIER: Slot = ("dossier", None)
SIGN_FIRST = "扫描件归到签了名的文书。请先打开这份文书，标记已签，再添加扫描件。"


@dataclass(frozen=True)
class Made:
    """A paper that has been made, and from what."""

    matter: Matter
    slot: Slot
    title: str
    data: bytes
    as_signed: tuple[str, ...] = ()  # papers of a dossier that are bound as they were signed


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
        self.setAcceptDrops(True)
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
            self._look_for_changes(self._matter)

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The scan of a signed paper may be dropped upon its line."""
        if self._matter is not None and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """File what was dropped upon a line to what was signed last."""
        place = self.table.viewport().mapFrom(self, event.position().toPoint())
        row = self.table.rowAt(place.y())
        if self._matter is None or row < 0:
            return
        event.acceptProposedAction()
        line = self.lines()[row]
        if line.mark is None or line.mark.seal is None:
            self.banner.say(SIGN_FIRST, Tone.ATTENTION)
            return
        for picked in picked_of(event.mimeData(), f"{line.short_title}扫描件"):
            self._take_scan(self._matter.file.id, line.slot, picked)

    def _take_scan(self, case_id: int, slot: Slot, picked: Picked) -> None:
        desk = self._services.desk

        def on_taken(name: str) -> None:
            self.banner.say(f"扫描件已归入：{name}", Tone.GOOD)
            self._after_mark(case_id)

        self._services.tasks.start(
            lambda _progress: take_scan(desk, case_id, slot, picked), on_taken, self._on_not_made
        )

    def _look_for_changes(self, matter: Matter) -> None:
        desk = self._services.desk
        self._services.tasks.start(
            lambda _progress: (matter, stale_papers(matter, desk.history(matter.file.id))),
            self._take_stale,
            self._leave_unknown,
        )

    def _look_at(self, scan: Attachment) -> None:
        """Show the scan of a signed paper inside the program."""
        try:
            data = read_attachment(self._services.desk, scan)
        except MediatorError as refusal:
            self.banner.say(self._services.words(refusal), Tone.DANGER)
            return
        LookDialog(self._services, scan, data, self).open()

    def _open(self, line: PaperLine) -> None:
        if line.scan is not None:
            self._look_at(line.scan)
        elif self._matter is not None:
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
            lambda _progress: Made(matter, slot, title, make(), _as_signed(matter, slot)),
            self._on_made,
            self._on_not_made,
        )

    def _on_made(self, made: Made) -> None:
        self._making = False
        self.banner.clear()
        if self._matter is None or made.matter.file.id != self._matter.file.id:
            return
        paper = self._previewed(made)
        self.preview = PreviewDialog(self._services, paper, self)
        self.preview.finished.connect(self._on_closed)
        self.preview.scan_filed.connect(partial(self._after_mark, made.matter.file.id))
        self.preview.open()

    def _previewed(self, made: Made) -> Previewed:
        """What the preview is told of a paper and what it may do with it."""
        file, slot = made.matter.file, made.slot
        mark = _mark_of(file, slot)
        can_sign = slot != DOSSIER and not file.is_archived and not file.is_removed
        can_scan = slot != DOSSIER and not file.is_removed
        return Previewed(
            made.title,
            made.data,
            f"{file.dossier_number or file.code} {dossier_name(file)} {made.title}",
            mark.signed_on if mark else None,
            partial(self._mark_printed, file.id, slot),
            partial(self._mark_signed, file.id, slot, made.data) if can_sign else None,
            partial(self._versions, file.id, slot),
            partial(_change, made.matter, slot),
            partial(take_scan, self._services.desk, file.id, slot) if can_scan else None,
            _bound_words(made.as_signed),
        )

    def _versions(self, case_id: int, slot: Slot) -> tuple[SignedVersion, ...]:
        desk = self._services.desk
        file = desk.file(case_id)
        mark = _mark_of(file, slot)
        found = []
        for seal in mark.seals if mark else ():
            of = (slot[0], slot[1], seal.version)
            scans = [
                one
                for one in file.attachments
                if (one.paper_key, one.paper_subject, one.paper_version) == of and one.kind == SCAN
            ]
            read = partial(sealed_bytes, desk, seal)
            found.append(SignedVersion(seal.version, seal.signed_on, seal.who, read, len(scans)))
        return tuple(found)

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


def _mark_of(file: CaseFile, slot: Slot) -> PaperMark | None:
    return next((mark for mark in file.papers if (mark.key, mark.subject_id) == slot), None)


def _change(matter: Matter, slot: Slot, signed: bytes) -> tuple[str, str] | None:
    """The first difference between signed bytes and what the case says now."""
    mark = _mark_of(matter.file, slot) or PaperMark(key=slot[0], subject_id=slot[1])
    return press.change_since(matter, mark, signed)


def _as_signed(matter: Matter, slot: Slot) -> tuple[str, ...]:
    return tuple(press.bound_as_signed(matter)) if slot == DOSSIER else ()


def _bound_words(titles: tuple[str, ...]) -> str:
    if not titles:
        return ""
    return f"{'、'.join(titles)}：签名以后案件有改动，卷宗里装的是签名的版本。"
