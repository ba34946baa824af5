"""The preview that is the print: the bytes on screen are those that are printed, saved and written down."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.command import output
from mediator.domain.dates import write_date
from mediator.domain.errors import MediatorError
from ui.attachment_files import Picked, picked_of
from ui.file_out import AskPath, ask_open_path, ask_save_path
from ui.models.versions import NOW, SignedVersion, difference_words
from ui.pdf_view import PdfView
from ui.printing import PrintJob, choose_printer, new_printer, print_pdf
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tasks import Task
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.sign_row import Offer, SignRow
from ui.widgets.version_bar import VersionBar

NO_PRINTER = "这台电脑上没有找到打印机。可以先“另存为 PDF”，再到有打印机的电脑上打印。"


@dataclass(frozen=True)
class Previewed:
    """A paper to look at; `on_printed(sha256)` and `on_signed(day or None)` write down what became of it.

    `versions` tells the signed versions, the first one first, `compare` the first difference between signed
    bytes and the case as it stands, and `on_scan` files the scan of what was signed, aside.
    """

    title: str
    data: bytes
    file_name: str
    signed_on: date | None = None
    on_printed: Callable[[str], object] | None = None
    on_signed: Callable[[date | None], bool] | None = None
    versions: Callable[[], tuple[SignedVersion, ...]] = tuple
    compare: Callable[[bytes], tuple[str, str] | None] | None = None
    on_scan: Callable[[Picked], str] | None = None
    remark: str = ""


class PreviewDialog(TabByLayout, QDialog):
    """Shows one paper, as signed where it is signed; `scan_filed` comes when the scan of it was taken in.

    `choose`, `any_printer`, `ask_path` and `ask_scan` are the doors to the system.
    """

    marked = Signal()
    scan_filed = Signal()

    def __init__(self, services: Services, paper: Previewed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.paper = paper
        self.choose: Callable[[QPrinter, int, QWidget | None], bool] = choose_printer
        self.any_printer: Callable[[], bool] = lambda: bool(QPrinterInfo.availablePrinterNames())
        self.ask_path: AskPath = ask_save_path
        self.ask_scan: Callable[[QWidget, str], Path | None] = ask_open_path
        self._versions = paper.versions()
        self._shown = NOW
        self._data = paper.data
        self._change: tuple[str, str] | None = None  # between what was signed last and now
        self._printing: Task | None = None
        self.setWindowTitle(f"预览 — {paper.title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PdfView(services.tasks, self)
        self.banner = Banner(self)
        self.pages = plain_label("", "secondary", self)
        self.print_button = primary_button("打印…", self.print_paper, picture="print", parent=self)
        self.save_button = button("另存为 PDF", self.save_paper, parent=self)
        self.versions = VersionBar(self)
        self.change = Note(self)
        self.row = SignRow(services.desk.today, self)
        self.sign_day, self.sign_button = self.row.sign_day, self.row.sign_button
        self.signed, self.unsign_button = self.row.signed, self.row.unsign_button
        self._build()
        self.view.page_changed.connect(self._say_page)
        self.view.unreadable.connect(self._say_unreadable)
        for keys, act in (("Ctrl+P", self.print_paper), ("Ctrl+S", self.save_paper)):
            QShortcut(QKeySequence(keys), self, act)
        self.versions.chosen.connect(self.show_version)
        self.row.sign_asked.connect(self.mark_signed)
        self.row.unsign_asked.connect(self._unsign)
        self.row.scan_asked.connect(self.add_scan)
        self.setAcceptDrops(paper.on_scan is not None)
        self.show_version(self._versions[-1].key if self._versions else NOW)
        self._compare()
        self.view.setFocus()

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes on screen."""
        return sha256(self._data).hexdigest()

    def show_version(self, key: str) -> None:
        """Show a signed version, or what the case says now; bytes that are gone are told."""
        version = next((one for one in self._versions if one.key == key), None)
        try:
            data = self.paper.data if version is None else version.read()
        except MediatorError as refusal:
            self.banner.say(self.services.words(refusal), Tone.DANGER)
            key, data = NOW, self.paper.data
        self._shown = key
        if data is not self._data or not self.view.page_count():
            self._data = data
            self.view.show_pdf(data)
        self._show_signed()

    def add_scan(self) -> None:
        """Ask for the scan of what was signed and file it."""
        path = self.ask_scan(self, "scan")
        if path is not None:
            self._take_scan(Picked(path.name, path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped where something was signed."""
        if self._versions and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """File what was dropped."""
        event.acceptProposedAction()
        for picked in picked_of(event.mimeData(), f"{self.paper.title}扫描件"):
            self._take_scan(picked)

    def print_paper(self) -> None:
        """Ask for the printer and send these bytes to it, aside."""
        if self._printing is not None or not self.view.page_count():
            return
        if not self.any_printer():
            self.banner.say(NO_PRINTER, Tone.ATTENTION, "另存为 PDF", self.save_paper)
            return
        printer = new_printer(self.paper.title, self.view.first_size())
        if not self.choose(printer, self.view.page_count(), self):
            return
        job = PrintJob(self._data, printer)
        self.print_button.setEnabled(False)
        task = self.services.tasks.start(
            lambda progress: print_pdf(job, progress), self._on_printed, self._on_not_printed
        )
        task.progressed.connect(self._say_progress)
        task.cancelled.connect(self._on_stopped)
        self._printing = task
        self.banner.say("正在送往打印机……", Tone.ACCENT, "停止", task.cancel)

    def save_paper(self) -> None:
        """Write these bytes to a file of the person's choice."""
        shown = "" if self._shown == NOW else f" 签名第{self._shown}版"
        path = self.ask_path(self, f"{self.paper.file_name}{shown}", "pdf")
        if path is None:
            return
        try:
            output.write(path, self._data)
        except MediatorError as refusal:
            self.services.messages.refuse(refusal)
            return
        self.banner.say(f"已另存到 {path}", Tone.GOOD)

    def mark_signed(self) -> None:
        """Write down the day in the field as the day of signing."""
        if self.sign_day.problem() or self.sign_day.value() is None:
            self.sign_day.tell(self.sign_day.problem() or "请填写签字日期", Tone.DANGER)
            self.sign_day.focus_target().setFocus()
            return
        self._sign(self.sign_day.value())

    def done(self, result: int) -> None:
        """A paper on its way to the printer is waited for, not torn off."""
        if self._printing is not None:
            self.banner.say("还在送往打印机，送完后再关闭。", Tone.ATTENTION, "停止", self._printing.cancel)
            return
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        if self._printing is not None:
            event.ignore()
            self.done(0)
            return
        super().closeEvent(event)

    def _sign(self, day: date | None) -> None:
        if self.paper.on_signed is None or not self.paper.on_signed(day):
            return
        self._versions = self.paper.versions()
        self._change = None
        if not self._versions:
            self.paper = replace(self.paper, signed_on=day)
        self.show_version(self._versions[-1].key if self._versions else NOW)
        self._compare()
        self.marked.emit()

    def _unsign(self) -> None:
        last = self._versions[-1].version if self._versions else 0
        before = "以前签过的一版重新有效。" if len(self._versions) > 1 else ""
        words = f"第{last}版的签名登记将取消，版本号不再使用。{before}纸质件请另行处理。" if last else ""
        if self.services.messages.ask(words or "签名登记将取消。纸质件请另行处理。", "取消已签", "保留"):
            self._sign(None)

    def _compare(self) -> None:
        """Hold what was signed last against the case as it stands, aside."""
        compare = self.paper.compare
        if compare is None or not self._versions:
            self.change.say(self.paper.remark)
            return
        last = self._versions[-1]
        self.services.tasks.start(
            lambda _progress: compare(last.read()), self._take_change, self._leave_uncompared
        )

    def _take_change(self, change: tuple[str, str] | None) -> None:
        self._change = change
        self.change.say(difference_words(change), Tone.ATTENTION)
        self._show_signed()

    def _leave_uncompared(self, error: Exception) -> None:
        """Bytes that are gone were told when they were to be shown."""
        if not isinstance(error, MediatorError | ValueError):
            raise error

    def _take_scan(self, picked: Picked) -> None:
        take = self.paper.on_scan
        if take is None or not self._versions:
            return
        self.services.tasks.start(lambda _progress: take(picked), self._on_scan, self._on_no_scan)

    def _on_scan(self, name: str) -> None:
        self._versions = self.paper.versions()
        self._show_signed()
        self.banner.say(f"扫描件已归到签名的第{self._versions[-1].version}版：{name}", Tone.GOOD)
        self.scan_filed.emit()

    def _on_no_scan(self, error: Exception) -> None:
        self.banner.say(self.services.explain(error), Tone.DANGER)

    def _show_signed(self) -> None:
        """Say which version is seen, and offer what can be done with it."""
        unsigned = self.paper.on_signed is not None and not self._versions and not self.paper.signed_on
        before = "还没有签名　" if unsigned else ""
        self.versions.show_version(self._versions, self._shown, self._data, before=before)
        last = self._versions[-1] if self._versions else None
        shown = next((one for one in self._versions if one.key == self._shown), None)
        day = shown.signed_on if shown else last.signed_on if last else self.paper.signed_on
        can, again = self.paper.on_signed is not None, last is not None and self._change is not None
        sign = can and (day is None or (again and shown is None))
        words = f"已签 {write_date(day)}" if day and not sign and (can or last) else ""
        unsign = can and not sign and (shown is last or shown is None)
        self.row.offer(Offer(words, sign, again, unsign, self.paper.on_scan is not None and last is not None))

    def _on_printed(self, pages: int) -> None:
        self._end_printing()
        self.banner.say(f"已送往打印机，共 {pages} 页。", Tone.GOOD)
        if self.paper.on_printed is not None:
            self.paper.on_printed(self.digest)
            self.marked.emit()

    def _on_not_printed(self, error: Exception) -> None:
        self._end_printing()
        self.banner.say(self.services.explain(error), Tone.DANGER)

    def _on_stopped(self) -> None:
        self._end_printing()
        self.banner.say("打印已停止。已经出来的页请收好。", Tone.ATTENTION)

    def _end_printing(self) -> None:
        self._printing = None
        self.print_button.setEnabled(True)

    def _say_progress(self, _done: int, _total: int, word: str) -> None:
        if self._printing is not None:
            self.banner.say(word, Tone.ACCENT, "停止", self._printing.cancel)

    def _say_page(self, page: int, pages: int) -> None:
        self.pages.setText(f"第 {page} 页 共 {pages} 页")

    def _say_unreadable(self, error: Exception) -> None:
        self.banner.say("这份文书无法显示，请关闭后重新打开。", Tone.DANGER)
        if not isinstance(error, MediatorError):
            raise error

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(plain_label(self.paper.title, "title", self))
        top.addStretch(1)
        top.addWidget(self.pages)
        for word, act, said in (
            ("−", self.view.zoom_out, "缩小"),
            ("+", self.view.zoom_in, "放大"),
            ("适合宽度", self.view.fit_width, "适合宽度"),
        ):
            made = button(word, act, parent=self)
            made.setAccessibleName(said)
            made.setToolTip(said)
            top.addWidget(made)
        bottom = QHBoxLayout()
        bottom.addWidget(self.row)
        bottom.addStretch(1)
        bottom.addWidget(button("关闭", self.reject, parent=self))
        bottom.addWidget(self.save_button)
        bottom.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        if self.paper.on_printed is not None:  # a return or a ledger has no versions
            layout.addWidget(self.versions)
        else:
            self.versions.hide()
        layout.addWidget(self.change)
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)
        room = self.screen().availableSize()
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(min(em * 58, round(room.width() * 0.95)), round(room.height() * 0.92))
