"""The desk: what is due and why, the cases in hand, and how the month stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediator.casework.desk import Desk
from mediator.casework.look_up import case_lines, due_items
from mediator.casework.month import Month, this_month
from mediator.domain.browse import CaseFilter, CaseLine, DueItem
from mediator.domain.dates import write_date
from mediator.domain.period import title
from ui.models.case_lines import STAGE_WORDS
from ui.models.due import DueGroups, grouped
from ui.pages.page import Page
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.card import Card
from ui.widgets.desk_rows import CaseRow, DueRow, FigureRow
from ui.widgets.draft_list import DraftList
from ui.widgets.fold_columns import FoldColumns
from ui.widgets.label import hairline, plain_label
from ui.widgets.scroll import scrolling

IN_HAND = ("mediating", "accepted", "settled")
MOST_DUE, MOST_CASES = 12, 6


@dataclass(frozen=True)
class Picture:
    """Everything the desk page shows, read at one go."""

    due: DueGroups
    in_hand: list[CaseLine]
    month: Month


def read(desk: Desk) -> Picture:
    """Read what the page shows; takes a while in a large office, so it is called aside."""
    lines, _ = case_lines(desk, CaseFilter(stages=IN_HAND))
    return Picture(grouped(due_items(desk), desk.today()), lines, this_month(desk))


class DeskPage(Page):
    """Three columns that fold; an office without a case is told what to do first."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setProperty("role", "page")
        self.banner = Banner(self)
        self.drafts = DraftList(services.drafts, self)
        self.due = Card("到期事项", self)
        self.in_hand = Card("在办案件", self)
        self.month = Card("本月", self)
        self.columns = FoldColumns([self.due, self.in_hand, self.month])
        go = services.go
        self.new_button = primary_button("新登记", lambda: go("intake"), picture="new", parent=self)
        self.first_steps = self._first_steps()
        self.stack = QStackedWidget(self)
        self._asked = 0
        self._build()

    def refresh(self) -> None:
        """Read everything again, aside."""
        self._asked += 1
        asked, desk = self._asked, self._services.desk
        self._services.tasks.start(lambda _progress: (asked, read(desk)), self._on_read, self._on_failed)

    def due_rows(self) -> list[DueRow]:
        """The rows of what is due, in order."""
        return self.due.findChildren(DueRow)

    def case_rows(self) -> list[CaseRow]:
        """The rows of the cases in hand, in order."""
        return self.in_hand.findChildren(CaseRow)

    def figures(self) -> dict[str, str]:
        """The figures of the month by their words."""
        return {row.word: row.figure for row in self.month.findChildren(FigureRow)}

    def _on_read(self, answer: tuple[int, Picture]) -> None:
        asked, picture = answer
        if asked != self._asked:
            return
        self.banner.clear()
        if not picture.month.total:
            self.new_button.hide()
            self.stack.setCurrentWidget(self.first_steps)
            return
        self.new_button.show()
        self._show_due(picture.due)
        self._show_in_hand(picture.in_hand)
        self._show_month(picture.month)
        self.stack.setCurrentIndex(1)

    def _on_failed(self, error: Exception) -> None:
        self.banner.say(self._services.explain(error), Tone.DANGER)

    def _show_due(self, groups: DueGroups) -> None:
        self.due.empty()
        today = self._services.desk.today()
        for word, items in (("今天到期", groups.today), ("已超期", groups.overdue), ("七天内", groups.soon)):
            if not items:
                continue
            self.due.body.addWidget(self._group_head(word, _codes(items)))
            for item in items[:MOST_DUE]:
                row = DueRow(item, today, self.due)
                row.opened.connect(self._services.open_case)
                self.due.body.addWidget(row)
        if not groups.all():
            words = "七天内没有到期的事项。"
            self.due.body.addWidget(plain_label(words, "secondary", self.due, wrap=True))

    def _show_in_hand(self, lines: list[CaseLine]) -> None:
        self.in_hand.empty()
        who = self._services.desk.who
        ordered = sorted(lines, key=lambda line: (IN_HAND.index(line.stage), line.mediator != who))
        for stage, found in groupby(ordered, key=lambda line: line.stage):
            cases = list(found)
            codes = tuple(line.code for line in cases)
            self.in_hand.body.addWidget(self._group_head(STAGE_WORDS[stage][0], codes))
            for line in cases[:MOST_CASES]:
                row = CaseRow(line, line.mediator == who, self.in_hand)
                row.opened.connect(self._services.open_case)
                self.in_hand.body.addWidget(row)
        if not lines:
            self.in_hand.body.addWidget(plain_label("没有在办的案件。", "secondary", self.in_hand))

    def _show_month(self, month: Month) -> None:
        self.month.empty()
        self.month.heading.setText(f"本月　{title(month.period)}")
        for word, codes in (
            ("受理", month.accepted),
            ("调解成功", month.settled),
            ("未达成协议", month.ended),
            ("目前未结", month.open),
        ):
            open_list = partial(self._services.show_cases, codes, f"{title(month.period)}{word}")
            self.month.body.addWidget(FigureRow(word, f"{len(codes)} 件", open_list, self.month))
        days = (month.due_on - self._services.desk.today()).days
        left = "就是今天" if days == 0 else f"还剩{days}天"
        words = f"{title(month.due)}报表\n{write_date(month.due_on)}前报送，{left}"
        self.month.body.addWidget(hairline(self.month))
        self.month.body.addWidget(plain_label(words, parent=self.month, wrap=True))
        self.month.body.addWidget(
            button("打开统计报表", lambda: self._services.go("statistics"), parent=self.month)
        )

    def _group_head(self, word: str, codes: tuple[str, ...]) -> QWidget:
        """A word, how many, and the way to the whole list."""
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(plain_label(word, "secondary", head))
        row.addStretch(1)
        show = partial(self._services.show_cases, tuple(dict.fromkeys(codes)), word)
        row.addWidget(button(f"{len(codes)} 件", show, role="link", parent=head))
        return head

    def _first_steps(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(plain_label("这里还没有案件，可以从这几件事开始：", "heading", page))
        go = self._services.go
        for made, words in (
            (
                primary_button("新登记", lambda: go("intake"), parent=page),
                "当事人来了，登记纠纷，一次填写，文书自动生成",
            ),
            (button("导入台账", lambda: go("cases"), parent=page), "已有 Excel 台账，在“案件”页检查后导入"),
            (button("机构人员", lambda: go("office"), parent=page), "补上调解室地点、电话、法院和调解员名单"),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            made.setMinimumWidth(self.fontMetrics().horizontalAdvance("中") * 8)
            row.addWidget(made)
            row.addWidget(plain_label(words, "secondary", page, wrap=True), 1)
            layout.addLayout(row)
        layout.addStretch(2)
        return page

    def _build(self) -> None:
        waiting = QWidget(self)
        around = QVBoxLayout(waiting)
        around.addWidget(plain_label("正在读取……", "secondary", waiting))
        around.addStretch(1)
        for page in (waiting, scrolling(self.columns, self), self.first_steps):
            self.stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(plain_label("工作台", "title", self))
        top.addStretch(1)
        top.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.drafts)
        layout.addWidget(self.stack, 1)


def _codes(items: Sequence[DueItem]) -> tuple[str, ...]:
    return tuple(item.code for item in items)
