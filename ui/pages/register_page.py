"""当事人登记簿: who has been here, with what; doubles made one, and parted again."""

from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework import register
from mediator.domain.register import Double, KnownPerson, PersonMerge
from ui.dialogs.earlier_cases import EarlierCases
from ui.dialogs.merge_people import MergePeople
from ui.models.people import double_columns, merge_columns, people_columns
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.empty import EmptyNote
from ui.widgets.label import plain_label
from ui.widgets.search_pause import SearchPause
from ui.widgets.table import ListTable
from ui.widgets.toggles import Toggles

PAUSE_MS: Final = 250
ALL, DOUBLES, MERGES = "all", "doubles", "merges"
VIEWS: Final = ((ALL, "全部"), (DOUBLES, "疑似重复"), (MERGES, "合并记录"))
NOTHING: Final = {
    ALL: "没有找到。可以按姓名、拼音首字母、电话尾号或者证件号码的一段来找。",
    DOUBLES: "没有发现疑似重复的人。",
    MERGES: "还没有合并过。",
}


class RegisterPage(Page):
    """A page of its own beside the cases: people are looked up where their cases are."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._first: KnownPerson | None = None  # to be merged with the next one chosen
        self._names: dict[int, str] = {}
        self.setProperty("role", "page")
        self.text = QLineEdit(self)
        self.text.setPlaceholderText("姓名 · 拼音首字母 · 电话尾号 · 证件号码")
        self.text.setAccessibleName("查找当事人")
        self.text.setClearButtonEnabled(True)
        self.views = Toggles(VIEWS, self, one=True)
        self.count = plain_label("", "secondary", self)
        self.banner = Banner(self)
        self.people: ListTable = ListTable(RowsModel(people_columns()), self, name="当事人")
        self.doubles: ListTable = ListTable(RowsModel(double_columns()), self, name="疑似重复")
        self.merges: ListTable = ListTable(RowsModel(merge_columns(self._names)), self, name="合并记录")
        self.tables = {ALL: self.people, DOUBLES: self.doubles, MERGES: self.merges}
        self.empty = EmptyNote(self)
        self.below = QStackedWidget(self)
        self.look_button = button("看纠纷", self.look, parent=self)
        self.merge_button = button("合并…", self.merge, parent=self)
        self.apart_button = button("不是同一人", self.keep_apart, parent=self)
        self.undo_button = button("撤销合并", self.undo, parent=self)
        self._pause = SearchPause(self.text, PAUSE_MS)
        self._build()
        self._connect()
        self.views.set_value([ALL])

    @property
    def view(self) -> str:
        """Which of the three lists is shown."""
        return self.views.value()[0]

    def refresh(self) -> None:
        """Read the shown list again."""
        desk, table = self._services.desk, self.tables[self.view]
        rows: list[Any]
        if self.view == ALL:
            rows, total = register.people(desk, self.text.text())
            shown = f"找到 {len(rows)} 人" if self.text.text().strip() else f"共 {total} 人"
            self.count.setText(
                shown if len(rows) < register.LISTED else f"{shown}，列出最近的 {len(rows)} 人"
            )
        elif self.view == DOUBLES:
            rows = register.doubles(desk)
            self.count.setText(f"{len(rows)} 对" if rows else "")
        else:
            rows = [one for one in register.merges(desk) if one.reason]
            self._names.clear()
            self._names |= register.names(desk, {one.kept_id for one in rows})
            self.count.setText(f"{len(rows)} 次" if rows else "")
        table.rows_model.set_rows(rows)
        if rows:
            table.selectRow(0)
        self.empty.say(NOTHING[self.view])
        self.below.setCurrentWidget(table if rows else self.empty)
        self._offer()

    def take_keyboard(self) -> None:
        """One begins by typing whom one looks for."""
        self.text.setFocus()

    def show_view(self, view: str) -> None:
        """Change between everybody, doubles and merges."""
        self.views.set_value([view])
        self.text.setVisible(view == ALL)
        self.refresh()

    def look(self) -> None:
        """All disputes of the chosen person."""
        person = self.people.current()
        if isinstance(person, KnownPerson):
            dialog = EarlierCases(self._services, person, self)
            dialog.parted.connect(self.refresh)
            dialog.open()

    def merge(self) -> None:
        """Merge the chosen pair; in the list of all, this one with the one chosen next."""
        if self.view == DOUBLES:
            pair = self.doubles.current()
            if isinstance(pair, Double):
                self._ask_merge(pair.one, pair.other)
            return
        person = self.people.current()
        if not isinstance(person, KnownPerson):
            return
        if self._first is None:
            self._begin_merge(person)
        elif self._first.id != person.id:
            self._ask_merge(self._first, person)

    def keep_apart(self) -> None:
        """The chosen pair is two people."""
        pair, desk = self.doubles.current(), self._services.desk
        if isinstance(pair, Double) and self._services.attempt(
            lambda: register.keep_apart(desk, pair.one.id, pair.other.id)
        ):
            self.refresh()

    def undo(self) -> None:
        """Take the chosen merge back."""
        made, desk = self.merges.current(), self._services.desk
        if isinstance(made, PersonMerge) and self._services.attempt(
            lambda: register.undo_merge(desk, made.id)
        ):
            self.refresh()

    def _begin_merge(self, person: KnownPerson) -> None:
        self._first = person
        words = f"把“{person.facts.name}”和谁合并？请找到另一个人，选中后再按“合并”。"
        self.banner.say(words, Tone.ACCENT, "取消", self._end_merge)
        self.text.setFocus()
        self.text.selectAll()

    def _end_merge(self) -> None:
        self._first = None
        self.banner.clear()

    def _ask_merge(self, kept: KnownPerson, gone: KnownPerson) -> None:
        dialog = MergePeople(self._services, kept, gone, self)
        dialog.accepted.connect(self._on_merged)
        dialog.open()

    def _on_merged(self) -> None:
        self._end_merge()
        self._services.saved()
        self.refresh()

    def _offer(self) -> None:
        """Only the buttons that can do something now."""
        chosen = self.tables[self.view].current()
        for made, views in (
            (self.look_button, (ALL,)),
            (self.merge_button, (ALL, DOUBLES)),
            (self.apart_button, (DOUBLES,)),
            (self.undo_button, (MERGES,)),
        ):
            made.setVisible(self.view in views)
            made.setEnabled(chosen is not None and not (isinstance(chosen, PersonMerge) and chosen.undone))

    def _on_view(self) -> None:
        self._end_merge()
        self.show_view(self.view)

    def _find_now(self) -> None:
        self._pause.stop()
        self.refresh()
        if self.people.current() is not None:
            self.people.setFocus()

    def _connect(self) -> None:
        self.text.returnPressed.connect(self._find_now)
        self._pause.due.connect(self.refresh)
        self.views.changed.connect(self._on_view)
        self.people.opened.connect(lambda _one: self.merge() if self._first else self.look())
        self.doubles.opened.connect(lambda _one: self.merge())
        for table in self.tables.values():
            table.chosen.connect(lambda _row: self._offer())

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(button("‹ 案件", lambda: self._services.go("cases"), role="link", parent=self))
        top.addWidget(plain_label("当事人登记簿", "title", self))
        top.addWidget(self.count)
        top.addStretch(1)
        for made in (self.look_button, self.merge_button, self.apart_button, self.undo_button):
            top.addWidget(made)
        find = QHBoxLayout()
        find.setSpacing(12)
        self.text.setFixedWidth(self.fontMetrics().horizontalAdvance("中") * 22)
        find.addWidget(self.text)
        find.addWidget(self.views, 1)
        for widget in (*self.tables.values(), self.empty):
            self.below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(find)
        layout.addWidget(self.banner)
        layout.addWidget(self.below, 1)


def _counted(listed: int, total: int, *, found: bool) -> str:
    told = f"找到 {listed} 人" if found else f"共 {total} 人"
    return told if listed < register.LISTED else f"{told}，列出最近的 {listed} 人"
