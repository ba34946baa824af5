"""The first step: which sheet, and in which row its heads stand."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.ledger_mapping import DEEPEST_HEAD
from ui.dialogs.map_ledger.preview_table import ROWS_SHOWN, PreviewTable
from ui.dialogs.map_ledger.work import MappingWork
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.label import plain_label

HINT = "蓝底的是认出的表头。认错了，就点一下真正的表头那一行，再按“这一行是表头”。"


class SheetPage(QWidget):
    """Changes the work as soon as another sheet or row is chosen."""

    title = "表头"

    def __init__(self, work: MappingWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.sheet = ChoiceField([(one.name, one.name) for one in work.sheets], self)
        self.row = ChoiceField((), self)
        depths = [(str(depth), f"占 {depth} 行") for depth in range(1, DEEPEST_HEAD + 1)]
        self.deep = ChoiceField(depths, self)
        self.year = TextField(self, chars=6, placeholder="2026")
        self.head_button = button("这一行是表头", self._take_row, parent=self)
        self.table = PreviewTable(self)
        self._build()
        self.sheet.changed.connect(self._on_sheet)
        self.row.changed.connect(self._on_heads)
        self.deep.changed.connect(self._on_heads)

    def enter(self) -> None:
        """Show the work as it stands."""
        heads = self._work.heads
        self.sheet.set_value(self._work.sheet.name)
        numbers = [str(row.number) for row in self._work.sheet.rows[:ROWS_SHOWN]]
        self.row.set_options([(number, f"第 {number} 行") for number in numbers])
        self.row.set_value(str(heads.row))
        self.deep.set_value(str(heads.depth))
        self.year.set_value(self._work.mapping.year)
        self.table.show_sheet(self._work.sheet, heads.row, heads.depth)

    def first(self) -> QWidget:
        """The field the keyboard begins with."""
        return self.sheet

    def leave(self) -> str:
        """Take the year over; what stands in the way, in words."""
        text = self.year.value()
        if text and not (text.isascii() and text.isdigit() and 1900 <= int(text) <= 2100):
            return "年份请写四位数字，例如 2026；日期都写了年份就空着。"
        self._work.set_year(int(text) if text else None)
        return ""

    def _on_sheet(self) -> None:
        heads = self._work.guessed_heads(self.sheet.value())
        self._work.choose(self.sheet.value(), heads.row, heads.depth)
        self.enter()

    def _on_heads(self) -> None:
        if self.row.value() and self.deep.value():
            self._work.choose(self.sheet.value(), int(self.row.value()), int(self.deep.value()))
        self.enter()

    def _take_row(self) -> None:
        number = self.table.row_number()
        if number is not None:
            self._work.choose(self.sheet.value(), number, 1)
            self.enter()

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        line = QHBoxLayout()
        for word, field, width in (
            *(("工作表", self.sheet, 12), ("表头在", self.row, 7), ("", self.deep, 8)),
            ("没有写年份的日期算", self.year, 0),
        ):
            if word:
                line.addWidget(plain_label(word, "label", self))
            if width:
                field.setFixedWidth(em * width)
            field.setAccessibleName(word or "表头占几行")
            line.addWidget(field)
        line.addWidget(plain_label("年", "label", self))
        line.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(plain_label(HINT, "secondary", self, wrap=True), 1)
        below.addWidget(self.head_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
