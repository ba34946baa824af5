"""All papers of one kind of a series as one print, or the dossier of each case as a file of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.paper_matter import matter_of
from mediator.casework.series_acts import mark_all_printed
from mediator.command import output
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.together import Bundle, bundle, fingerprints, kinds
from mediator.domain.series import SeriesState, file_names
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.models.rows import Column, RowsModel
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tasks import Progress, Task
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label
from ui.widgets.table import ListTable

Kind = tuple[str, str, int]
# What is usually printed before a step.
LIKELY = {
    "hold": "meeting-notice",
    "agree": "mediation-record",
    "sign": "agreement",
    "perform": "receipt",
    "visit": "receipt",
    "archive": "follow-up-record",
}
AskFolder = Callable[[QWidget], Path | None]


def ask_folder(parent: QWidget) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, "卷宗存到哪个文件夹")
    return Path(chosen) if chosen else None


class PrintAll(TabByLayout, QDialog):
    """Everything is made aside, with a count and a way to stop; what is shown is what is printed."""

    def __init__(self, services: Services, state: SeriesState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.state = state
        self._matters = [matter_of(services.desk, file) for file in state.files]
        self._task: Task | None = None
        self.preview: PreviewDialog | None = None
        self.ask_folder: AskFolder = ask_folder
        self.setWindowTitle("打印全部")
        self.table = ListTable(RowsModel(_columns()), self, name="文书种类")
        self.table.rows_model.set_rows(kinds(self._matters))
        self.banner = Banner(self)
        self.open_button = primary_button("预览并打印", self.open_kind, parent=self)
        self.dossier_button = button("各件整卷存到文件夹…", self.save_dossiers, parent=self)
        self._build()
        self.table.opened.connect(lambda _kind: self.open_kind())
        keys = [key for key, _, _ in self.table.rows_model.rows()]
        likely = LIKELY.get(state.next_step, "")
        self.table.selectRow(keys.index(likely) if likely in keys else 0)
        self.table.setFocus()

    def open_kind(self) -> None:
        """Make all papers of the chosen kind and show them."""
        kind: Kind | None = self.table.current()
        if kind is not None:
            self._start(
                f"正在生成{kind[1]}",
                lambda progress: bundle(self._matters, kind[0], progress.step),
                partial(self._on_made, kind),
            )

    def save_dossiers(self) -> None:
        """Write the bound dossier of each case into a folder."""
        folder = self.ask_folder(self)
        if folder is not None:
            matters = self._matters
            self._start(
                "正在装订卷宗",
                lambda progress: write_dossiers(matters, folder, progress),
                lambda count: self.banner.say(f"已存 {count} 份卷宗到 {folder}", Tone.GOOD),
            )

    def done(self, result: int) -> None:
        """Work on its way is stopped first."""
        if self._task is not None:
            self._task.cancel()
            self.banner.say("正在停止……", Tone.ATTENTION)
            return
        super().done(result)

    def _start(
        self, word: str, work: Callable[[Progress], object], on_success: Callable[[object], object]
    ) -> None:
        if self._task is not None:
            return

        def succeed(result: object) -> None:
            self._end()
            on_success(result)

        task = self.services.tasks.start(work, succeed, self._on_failed)
        task.progressed.connect(partial(self._say_progress, word))
        task.cancelled.connect(self._on_stopped)
        self._task = task
        self._set_busy(True)
        self.banner.say(f"{word}……", Tone.ACCENT, "停止", task.cancel)

    def _on_made(self, kind: Kind, made: object) -> None:
        assert isinstance(made, Bundle)
        lacking = f"；{len(made.without)} 件没有这种文书" if made.without else ""
        self.banner.say(f"{kind[1]}：{len(made.cases)} 件，共 {made.pages} 页{lacking}", Tone.GOOD)
        paper = Previewed(
            f"{kind[1]}（{len(made.cases)} 件）",
            made.data,
            f"{self.state.series.name} {kind[1]}",
            on_printed=lambda _digest: self._mark(kind[0]),
        )
        self.preview = PreviewDialog(self.services, paper, self)
        self.preview.finished.connect(lambda _result: self.table.setFocus())
        self.preview.open()

    def _mark(self, key: str) -> None:
        """Write down of each case which bytes of its own paper went out."""
        matters, desk, attempt = self._matters, self.services.desk, self.services.attempt
        self.services.tasks.start(
            lambda _progress: fingerprints(matters, key),
            lambda printed: attempt(lambda: mark_all_printed(desk, printed)),
        )

    def _say_progress(self, word: str, done: int, total: int, code: str) -> None:
        if self._task is not None and code:
            self.banner.say(f"{word}：{code}（{done + 1}／{total}）", Tone.ACCENT, "停止", self._task.cancel)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.banner.say(self.services.explain(error), Tone.DANGER)

    def _on_stopped(self) -> None:
        self._end()
        self.banner.say("已停止。", Tone.ATTENTION)

    def _end(self) -> None:
        self._task = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        self.dossier_button.setEnabled(not busy)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.dossier_button)
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label("打印全部", "title", self))
        hint = "选一种文书按回车：各件的这种文书排成一份，一次打印；每件各自编页码，只写自己的当事人。"
        layout.addWidget(plain_label(hint, "secondary", self, wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        room = self.screen().availableSize()
        self.resize(em * 40, min(em * 34, round(room.height() * 0.85)))


def write_dossiers(matters: list[Matter], folder: Path, progress: Progress) -> int:
    """Bind each case's dossier into a file of its own; how many were written."""
    names = file_names([matter.file for matter in matters], "卷宗")
    for done, (matter, name) in enumerate(zip(matters, names, strict=True)):
        progress.step(done, len(matters), matter.file.code)
        output.write(folder / f"{name}.pdf", press.dossier(matter))
    return len(matters)


def _columns() -> list[Column[Kind]]:
    return [Column("文书", lambda kind: kind[1], 22), Column("件数", lambda kind: f"{kind[2]} 件", 6)]
