"""Writes the ledger of a span of days to a workbook of the person's choice."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.command import output
from mediator.exchange.ledger import export_ledger
from ui.file_out import AskPath, ask_save_path
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label


class ExportLedger(TabByLayout, QDialog):
    """Asks from when to when, then where to; the work is done aside."""

    def __init__(
        self,
        services: Services,
        first: date | None = None,
        last: date | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.ask_path: AskPath = ask_save_path
        self.setWindowTitle("导出台账")
        self.form = FieldForm(
            [
                Field("first", "受理日期从", kind="date"),
                Field("last", "到", kind="date"),
            ],
            self,
            columns=1,
        )
        self.form.set_values({"first": first, "last": last})
        self.banner = Banner(self)
        self.export_button = primary_button("导出…", self.export, parent=self)
        self._build()
        self.form.submitted.connect(self.export_button.setFocus)

    def export(self) -> None:
        """Ask for the place and write there."""
        if not self.form.check():
            return
        first, last = self.form.values()["first"], self.form.values()["last"]
        if first and last and first > last:
            self.form.mark("last", "结束日期早于开始日期")
            return
        path = self.ask_path(self, f"调解台账{_span_words(first, last)}", "xlsx")
        if path is None:
            return
        desk = self._services.desk
        self.export_button.setEnabled(False)
        self.banner.say("正在导出……")

        def work(_progress: object) -> Path:
            output.write(path, export_ledger(desk, first, last))
            return path

        self._services.tasks.start(work, self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        self.export_button.setEnabled(True)
        self.banner.say(f"已导出到 {path}", Tone.GOOD)

    def _on_failed(self, error: Exception) -> None:
        self.export_button.setEnabled(True)
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        buttons.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label("导出台账", "title", self))
        layout.addWidget(
            plain_label("两个日期都包含在内；不填日期就导出全部案件和排查。", "secondary", self, wrap=True)
        )
        layout.addWidget(self.form)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("中") * 34, self.sizeHint().height())


def _span_words(first: date | None, last: date | None) -> str:
    return "".join(f" {word}{day:%Y-%m-%d}" for word, day in (("自", first), ("至", last)) if day)
