"""Takes in a room's own sheet: heads, columns, words, a look through, then all of it or nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediator.casework.keep_mapping import kept_mappings
from mediator.command import output
from mediator.domain.errors import MediatorError
from mediator.exchange.foreign import Sheet
from mediator.exchange.ledger import Taken, examine_mapped, import_ledger
from mediator.exchange.ledger_check import Verdict
from mediator.exchange.ledger_write import error_workbook
from mediator.exchange.mapping import Translation, translate
from mediator.exchange.mapping_file import read_mapping
from ui.dialogs.map_ledger.check_page import CheckPage, verdict_words
from ui.dialogs.map_ledger.columns_page import ColumnsPage
from ui.dialogs.map_ledger.frame import StepsFrame
from ui.dialogs.map_ledger.keep_row import KeepRow
from ui.dialogs.map_ledger.sheet_page import SheetPage
from ui.dialogs.map_ledger.words_page import WordsPage
from ui.dialogs.map_ledger.work import MappingWork
from ui.file_out import AskPath, ask_open_path, ask_save_path
from ui.services import Services
from ui.tasks import Progress, Task
from ui.tokens import Tone
from ui.widgets.button import button

LAST: Final = 3
LEAVE: Final = "这套对应关系还没有保存，下次要重新对。"
Look = tuple[Translation, Verdict]


class MapLedger(StepsFrame):
    """`taken` comes after an import that added something."""

    taken = Signal()

    def __init__(
        self, services: Services, path: Path, sheets: tuple[Sheet, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"导入 {path.name}", parent)
        self._services = services
        self._look: Look | None = None
        self._task: Task | None = None
        self._is_kept = False
        self._safe = ""  # the mapping as it was last kept or given, to know whether leaving loses it
        self.work = MappingWork(path, sheets, kept_mappings(services.desk))
        self.ask_open = ask_open_path
        self.ask_save: AskPath = ask_save_path
        self.setWindowTitle("导入自己的表格")
        self.check = CheckPage(services, KeepRow(services, self.work, self), self)
        self.sheet_page = SheetPage(self.work, self)
        self.columns = ColumnsPage(self.work, self)
        self.words = WordsPage(self.work, self)
        self.pages = (self.sheet_page, self.columns, self.words)
        self.use_button = button("用别处的对应关系…", self.use_file, parent=self)
        self.errors_button = button("导出错误表…", self.save_errors, parent=self)
        self.add_aside(self.use_button, self.errors_button)
        for page in (*self.pages, self.check):
            self.stack.addWidget(page)
        self.check.keep.said.connect(self.banner.say)
        self.check.keep.kept.connect(self.kept)
        self._begin()

    def next(self) -> None:
        """One step on; the last step imports."""
        place = self.stack.currentIndex()
        if place == LAST:
            self.take_in()
            return
        problem = self.pages[place].leave()
        if problem:
            self.banner.say(problem, Tone.DANGER)
            return
        self._go(place + 1)

    def back(self) -> None:
        """One step back; what was chosen stays."""
        self._go(max(self.stack.currentIndex() - 1, 0))

    def use_file(self) -> None:
        """Take a mapping that another room gave."""
        path = self.ask_open(self, "json")
        if path is None:
            return
        try:
            mapping = read_mapping(path)
        except MediatorError as refusal:
            self._on_failed(refusal)
            return
        if not self.work.take(mapping):
            self.banner.say("这套对应关系用到的列在文件里找不到，没有使用。", Tone.DANGER)
            return
        self._go(0)
        self.check.keep.name.set_value(mapping.name)
        self.banner.say(f"已使用“{mapping.name}”的对应关系，请按“下一步”核对。", Tone.GOOD)

    def take_in(self) -> None:
        """Add what the look found new, in one transaction."""
        if self._look is None:
            return
        desk, path, verdict = self._services.desk, self.work.path, self._look[1]
        self.banner.say("正在导入……")
        self._start(lambda progress: import_ledger(desk, path, verdict, progress.step), self._on_taken)

    def save_errors(self) -> None:
        """Write the bad cells to a workbook, so that they can be mended in the room's own file."""
        if self._look is None:
            return
        path = self.ask_save(self, f"{self.work.path.stem} 错误清单", "xlsx")
        if path is None:
            return
        try:
            output.write(path, error_workbook(self._look[1].bad, self._services.words))
        except MediatorError as refusal:
            self._on_failed(refusal)
            return
        self.banner.say(f"错误清单已另存到 {path}。改好表格后重新选择它。", Tone.GOOD)

    def reject(self) -> None:
        """Ask before a mapping made by hand is lost; work on its way is stopped first."""
        if self._task is not None:
            self._task.cancel()
            return
        if self._told() != self._safe:
            answers = [("drop", "不保存"), ("stay", "回去保存")]
            if self._services.messages.choose(LEAVE, answers, safe="stay") == "stay":
                return
        super().reject()

    def _begin(self) -> None:
        self._safe = self._told()
        self._is_kept = bool(self.work.known)
        if not self.work.known:
            self.check.keep.name.set_value(self.work.path.stem)
            self._go(0)
            self.banner.say("这个文件的表头和我们的不同。按四步对应一次，保存后下次自动认出。")
            return
        self.check.keep.name.set_value(self.work.known)
        if self.work.fitting() > 1:
            self._go(0)
            self.banner.say(f"已认出“{self.work.known}”。有几张工作表都合适，请选一张。", Tone.GOOD)
            return
        self._go(2 if any(not word.ours for word in self.work.words()) else LAST)

    def _go(self, place: int) -> None:
        self.banner.clear()
        self._look = None
        self.stack.setCurrentIndex(place)
        if place == LAST:
            self._examine()
        else:
            self.pages[place].enter()
            (self.pages[place].first() or self.next_button).setFocus()
        self._show()

    def _examine(self) -> None:
        sheet, mapping, desk = self.work.sheet, self.work.mapping, self._services.desk
        self.check.show_nothing()

        def look(progress: Progress) -> Look:
            translation = translate(sheet, mapping, progress.step)
            return translation, examine_mapped(translation, desk)

        self.banner.say(f"正在检查 {self.work.path.name}……")
        self._start(look, self._on_examined)

    def _on_examined(self, look: Look) -> None:
        self._look = look
        translation, verdict = look
        self._stop()
        self.check.show_verdict(verdict, translation.skipped)
        self.banner.say(*verdict_words(verdict, self.work.known))
        (self.next_button if self.next_button.isEnabled() else self.back_button).setFocus()

    def _on_taken(self, taken: Taken) -> None:
        self._look = None
        self._stop()
        if not self._is_kept:
            self._safe = ""  # a guess that proved right is worth keeping: leaving asks
        self.check.show_nothing()
        self.check.numbers.setText(f"已导入 {taken.cases} 件")
        self.banner.say(f"已导入案件 {taken.cases} 件；已有 {taken.same} 件未重复导入。", Tone.GOOD)
        self._services.saved()
        self.taken.emit()

    def kept(self) -> None:
        """The mapping stands somewhere safe: leaving loses nothing."""
        self._safe = self._told()
        self._is_kept = True

    def _on_failed(self, error: Exception) -> None:
        self._stop()
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _on_cancelled(self) -> None:
        self._stop()
        self.banner.say("已停止，什么也没有导入。", Tone.ATTENTION)

    def _start(self, work: Callable[[Progress], object], on_success: Callable[[Any], object]) -> None:
        self._task = self._services.tasks.start(work, on_success, self._on_failed)
        self._task.progressed.connect(self.check.show_progress)
        self._task.cancelled.connect(self._on_cancelled)
        self._show()

    def _stop(self) -> None:
        self._task = None
        self.check.progress.hide()
        self._show()

    def _told(self) -> str:
        return self.work.mapping.model_dump_json(exclude={"name", "headers", "sheet", "header_row"})

    def _show(self) -> None:
        place, busy = self.stack.currentIndex(), self._task is not None
        verdict = self._look[1] if self._look else None
        self.mark_step([page.title for page in (*self.pages, self.check)])
        addable = verdict is not None and not verdict.bad and bool(verdict.cases)
        self.next_button.setText("导入" if place == LAST else "下一步")
        self.next_button.setEnabled(not busy and (place < LAST or addable))
        self.back_button.setEnabled(not busy and place > 0)
        self.use_button.setVisible(place == 0)
        self.errors_button.setVisible(verdict is not None and bool(verdict.bad))
        self.close_button.setText("停止" if busy else "关闭")
        self.check.keep.setEnabled(not busy)
