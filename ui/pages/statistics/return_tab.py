"""One return for one period: the form with the list behind every figure, checks, files and print."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mediator.casework.count import make_return
from mediator.casework.month import next_due
from mediator.command import output
from mediator.statistics.catalogue import all_returns
from mediator.statistics.export import as_bytes
from mediator.statistics.model import ReturnRow, ReturnSheet
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.file_out import AskPath, ask_save_path
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.checks_panel import ChecksPanel, summary
from ui.widgets.chip import StatusChip
from ui.widgets.choice import ChoiceField
from ui.widgets.flow import FlowLayout
from ui.widgets.label import plain_label
from ui.widgets.period_chooser import PeriodChooser
from ui.widgets.return_table import ReturnTable

SIDE_BY_SIDE_EM = 74
LEAST_LINES = 14  # of the form; a lower window scrolls the whole tab
ZERO = "本期没有案件，按零报告报送。"


@dataclass(frozen=True)
class Written:
    """Bytes of a return in one format."""

    sheet: ReturnSheet
    form: str
    data: bytes


class ReturnTab(QWidget):
    """`refresh` counts again; everything that takes time is done aside."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked = 0
        self.sheet: ReturnSheet | None = None
        self.preview: PreviewDialog | None = None
        self.ask_path: AskPath = ask_save_path
        desk = services.desk
        names = [(one.key, one.name) for one in all_returns().values()]
        self.choice = ChoiceField(names, self)
        self.choice.removeItem(0)  # no return at all is no choice here
        self.choice.setAccessibleName("报表")
        self.chooser = PeriodChooser(desk.today(), next_due(desk.today(), desk.settings()), self)
        self.heading = plain_label("", "heading", self, wrap=True)
        self.chip = StatusChip(parent=self)
        self.banner = Banner(self)
        self.table = ReturnTable(self)
        self.checks = ChecksPanel(self)
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.turn_button = button("校核与说明", self._turn, role="link", parent=self)
        self.files = [
            button("导出 Excel", lambda: self.export("xlsx"), parent=self),
            button("导出 PDF", lambda: self.export("pdf"), parent=self),
            button("打印…", self.show_preview, picture="print", parent=self),
        ]
        self._build()
        self.choice.changed.connect(self.refresh)
        self.chooser.changed.connect(self.refresh)
        self.table.list_asked.connect(self._show_list)

    def refresh(self) -> None:
        """Count the chosen return for the chosen period."""
        self._asked += 1
        asked, desk = self._asked, self._services.desk
        key, period = self.choice.value(), self.chooser.period().text
        self._ready(False)
        self._services.tasks.start(
            lambda _progress: (asked, make_return(desk, key, period)), self._on_counted, self._on_failed
        )

    def export(self, form: str) -> None:
        """Write the return to a file of the person's choice."""
        if self.sheet is None:
            return
        sheet = self.sheet
        path = self.ask_path(self, _file_name(sheet), form)
        if path is None:
            return

        def work(_progress: object) -> str:
            output.write(path, as_bytes(sheet, form))
            return str(path)

        self._services.tasks.start(work, self._on_written, self._on_failed)

    def show_preview(self) -> None:
        """Show the paper of the return; it is printed from there."""
        if self.sheet is None or self.preview is not None:
            return
        sheet = self.sheet
        self._services.tasks.start(
            lambda _progress: Written(sheet, "pdf", as_bytes(sheet, "pdf")), self._on_paper, self._on_failed
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Checks stand beside the form, or take its place where there is no room."""
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE_EM * self.fontMetrics().horizontalAdvance("中")
        self.turn_button.setVisible(not wide)
        self._show_parts(wide)

    def _show_parts(self, wide: bool, *, checks: bool = False) -> None:
        self.table.setVisible(wide or not checks)
        self.checks.setVisible(wide or checks)
        self.turn_button.setText("返回报表" if checks else "校核与说明")

    def _turn(self) -> None:
        self._show_parts(False, checks=not self.checks.isVisible())

    def _on_counted(self, answer: tuple[int, ReturnSheet]) -> None:
        asked, sheet = answer
        if asked != self._asked:
            return
        self.sheet = sheet
        self.heading.setText(f"{sheet.heading}　{sheet.period_title}　{sheet.basis}")
        self.chip.show_status(*summary(sheet.checks))
        self.table.show_sheet(sheet)
        self.checks.show_sheet(sheet)
        self.banner.clear()
        if sheet.zero:
            self.banner.say(ZERO, Tone.ATTENTION)
        self._ready(True)

    def _on_written(self, path: str) -> None:
        self.banner.say(f"已导出到 {path}", Tone.GOOD)

    def _on_paper(self, written: Written) -> None:
        sheet = written.sheet
        paper = Previewed(f"{sheet.heading}　{sheet.period_title}", written.data, _file_name(sheet))
        self.preview = PreviewDialog(self._services, paper, self)
        self.preview.finished.connect(self._on_closed)
        self.preview.open()

    def _on_closed(self) -> None:
        self.preview = None

    def _on_failed(self, error: Exception) -> None:
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _show_list(self, row: ReturnRow) -> None:
        assert self.sheet is not None
        title = f"{self.sheet.title}　{self.sheet.period_title}　{row.group}·{row.title}"
        self._services.show_cases(row.cases, title)

    def _ready(self, ready: bool) -> None:
        for made in self.files:
            made.setEnabled(ready)

    def _build(self) -> None:
        self.choice.setFixedWidth(self.fontMetrics().horizontalAdvance("中") * 14)
        top = FlowLayout(spacing=8)
        for part in (self.choice, *self.files):
            top.addWidget(part)
        under = QHBoxLayout()
        under.addWidget(self.heading, 1)
        under.addWidget(self.turn_button)
        under.addWidget(self.chip)
        self.parts.addWidget(self.table)
        self.parts.addWidget(self.checks)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 1)
        self.parts.setChildrenCollapsible(False)
        self.parts.setMinimumHeight(self.fontMetrics().height() * LEAST_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.chooser)
        layout.addLayout(under)
        layout.addWidget(self.banner)
        layout.addWidget(self.parts, 1)


def _file_name(sheet: ReturnSheet) -> str:
    return f"{sheet.office} {sheet.heading} {sheet.period_title}"
