"""Takes a ledger in: first only looked at, the bad cells listed, then all of it or nothing."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.command import output
from mediator.domain.errors import MediatorError
from mediator.exchange.foreign import Sheet, read_sheets
from mediator.exchange.ledger import Taken, examine, has_our_heads, import_ledger
from mediator.exchange.ledger_check import Verdict
from mediator.exchange.ledger_read import BadCell
from mediator.exchange.ledger_write import error_workbook
from ui.dialogs.map_ledger.wizard import MapLedger
from ui.file_out import AskPath, ask_open_path, ask_save_path
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label
from ui.widgets.note import restyle
from ui.widgets.table import ListTable

Look = tuple[Path, Verdict]
Foreign = tuple[Path, tuple[Sheet, ...]]


class ImportLedger(TabByLayout, QDialog):
    """`taken` comes after an import that added something; the person sees the numbers before."""

    taken = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._look: Look | None = None
        self._busy = False
        self.wizard: MapLedger | None = None
        self.ask_open = ask_open_path
        self.ask_save: AskPath = ask_save_path
        self.setWindowTitle("导入台账")
        self.banner = Banner(self)
        self.numbers = plain_label("", parent=self, wrap=True)
        self.errors = ListTable(RowsModel(self._columns()), self, name="错误清单")
        self.choose_button = primary_button("选择台账…", self.choose, parent=self)
        self.errors_button = button("另存错误清单…", self.save_errors, parent=self)
        self.import_button = button("导入", self.take_in, parent=self)
        self.close_button = button("关闭", self.reject, parent=self)
        self._build()
        self._show()

    def choose(self) -> None:
        """Choose a workbook and look through it; nothing is written yet."""
        path = self.ask_open(self, "ledger")
        if path is None:
            return
        desk = self._services.desk
        self._look = None
        self._start(f"正在检查 {path.name}……")

        def look(_progress: object) -> Look | Foreign:
            return (path, examine(path, desk)) if has_our_heads(path) else (path, read_sheets(path))

        self._services.tasks.start(look, self._on_looked, self._on_failed)

    def save_errors(self) -> None:
        """Write the bad cells to a workbook, so that they can be mended in the ledger."""
        if self._look is None:
            return
        source, verdict = self._look
        path = self.ask_save(self, f"{source.stem} 错误清单", "xlsx")
        if path is None:
            return
        try:
            output.write(path, error_workbook(verdict.bad, self._services.words))
        except MediatorError as refusal:
            self._on_failed(refusal)
            return
        self.banner.say(f"错误清单已另存到 {path}。改好台账后再导入。", Tone.GOOD)

    def take_in(self) -> None:
        """Add what the look found new, in one transaction."""
        if self._look is None:
            return
        desk, (path, verdict) = self._services.desk, self._look
        self._start("正在导入……")
        self._services.tasks.start(
            lambda _progress: import_ledger(desk, path, verdict), self._on_taken, self._on_failed
        )

    def reject(self) -> None:
        """An import on its way is waited for; it takes seconds and is whole or nothing."""
        if not self._busy:
            super().reject()

    def _on_looked(self, look: Look | Foreign) -> None:
        path, found = look
        if isinstance(found, Verdict):
            self._on_examined((path, found))
            return
        self._stop()
        self.banner.clear()
        self.wizard = MapLedger(self._services, path, found, self)
        self.wizard.taken.connect(self.taken)
        self.wizard.finished.connect(self.accept)
        self.wizard.open()

    def _on_examined(self, look: Look) -> None:
        self._look = look
        self._stop()
        path, verdict = look
        if verdict.bad:
            self.banner.say(
                f"{path.name} 有 {len(verdict.bad)} 处错误，什么也没有导入。请改好后再导入。", Tone.DANGER
            )
        elif not verdict.cases and not verdict.sweeps:
            self.banner.say(f"{path.name} 里的内容都已经在台账中，不需要导入。", Tone.GOOD)
        else:
            self.banner.say(f"{path.name} 可以导入。", Tone.GOOD)

    def _on_taken(self, taken: Taken) -> None:
        self._look = None
        self._stop()
        words = f"已导入案件 {taken.cases} 件、排查 {taken.sweeps} 次；已有 {taken.same} 件未重复导入。"
        self.banner.say(words, Tone.GOOD)
        self._services.saved()
        self.taken.emit()

    def _on_failed(self, error: Exception) -> None:
        self._stop()
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _start(self, words: str) -> None:
        self._busy = True
        self.banner.say(words)
        self._show()

    def _stop(self) -> None:
        self._busy = False
        self._show()

    def _show(self) -> None:
        verdict = self._look[1] if self._look else None
        bad = verdict.bad if verdict else []
        self.errors.rows_model.set_rows(bad)
        self.errors.setVisible(bool(bad))
        self.errors_button.setVisible(bool(bad))
        self.numbers.setText("" if verdict is None else _numbers(verdict))
        self.numbers.setVisible(verdict is not None)
        addable = verdict is not None and not bad and bool(verdict.cases or verdict.sweeps)
        self.import_button.setEnabled(addable and not self._busy)
        self.choose_button.setEnabled(not self._busy)
        for made, filled in ((self.import_button, addable), (self.choose_button, not addable)):
            made.setProperty("role", "primary" if filled else "quiet")
            restyle(made)
        self.close_button.setEnabled(not self._busy)

    def _columns(self) -> list[Column[BadCell]]:
        words = self._services.words
        return [
            Column("工作表", lambda cell: cell.sheet, 5),
            Column("行", lambda cell: str(cell.row), 3, right=True),
            Column("列", lambda cell: cell.column, 8),
            Column("值", lambda cell: cell.value, 10, tip=lambda cell: cell.value),
            Column("原因", lambda cell: words(cell.reason), 12, tip=lambda cell: words(cell.reason)),
        ]

    def _build(self) -> None:
        hint = (
            "选择一个台账（.xlsx 或 .csv）。先检查、看清数字，再决定是否导入；同一份导入两次不会重复。"
            "列和我们不同的表格也可以，接着会请您对应一次。"
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.errors_button)
        buttons.addStretch(1)
        for made in (self.close_button, self.choose_button, self.import_button):
            buttons.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label("导入台账", "title", self))
        layout.addWidget(plain_label(hint, "secondary", self, wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.numbers)
        layout.addWidget(self.errors, 1)
        layout.addStretch(0)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        room = self.screen().availableSize()
        self.resize(min(em * 60, round(room.width() * 0.9)), min(em * 36, round(room.height() * 0.85)))


def _numbers(verdict: Verdict) -> str:
    if verdict.bad:
        fine = len(verdict.cases) + verdict.same
        return f"错误 {len(verdict.bad)} 处　没有错误的案件 {fine} 件　没有导入任何内容"
    return (
        f"可以新增案件 {len(verdict.cases)} 件　排查 {len(verdict.sweeps)} 次　"
        f"已有 {verdict.same} 件　错误 {len(verdict.bad)} 处"
    )
