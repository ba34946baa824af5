"""材料: evidence, copies and scans of a case; taken by dialog, by dropping and by pasting."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mediator.casework.attach import (
    attach,
    correct_attachment,
    drop_attachment,
    order_attachments,
    read_attachment,
)
from mediator.codes import code_list
from mediator.command import output
from mediator.domain.attachment import Attachment, AttachmentFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import MediatorError
from mediator.domain.facts import build
from ui.attachment_files import Picked, Taken, picked_of, take_in
from ui.attachment_picture import picture, shows
from ui.dialogs.look_at import LookDialog
from ui.file_out import ask_copy_path, ask_files
from ui.open_outside import Outside
from ui.pages.case.people_here import party_options
from ui.pages.case.records_step import RecordsStep
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.attachment_box import AttachmentBox
from ui.widgets.button import button
from ui.widgets.count_edit import CountField
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import in_short, plain_label

Loaded = tuple[int, bytes, QImage | None]
THUMB_SIDE = 600
LONGEST_TITLE = 12


class AttachmentStep(RecordsStep):
    """Pieces one by one; `ask_files` and `ask_copy` are the doors to the system."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "材料", FieldForm(_fields()), noun="材料")
        self.ask_files: Callable[[QWidget], list[Path]] = ask_files
        self.ask_copy: Callable[[QWidget, str], Path | None] = ask_copy_path
        self.outside = Outside(services.messages)
        self.add_button = button("添加文件…", self.add_files, picture="new", parent=self)
        self.paste_button = button("粘贴", self.paste, parent=self)
        self.paste_button.setToolTip("粘贴复制的图片或文件（Ctrl+V）")
        self.box = AttachmentBox(self)
        self.box.asked.connect(self._on_asked_of_file)
        self._turn = 0
        self.heading.hide()
        self.setAcceptDrops(True)
        self.drop_hint = plain_label("也可以把文件直接拖到这里。", "secondary", self, wrap=True)
        self._build_top()
        for line in self.form.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # it would take a dropped file for the words of its path
        paste = QShortcut(QKeySequence.StandardKey.Paste, self, self.paste)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def add_files(self) -> None:
        """Ask for files and take them in."""
        self.take([Picked(path.name, path) for path in self.ask_files(self)])

    def paste(self) -> None:
        """Take in the picture or the files that were copied."""
        name = f"粘贴的图片 {self.services.desk.now():%Y-%m-%d %H%M%S}"
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was copied
        files = picked_of(copied, name) if copied is not None else []
        if files:
            self.take(files)
        else:
            self.banner.say("剪贴板里没有图片或文件。先复制，再粘贴。", Tone.ATTENTION)

    def take(self, files: Sequence[Picked]) -> None:
        """Take in several files, aside; what was typed is asked about first."""
        file = self.file
        if not files or file is None or file.is_closed or not self.may_leave():
            return
        desk = self.services.desk
        self.add_button.setEnabled(False)
        task = self.services.tasks.start(
            lambda progress: take_in(desk, file.id, files, progress), self._on_taken, self._on_not_taken
        )
        task.progressed.connect(self._say_progress)
        task.cancelled.connect(lambda: self._on_taken(Taken(file.id, [], [])))
        self.banner.say("正在添加……", Tone.ACCENT, "停止", task.cancel)

    def show_file(self, file: CaseFile) -> None:
        """Show the pieces of a case, and the file of the chosen one."""
        self.form.field("party").set_options(party_options(file))
        super().show_file(file)
        piece = self._piece()
        self._turn = piece.turn if piece else 0
        for made in (self.add_button, self.paste_button, self.drop_hint):
            made.setVisible(not file.is_closed)
        place = (piece.ordinal if piece else 0, len(file.attachments))
        self.box.show_piece(piece, editable=not file.is_closed, place=place)
        if piece is not None and piece.has_file:
            self._load(piece)

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The pieces in their order."""
        return [(one.id, f"{one.ordinal} {in_short(one.title, LONGEST_TITLE)}") for one in file.attachments]

    def new_word(self, file: CaseFile) -> str:
        """A piece without a file, as a thing or an original that stays with its owner."""
        return "＋ 只登记、不附文件"

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A piece as the form shows it."""
        one = next(one for one in file.attachments if one.id == record_id)
        values = one.model_dump(include=set(AttachmentFacts.model_fields))
        shown = {
            "party": str(one.party) if one.party is not None else "",
            "pages": str(one.pages) if one.pages is not None else "",
        }
        return values | shown

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new piece: evidence, received today."""
        blank = AttachmentFacts(title="", received_on=self.services.desk.today(), form="original")
        return blank.model_dump() | {"party": "", "pages": ""}

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add a piece without a file, or correct one; what the form does not show stays."""
        piece = self._piece()
        kept = {} if piece is None else piece.model_dump(include=set(AttachmentFacts.model_fields))
        party = int(values["party"]) if values["party"] else None
        facts = build(AttachmentFacts, kept | values | {"party": party, "turn": self._turn})
        if piece is None:
            self.choose_saved(attach(self.services.desk, file.id, facts))
        else:
            correct_attachment(self.services.desk, file.id, piece.id, facts)

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the piece away; its file stays in the data folder."""
        drop_attachment(self.services.desk, file.id, record_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures are welcome until the case is archived."""
        mime = event.mimeData()
        if self.file is not None and not self.file.is_closed and (mime.hasUrls() or mime.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        event.acceptProposedAction()
        self.take(picked_of(event.mimeData(), f"拖入的图片 {self.services.desk.now():%Y-%m-%d %H%M%S}"))

    def _piece(self) -> Attachment | None:
        pieces = self.file.attachments if self.file else ()
        return next((one for one in pieces if one.id == self.chosen), None)

    def _load(self, piece: Attachment) -> None:
        """Read the bytes aside: that checks them, and shows what they are a picture of."""
        desk = self.services.desk

        def load() -> Loaded:
            data = read_attachment(desk, piece)
            image = picture(piece, data, THUMB_SIDE) if shows(piece.file_name) else None
            return piece.id, data, image

        self.services.tasks.start(
            lambda _progress: load(), self._on_loaded, lambda error: self._on_not_loaded(piece.id, error)
        )

    def _on_loaded(self, loaded: Loaded) -> None:
        piece_id, _data, image = loaded
        if piece_id == self.chosen and image is not None:
            self.box.show_picture(image)

    def _on_not_loaded(self, piece_id: int, error: Exception) -> None:
        words = self.services.explain(error)
        if piece_id == self.chosen:
            self.box.show_fault(words)

    def _on_asked_of_file(self, what: str) -> None:
        if what in ("up", "down"):
            self._shift(-1 if what == "up" else 1)
        elif what == "turn":
            self._turn = (self._turn + 90) % 360
            if not self.save():
                self._turn = (self._turn - 90) % 360
        else:
            self._use(what)

    def _use(self, what: str) -> None:
        """Look at the file, open a copy with another program, or write one where the person wants it."""
        piece = self._piece()
        if piece is None:
            return
        try:
            data = read_attachment(self.services.desk, piece)
            if what == "open":
                self.outside.open(piece, data)
            elif what == "look":
                LookDialog(self.services, piece, data, self).exec()
            elif (path := self.ask_copy(self, piece.file_name)) is not None:
                output.write(path, data)
                self.banner.say(f"已另存到 {path}", Tone.GOOD)
        except MediatorError as refusal:
            self.services.messages.refuse(refusal)

    def _shift(self, step: int) -> None:
        file, piece = self.file, self._piece()
        if file is None or piece is None or not self.may_leave():
            return
        ids = [one.id for one in file.attachments]
        here = ids.index(piece.id)
        ids.insert(here + step, ids.pop(here))
        self.done(self.services.attempt(lambda: order_attachments(self.services.desk, file.id, ids)))

    def _say_progress(self, done: int, total: int, word: str) -> None:
        if total > 1:
            self.banner.words.setText(f"正在添加第 {done + 1} 个，共 {total} 个：{word}")

    def _on_taken(self, taken: Taken) -> None:
        self.add_button.setEnabled(True)
        self.banner.clear()
        if self.file is None or self.file.id != taken.case_id:
            return
        if taken.ids:
            self.chosen = taken.ids[0]
            self.services.saved()
        self.saved.emit()
        self.begin()
        if taken.refused:
            lines = [f"{name}：{self.services.words(refusal)}" for name, refusal in taken.refused]
            self.banner.say("\n".join(["这些文件没有添加：", *lines]), Tone.DANGER)
        elif taken.ids:
            self.banner.say(f"已添加 {len(taken.ids)} 份材料。请核对名称、种类和提交人。", Tone.GOOD)

    def _on_not_taken(self, error: Exception) -> None:
        self.add_button.setEnabled(True)
        self.banner.say(self.services.explain(error), Tone.DANGER)

    def _build_top(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.paste_button)
        row.addWidget(self.drop_hint, 1)
        self.body.insertLayout(2, row)
        self.body.insertWidget(4, self.box)


def _fields() -> list[Field]:
    return [
        Field("title", "名称", required=True, wide=True, hint="如：租赁合同复印件"),
        Field("kind", "种类", "choice", code_list("attachment_kind").pairs(), required=True),
        Field("form", "形式", "choice", code_list("evidence_form").pairs()),
        Field("party", "提交人", "choice"),
        Field("received_on", "收到日期", "date"),
        Field("pages", "页数", "own", make=lambda: CountField(unit="页", most=9999)),
        Field("proves", "证明什么", wide=True),
        Field("note", "备注", wide=True),
    ]
