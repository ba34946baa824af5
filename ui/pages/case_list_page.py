"""The case list: narrowed by words, stage, type, mediator and time; Enter opens a case."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.look_up import case_lines
from mediator.casework.set_up import mediators
from mediator.domain.browse import CaseFilter, CaseLine
from mediator.domain.clock import add_months
from ui.dialogs.export_ledger import ExportLedger
from ui.dialogs.import_ledger import ImportLedger
from ui.dialogs.number_book import NumberBookDialog
from ui.models.case_lines import case_columns, stage_options, type_options, written_as
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.chip_delegate import ChipDelegate
from ui.widgets.choice import ChoiceField
from ui.widgets.empty import EmptyNote
from ui.widgets.flow import FlowLayout
from ui.widgets.label import plain_label
from ui.widgets.search_pause import SearchPause
from ui.widgets.table import ListTable
from ui.widgets.toggles import Toggles

PAUSE_MS = 250
MOST = 1000
YEARS_BACK = 10
WHO_COLUMN, STATUS_COLUMN = 1, 4
FOLDING = ((5, 68), (6, 68), (2, 54))  # a column, and the width in characters below which it gives way


class CaseListPage(Page):
    """`search` narrows by words, `show_codes` shows the cases behind a figure."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._codes: tuple[str, ...] | None = None
        self.setProperty("role", "page")
        self.banner = Banner(self)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText("姓名 · 拼音首字母 · 案号 · 电话 · 地址 · 内容")
        self.text.setAccessibleName("查找案件")
        self.text.setClearButtonEnabled(True)
        self.stages = Toggles(stage_options(), self)
        self.type = _choice("全部类型", type_options(), "类型", self)
        self.mediator = _choice("全部调解员", [], "调解员", self)
        self.year = _choice("全部年份", _years(services.desk.today()), "受理年份", self)
        self.month = _choice("全年", [(str(n), f"{n}月") for n in range(1, 13)], "受理月份", self)
        self.count = plain_label("", "secondary", self)
        self.table = ListTable(RowsModel(case_columns()), self, name="案件")
        self.table.setItemDelegateForColumn(STATUS_COLUMN, ChipDelegate(self.table))
        self.empty = EmptyNote(self)
        self.below = QStackedWidget(self)
        self._pause = SearchPause(self.text, PAUSE_MS)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again and keep the chosen case."""
        words = [(person.name, person.name) for person in mediators(self._services.desk)]
        self.mediator.set_options(words)
        self._load()

    def take_keyboard(self) -> None:
        """The list itself: an arrow and Enter open a case."""
        (self.table if self.lines() else self.text).setFocus()

    def search(self, text: str) -> None:
        """Show all cases with these words, whatever else was chosen before."""
        self.clear_filters(text)
        self._load()

    def show_codes(self, codes: tuple[str, ...], title: str) -> None:
        """Show exactly the cases behind a figure."""
        self.clear_filters()
        self._codes = codes
        self.banner.say(f"{title}　共 {len(codes)} 件", Tone.ACCENT, "显示全部案件", self.show_all)
        self._load()

    def show_all(self) -> None:
        """Show every case again."""
        self.clear_filters()
        self._load()

    def clear_filters(self, text: str = "") -> None:
        """Take back every choice; the list itself is read by the caller."""
        self._codes = None
        self.banner.clear()
        self.text.blockSignals(True)
        self.text.setText(text)
        self.text.blockSignals(False)
        self._pause.stop()
        self.stages.set_value(())
        for choice in self._choices():
            choice.set_value("")

    def wanted(self) -> CaseFilter:
        """What is chosen right now."""
        first, last = self._span()
        return CaseFilter(
            text=self.text.text().strip(),
            stages=self.stages.value(),
            type_written=written_as(self.type.value()),
            mediator=self.mediator.value(),
            first=first,
            last=last,
            codes=self._codes or (),
            limit=max(MOST, len(self._codes or ())),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names readable: other columns give way first."""
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("中")
        for column, width in FOLDING:
            self.table.setColumnHidden(column, event.size().width() < width * em)

    def lines(self) -> list[CaseLine]:
        """What the list shows."""
        return self.table.rows_model.rows()

    def _load(self) -> None:
        self.month.setEnabled(bool(self.year.value()))
        chosen = self.table.current()
        wanted = self.wanted()
        nothing = self._codes is not None and not self._codes
        lines, total = ([], 0) if nothing else case_lines(self._services.desk, wanted)
        self.table.rows_model.set_rows(lines)
        ids = [line.id for line in lines]
        if lines:
            self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        more = f"，列出最近受理的 {len(lines)} 件" if total > len(lines) else ""
        self.count.setText(f"共 {total} 件{more}")
        self._show_empty(wanted)
        self.below.setCurrentWidget(self.table if lines else self.empty)

    def _show_empty(self, wanted: CaseFilter) -> None:
        narrowed = replace(wanted, limit=0) != CaseFilter(limit=0) or self._codes is not None
        if narrowed:
            self.empty.say("没有符合条件的案件。", "显示全部案件", self.show_all)
        else:
            self.empty.say(
                "还没有案件。当事人来了，从“新登记”开始；已有的电子台账可以“导入台账”。",
                "新登记",
                lambda: self._services.go("intake"),
            )

    def _span(self) -> tuple[date | None, date | None]:
        if not self.year.value():
            return None, None
        year, month = int(self.year.value()), self.month.value()
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        first = date(year, int(month), 1)
        return first, date.fromordinal(add_months(first, 1).toordinal() - 1)

    def _choices(self) -> tuple[ChoiceField, ...]:
        return self.type, self.mediator, self.year, self.month

    def _open(self, line: CaseLine) -> None:
        self._services.open_case(line.id)

    def _open_first(self) -> None:
        self._pause.stop()
        self._load()
        if self.lines():
            self.table.setFocus()

    def _on_chosen(self) -> None:
        self._codes = None
        self.banner.clear()
        self._load()

    def _export(self) -> None:
        dialog = ExportLedger(self._services, *self._span(), parent=self)
        dialog.open()

    def _import(self) -> None:
        dialog = ImportLedger(self._services, parent=self)
        dialog.taken.connect(self.show_all)
        dialog.open()

    def _show_numbers(self) -> None:
        NumberBookDialog(self._services, self).open()

    def _show_bin(self) -> None:
        self._services.go("bin")

    def _connect(self) -> None:
        self.text.returnPressed.connect(self._open_first)
        self._pause.due.connect(self._on_chosen)
        self.stages.changed.connect(self._on_chosen)
        for choice in self._choices():
            choice.changed.connect(self._on_chosen)
        self.table.opened.connect(self._open)

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        top = QHBoxLayout()
        top.addWidget(plain_label("案件", "title", self))
        top.addWidget(self.count)
        top.addStretch(1)
        series = button("系列案件（F5）", lambda: self._services.open_series(0), parent=self)
        series.setShortcut("F5")
        top.addWidget(series)
        top.addWidget(button("当事人登记簿", lambda: self._services.go("register"), parent=self))
        top.addWidget(button("导入台账", self._import, parent=self))
        top.addWidget(button("导出台账", self._export, parent=self))
        filters = FlowLayout(spacing=8)
        self.text.setMinimumWidth(em * 16)
        filters.addWidget(self.text)
        for choice in self._choices():
            choice.setFixedWidth(em * 9)
            filters.addWidget(choice)
        titles = self.table.horizontalHeader()
        titles.setStretchLastSection(False)
        titles.setSectionResizeMode(WHO_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.below.addWidget(self.table)
        self.below.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        aside = QHBoxLayout()
        aside.addWidget(self.stages, 1)
        for word, act in (("编号簿", self._show_numbers), ("回收站", self._show_bin)):
            aside.addWidget(button(word, act, role="link", parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(aside)
        layout.addWidget(self.banner)
        layout.addWidget(self.below, 1)


def _choice(empty: str, options: list[tuple[str, str]], name: str, parent: QWidget) -> ChoiceField:
    made = ChoiceField(options, parent, empty_word=empty)
    made.setAccessibleName(name)
    return made


def _years(today: date) -> list[tuple[str, str]]:
    return [(str(year), f"{year}年") for year in range(today.year, today.year - YEARS_BACK, -1)]
