"""A series: who of its members is where, the next joint step, and all papers at once."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediator.casework.series import every_series, leave_series, series_state
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.decision import Series
from mediator.domain.errors import NotFound
from mediator.domain.money import format_yuan, in_words
from mediator.domain.series import SeriesState
from ui.dialogs.series.join import AddPeople, join_dialog
from ui.dialogs.series.print_all import PrintAll
from ui.dialogs.series.steps import DIALOGS
from ui.models.rows import Column, RowsModel
from ui.models.series import STEP_WORDS, applicants, series_columns, stage_counts, steps_open
from ui.pages.page import Page
from ui.services import Services
from ui.widgets.button import button, primary_button
from ui.widgets.chip_delegate import ChipDelegate
from ui.widgets.empty import EmptyNote
from ui.widgets.flow import FlowLayout
from ui.widgets.label import hairline, plain_label
from ui.widgets.table import ListTable

STATUS_COLUMN, LACKING_COLUMN = 3, 4
OPEN = ("hold", "agree", "fail")  # before an agreement any of these may come next
Line = tuple[Series, int]


class SeriesPage(Page):
    """`show_series` chooses one; without one the page lists them all."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.services = services
        self.series_id = 0
        self.state: SeriesState | None = None
        self.title = plain_label("", "title", self, wrap=True)
        self.counts = plain_label("", "secondary", self, wrap=True)
        self.next_button = primary_button("", lambda: self.do_step(self._next), parent=self)
        self._next = "none"
        self._others: list[QPushButton] = []
        self.table = ListTable(RowsModel(series_columns()), self, name="系列中的案件")
        self.listing = ListTable(RowsModel(_list_columns()), self, name="系列案件")
        self.empty = EmptyNote(self)
        self.stack = QStackedWidget(self)
        self._build()
        self.table.opened.connect(lambda file: self.services.open_case(file.id))
        self.listing.opened.connect(lambda line: self._open(line[0].id))
        for keys, act in (("Ctrl+P", self.print_all), ("Ctrl+Return", lambda: self.do_step(self._next))):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_series(self, series_id: int) -> None:
        """Choose a series, 0 for the list of all; it is read when the page comes to the front."""
        self.series_id = series_id

    def refresh(self) -> None:
        """Read the series, or the list of them, again."""
        self.state = None
        if self.series_id:
            try:
                self.state = series_state(self.services.desk, self.series_id)
            except NotFound:
                self.series_id = 0
        if self.state is None or not self.state.files:
            self._show_list()
        else:
            self._show_one(self.state)

    def take_keyboard(self) -> None:
        """The next step where there is one, else the list."""
        if self.state is None:
            (self.listing if self.listing.rows_model.rows() else self.empty.action or self).setFocus()
        elif self._next == "none":
            self.table.setFocus()
        else:
            self.next_button.setFocus()

    def files(self) -> list[CaseFile]:
        """The cases that are shown."""
        return self.table.rows_model.rows()

    def do_step(self, step: str) -> None:
        """Open the joint form of a step."""
        if self.state is not None and step in DIALOGS:
            dialog = DIALOGS[step](self.services, self.state, self)
            title = f"{self.state.series.name} {dialog.windowTitle()}"
            dialog.keep_drafts(self.services.drafts, f"series:{self.series_id}:{step}", title)
            self._open_dialog(dialog)

    def open_part(self, step: str) -> bool:
        """Open the form that a draft belongs to."""
        if self.state is None:
            return False
        QTimer.singleShot(0, self, self.add_people if step == "join" else lambda: self.do_step(step))
        return True

    def print_all(self) -> None:
        """All papers of one kind, or each one's dossier, for all of them."""
        if self.state is not None:
            dialog = PrintAll(self.services, self.state, self)
            dialog.finished.connect(lambda _result: self.refresh())
            dialog.open()

    def leave(self) -> None:
        """Treat the chosen case singly from now on."""
        file = self.table.current()
        question = f"把{applicants(file)}移出系列？案件和编号不变，以后单独办理。" if file else ""
        if file is None or not self.services.messages.ask(question, "移出系列"):
            return
        if self.services.attempt(lambda: leave_series(self.services.desk, file.id)):
            self.refresh()

    def add_people(self) -> None:
        """Take in those who come later."""
        if self.state is not None:
            self._open_dialog(AddPeople(self.services, self.state, self))

    def join_case(self) -> None:
        """Take along a case that was taken in singly."""
        if self.state is not None:
            self._open_dialog(join_dialog(self.services, self.state, self))

    def show_in_list(self) -> None:
        """The case list narrowed to this series."""
        if self.state is not None:
            codes = tuple(file.code for file in self.state.files)
            self.services.show_cases(codes, self.state.series.name)

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.accepted.connect(self._after_step)
        dialog.open()

    def _after_step(self) -> None:
        self.refresh()
        self.take_keyboard()

    def _open(self, series_id: int) -> None:
        self.show_series(series_id)
        self._after_step()

    def _show_list(self) -> None:
        self.state, self.series_id = None, 0
        lines = every_series(self.services.desk)
        self.listing.rows_model.set_rows(lines)
        if lines:
            self.listing.selectRow(0)
        self.empty.say(
            "还没有系列案件。许多人对同一方的纠纷，可以一起登记、一起调解，各人一件。",
            "登记系列案件",
            lambda: self.services.go("series-intake"),
        )
        self.list_page.setCurrentWidget(self.listing if lines else self.empty)
        self.stack.setCurrentIndex(0)

    def _show_one(self, state: SeriesState) -> None:
        chosen = self.table.current()
        self.title.setText(state.series.name)
        total = state.total_fen
        money = f"　金额 {format_yuan(total)} 元（{in_words(total)}）" if total else ""
        self.counts.setText(f"{len(state.files)} 件{money}　{stage_counts(state)}")
        self.table.rows_model.set_rows(state.files)
        ids = [file.id for file in state.files]
        self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._show_steps(state)
        self.stack.setCurrentIndex(1)

    def _show_steps(self, state: SeriesState) -> None:
        self._next = state.next_step
        words = dict(steps_open(state))
        self.next_button.setVisible(self._next != "none")
        self.next_button.setText(words.get(self._next, ""))
        for old in self._others:
            self.steps.removeWidget(old)
            old.deleteLater()
        before_agreement = {"hold", "agree", "fail"} & words.keys()
        offered = [step for step in STEP_WORDS if step in words or (before_agreement and step in OPEN)]
        self._others = [
            self._step_button(step, words.get(step, STEP_WORDS[step]))
            for step in offered
            if step != self._next
        ]

    def _step_button(self, step: str, word: str) -> QPushButton:
        made = button(word, lambda: self.do_step(step), parent=self)
        self.steps.addWidget(made)
        made.show()
        return made

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.stack.addWidget(self._build_list())
        self.stack.addWidget(self._build_one())

    def _build_list(self) -> QWidget:
        page = QWidget(self)
        top = QHBoxLayout()
        top.addWidget(plain_label("系列案件", "title", page))
        top.addStretch(1)
        top.addWidget(button("登记系列案件", lambda: self.services.go("series-intake"), parent=page))
        self.list_page = QStackedWidget(page)
        self.list_page.addWidget(self.listing)
        self.list_page.addWidget(self.empty)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(top)
        layout.addWidget(self.list_page, 1)
        return page

    def _build_one(self) -> QWidget:
        page = QWidget(self)
        self.table.setItemDelegateForColumn(STATUS_COLUMN, ChipDelegate(self.table))
        titles = self.table.horizontalHeader()
        titles.setStretchLastSection(False)
        titles.setSectionResizeMode(LACKING_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.steps = FlowLayout(spacing=8)
        self.steps.addWidget(self.next_button)
        printing = button("打印全部…（Ctrl+P）", self.print_all, picture="print", parent=page)
        self.steps.addWidget(printing)
        acts = FlowLayout(spacing=8)
        for word, act in (
            ("再加申请人…", self.add_people),
            ("并入已有案件…", self.join_case),
            ("移出系列", self.leave),
            ("在案件列表中查看", self.show_in_list),
            ("全部系列", lambda: self._open(0)),
        ):
            acts.addWidget(button(word, act, role="link", parent=page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.counts)
        layout.addLayout(self.steps)
        layout.addWidget(hairline(page))
        layout.addWidget(self.table, 1)
        layout.addLayout(acts)
        return page


def _list_columns() -> list[Column[Line]]:
    return [
        Column("系列", lambda line: line[0].name, 34),
        Column("件数", lambda line: str(line[1]), 5, right=True),
        Column("受理日期", lambda line: write_date(line[0].opened_on), 10),
    ]
