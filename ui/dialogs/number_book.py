"""编号簿: which numbers of a year name no case on the list, and why; to keep or print as a sheet."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.number_gaps import NumberBook, SeriesBook, number_gaps, number_years
from mediator.codes import word
from mediator.command import output
from mediator.domain.errors import MediatorError
from mediator.domain.number_book import NumberGap
from mediator.exchange.number_sheet import number_workbook
from ui.file_out import AskPath, ask_save_path
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.empty import EmptyNote
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

NO_GAPS: Final = "这一年的编号是连续的，每个编号都有案件。"
NO_NUMBERS: Final = "还没有发出过编号。登记第一个案件时开始编号。"
WHY_COLUMN: Final = 2


@dataclass(frozen=True)
class GapLine:
    """One gap as the list shows it."""

    kind: str
    gap: NumberGap
    code: str
    sides: str

    @property
    def why(self) -> str:
        """The reason in words, with who put the case away, when and why."""
        reason = word("number_gap", self.gap.why)
        if self.gap.on is not None:
            return f"{reason}（{self.gap.on:%Y-%m-%d} {self.gap.by}：{self.gap.reason}）"
        return f"{reason}（{self.code} {self.sides}）" if self.code else reason


class NumberBookDialog(TabByLayout, QDialog):
    """Enter opens the case that explains a gap."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.ask_path: AskPath = ask_save_path
        self.book: NumberBook | None = None
        self.setWindowTitle("编号簿")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        years = number_years(services.desk)
        self.year = ChoiceField([(str(year), f"{year}年") for year in years], self)
        self.year.setAccessibleName("年份")
        self.total = plain_label("", "secondary", self, wrap=True)
        self.banner = Banner(self)
        self.table = ListTable(RowsModel(gap_columns()), self, name="编号空缺")
        self.empty = EmptyNote(self)
        self.below = QStackedWidget(self)
        self.export_button = button("导出 Excel", self.export, parent=self)
        self.open_button = button("打开案件", self.open_case, parent=self)
        self._build()
        self.year.changed.connect(self.refresh)
        self.table.opened.connect(lambda _line: self.open_case())
        self.table.chosen.connect(lambda _line: self._offer())
        if years:
            this_year = services.desk.today().year
            self.year.set_value(str(this_year if this_year in years else years[0]))
        self.refresh()

    def refresh(self) -> None:
        """Read the book of the chosen year."""
        chosen = self.year.value()
        self.book = number_gaps(self._services.desk, int(chosen)) if chosen else None
        lines = gap_lines(self.book) if self.book else []
        self.table.rows_model.set_rows(lines)
        self.total.setText("　".join(map(_total, self.book.series)) if self.book else "")
        self.empty.say(NO_GAPS if self.book else NO_NUMBERS)
        self.below.setCurrentWidget(self.table if lines else self.empty)
        self.year.setVisible(self.book is not None)
        if lines:
            self.table.selectRow(0)
            self.table.setFocus()
        self._offer()

    def open_case(self) -> None:
        """Show the case that explains the chosen gap."""
        line: GapLine | None = self.table.current()
        if line is not None and line.gap.case_id is not None:
            self.accept()
            self._services.open_case(line.gap.case_id)

    def export(self) -> None:
        """Write the gaps of the year to a workbook, to keep or to print."""
        if self.book is None:
            return
        path = self.ask_path(self, f"{self.book.year}年编号簿", "xlsx")
        if path is None:
            return
        try:
            output.write(path, number_workbook(self.book))
        except MediatorError as refusal:
            self._services.messages.refuse(refusal)
            return
        self.banner.say(f"已导出到 {path}", Tone.GOOD)

    def _offer(self) -> None:
        line: GapLine | None = self.table.current()
        self.export_button.setEnabled(self.book is not None)
        self.open_button.setEnabled(line is not None and line.gap.case_id is not None)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(plain_label("编号簿", "title", self))
        top.addWidget(self.year)
        top.addWidget(self.total, 1)
        titles = self.table.horizontalHeader()
        titles.setStretchLastSection(False)
        titles.setSectionResizeMode(WHY_COLUMN, QHeaderView.ResizeMode.Stretch)
        for widget in (self.table, self.empty):
            self.below.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        buttons.addWidget(self.open_button)
        em = self.fontMetrics().horizontalAdvance("中")
        self.year.setFixedWidth(em * 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.below, 1)
        layout.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(min(em * 58, round(room.width() * 0.9)), min(em * 28, round(room.height() * 0.85)))


def gap_lines(book: NumberBook) -> list[GapLine]:
    """Every gap of a year, series by series."""
    return [
        GapLine(series.kind, gap, *book.cases.get(gap.case_id or 0, ("", "")))
        for series in book.series
        for gap in series.gaps
    ]


def gap_columns() -> list[Column[GapLine]]:
    """The number that is missing, and why."""
    return [
        Column("种类", lambda line: word("number_series", line.kind), 6),
        Column("编号", lambda line: line.gap.text or f"第{line.gap.serial}号", 15),
        Column("空缺原因", lambda line: line.why, 24, tone=_tone, tip=lambda line: line.why),
    ]


def _tone(line: GapLine) -> Tone | None:
    return Tone.ATTENTION if line.gap.why == "unknown" else None


def _total(series: SeriesBook) -> str:
    gaps = f"空缺 {len(series.gaps)} 个" if series.gaps else "没有空缺"
    return f"{word('number_series', series.kind)}发到第 {series.last} 号，{gaps}"
