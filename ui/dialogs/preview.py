"""The preview that is the print: the bytes on screen are those that are printed, saved and written down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.command import output
from mediator.domain.dates import write_date
from mediator.domain.errors import MediatorError
from ui.file_out import AskPath, ask_save_path
from ui.pdf_view import PdfView
from ui.printing import PrintJob, choose_printer, new_printer, print_pdf
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tasks import Task
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.date_edit import DateField
from ui.widgets.label import plain_label

NO_PRINTER = "这台电脑上没有找到打印机。可以先“另存为 PDF”，再到有打印机的电脑上打印。"


@dataclass(frozen=True)
class Previewed:
    """A paper to look at; `on_printed(sha256)` and `on_signed(day or None)` write down what became of it."""

    title: str
    data: bytes
    file_name: str
    signed_on: date | None = None
    on_printed: Callable[[str], object] | None = None
    on_signed: Callable[[date | None], bool] | None = None


class PreviewDialog(TabByLayout, QDialog):
    """Shows one paper; `choose`, `any_printer` and `ask_path` are the doors to the system."""

    marked = Signal()

    def __init__(self, services: Services, paper: Previewed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.paper = paper
        self.choose: Callable[[QPrinter, int, QWidget | None], bool] = choose_printer
        self.any_printer: Callable[[], bool] = lambda: bool(QPrinterInfo.availablePrinterNames())
        self.ask_path: AskPath = ask_save_path
        self._printing: Task | None = None
        self.setWindowTitle(f"预览 — {paper.title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PdfView(services.tasks, self)
        self.banner = Banner(self)
        self.pages = plain_label("", "secondary", self)
        self.print_button = primary_button("打印…", self.print_paper, picture="print", parent=self)
        self.save_button = button("另存为 PDF", self.save_paper, parent=self)
        self.sign_day = DateField(self, today=services.desk.today)
        self.sign_button = button("标记已签", self.mark_signed, parent=self)
        self.unsign_button = button("取消已签", lambda: self._sign(None), role="link", parent=self)
        self.signed = plain_label("", parent=self)
        self._build()
        self.view.page_changed.connect(self._say_page)
        self.view.unreadable.connect(self._say_unreadable)
        for keys, act in (("Ctrl+P", self.print_paper), ("Ctrl+S", self.save_paper)):
            QShortcut(QKeySequence(keys), self, act)
        self._show_signed(paper.signed_on)
        self.view.show_pdf(paper.data)
        self.view.setFocus()

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes on screen."""
        return sha256(self.paper.data).hexdigest()

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
        job = PrintJob(self.paper.data, printer)
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
        path = self.ask_path(self, self.paper.file_name, "pdf")
        if path is None:
            return
        try:
            output.write(path, self.paper.data)
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
        if self.paper.on_signed is not None and self.paper.on_signed(day):
            self._show_signed(day)
            self.marked.emit()

    def _show_signed(self, day: date | None) -> None:
        can = self.paper.on_signed is not None
        self.signed.setText(f"已签 {write_date(day)}" if day else "")
        self.signed.setVisible(can and day is not None)
        self.unsign_button.setVisible(can and day is not None)
        self.sign_day.setVisible(can and day is None)
        self.sign_button.setVisible(can and day is None)
        if self.sign_day.value() is None:
            self.sign_day.set_value(self.services.desk.today())

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
        self.sign_day.line.setMinimumWidth(
            self.fontMetrics().horizontalAdvance("2026年12月30日 星期三") + 24
        )  # a squeezed line hides the year
        bottom = QHBoxLayout()
        for part in (self.sign_day, self.sign_button, self.signed, self.unsign_button):
            bottom.addWidget(part)
        bottom.addStretch(1)
        bottom.addWidget(button("关闭", self.reject, parent=self))
        bottom.addWidget(self.save_button)
        bottom.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)
        room = self.screen().availableSize()
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(min(em * 58, round(room.width() * 0.95)), round(room.height() * 0.92))
