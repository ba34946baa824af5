"""A name for the mapping: kept in the office for next month, or given to another room as a file."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediator.casework.keep_mapping import keep_mapping
from mediator.command import output
from mediator.domain.errors import MediatorError
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.exchange.mapping_file import mapping_bytes
from ui.dialogs.map_ledger.work import MappingWork
from ui.file_out import AskPath, ask_save_path
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.entry import TextField
from ui.widgets.label import plain_label


class KeepRow(QWidget):
    """`said(words, tone)` tells how it went, `kept` comes after the mapping was kept."""

    said = Signal(str, object)
    kept = Signal()

    def __init__(self, services: Services, work: MappingWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._work = work
        self.ask_save: AskPath = ask_save_path
        self.name = TextField(self, placeholder="例如 甲村台账")
        self.name.setAccessibleName("对应关系的名称")
        self.keep_button = button("保存这套对应关系", self.keep, parent=self)
        self.give_button = button("导出对应关系…", self.give, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label("下次自动认出，名称", "label", self))
        layout.addWidget(self.name, 1)
        layout.addWidget(self.keep_button)
        layout.addWidget(self.give_button)

    def keep(self) -> None:
        """Keep the mapping under the name that was typed."""
        mapping = self._named(self.name.value())
        if self._done(lambda: keep_mapping(self._services.desk, mapping)):
            self.kept.emit()
            self._services.saved()
            self.said.emit(f"已保存“{mapping.name}”，下次选择同样表头的文件会自动认出。", Tone.GOOD)

    def give(self) -> None:
        """Write the mapping to a file for another room."""
        mapping = self._named(self.name.value() or self._work.path.stem)
        path = self.ask_save(self, f"{mapping.name} 对应关系", "json")
        if path is not None and self._done(lambda: output.write(path, mapping_bytes(mapping))):
            self.said.emit(f"对应关系已另存到 {path}，别的单位可以直接使用。", Tone.GOOD)

    def _named(self, name: str) -> LedgerMapping:
        return self._work.mapping.model_copy(update={"name": name[:200]})

    def _done(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except MediatorError as refusal:
            self.said.emit(self._services.words(refusal), Tone.DANGER)
            return False
        return True
