"""The last step: what an import would do, the cells that stop it, and the mapping to be kept."""

from collections import Counter
from typing import Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from mediator.exchange.ledger_check import Verdict
from mediator.exchange.ledger_read import BadCell
from mediator.exchange.skipped import Skipped
from ui.dialogs.map_ledger.keep_row import KeepRow
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

WHY: Final = {
    "total": "合计行",
    "head": "重复的表头",
    "heading": "分段标题",
    "footer": "填表说明",
    "blank": "没有内容的行",
}
MOST_ROWS: Final = 12  # numbers of skipped rows told on the page


class CheckPage(QWidget):
    """Shows a verdict; the wizard does the work."""

    title = "检查和导入"

    def __init__(self, services: Services, keep: KeepRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = services.words
        self.keep = keep
        self.numbers = plain_label("", "heading", self, wrap=True)
        self.skipped = plain_label("", "secondary", self, wrap=True)
        columns: list[Column[BadCell]] = [
            Column("行", lambda cell: str(cell.row), 3, right=True),
            Column("您表里的列", lambda cell: cell.column, 9, tip=lambda cell: cell.column),
            Column("值", lambda cell: cell.value[:200], 10, tip=lambda cell: cell.value[:500]),
            Column("原因", lambda cell: words(cell.reason), 14, tip=lambda cell: words(cell.reason)),
        ]
        self.errors = ListTable(RowsModel(columns), self, name="错误清单")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Before the check, and when it failed."""
        self.numbers.setText("")
        self.skipped.hide()
        self.errors.rows_model.set_rows([])
        self.errors.hide()
        self.progress.hide()

    def show_verdict(self, verdict: Verdict, skipped: list[Skipped]) -> None:
        """What the look through the file found."""
        self.numbers.setText(
            f"可以新增 {len(verdict.cases)} 件　已有 {verdict.same} 件　错误 {len(verdict.bad)} 处"
            if not verdict.bad
            else f"错误 {len(verdict.bad)} 处　没有错误的案件 {len(verdict.cases) + verdict.same} 件"
        )
        self.skipped.setText(_told(skipped))
        self.skipped.setVisible(bool(skipped))
        self.errors.rows_model.set_rows(verdict.bad)
        self.errors.setVisible(bool(verdict.bad))

    def show_progress(self, done: int, total: int, _word: str = "") -> None:
        """How far it is."""
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)
        self.progress.show()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.numbers)
        layout.addWidget(self.skipped)
        layout.addWidget(self.errors, 1)
        layout.addWidget(self.progress)
        layout.addStretch(0)
        layout.addWidget(self.keep)


def _told(skipped: list[Skipped]) -> str:
    if not skipped:
        return ""
    counts = Counter(WHY[one.why] for one in skipped)
    rows = "、".join(str(one.row) for one in skipped[:MOST_ROWS])
    kinds = "、".join(f"{word} {count} 行" for word, count in counts.items())
    return f"不是案件、没有读的行：{kinds}（第 {rows}{' 等' if len(skipped) > MOST_ROWS else ''} 行）。"


def verdict_words(verdict: Verdict, known: str) -> tuple[str, Tone]:
    """What comes of a verdict, for the banner."""
    by = f"已按“{known}”读取。" if known else ""
    if verdict.bad:
        words = f"有 {len(verdict.bad)} 处错误，什么也没有导入。请退回改对应关系，或者改好表格再选一次。"
        return f"{by}{words}", Tone.DANGER
    if verdict.cases:
        return f"{by}检查通过，可以导入。", Tone.GOOD
    return f"{by}里面的案件都已经有了，不需要导入。", Tone.GOOD
