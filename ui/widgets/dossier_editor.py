"""The office's own contents of a dossier: lines put in order, named, required or not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediator.codes import word
from mediator.documents import press
from mediator.documents.own_dossier import free_copies, free_forms
from mediator.domain.track import DossierItem
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.check_list import TickField
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import in_short, plain_label
from ui.widgets.row_list import ListRow, RowList

BY_HAND = "手工放入"
PREFIX = "人民调解"
PIECE = "piece:"  # before the kind of an attached piece, among the keys of papers
HELP = (
    "封面和卷内目录总在最前面。“必备”的项没有材料时会提醒；手工放入的必备项在目录里写“另附”。"
    "目录里用这里的名称；一项放几种文书的，其余各写各的名称。没有列入的文书仍可按需打印。"
)
ADD_FORM = "＋文书或附件"


class DossierRow(ListRow):
    """Gives and takes a DossierItem; its papers stay with it."""

    submitted = Signal()

    def __init__(self, item: DossierItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.number = plain_label("", "label", self)
        self.title = TextField(self)
        self.required = TickField("必备", self)
        self.papers = plain_label(in_short(papers_words(item), 12), "secondary", self)
        self.papers.setToolTip(papers_words(item))
        self._enter = EnterMovesOn(lambda _widget: self.submitted.emit(), self)
        self._build()
        self.title.set_value(item.title)
        self.title.line.setCursorPosition(0)  # of a long name the beginning is seen
        self.required.set_value(item.required)
        self.title.changed.connect(self.changed)
        self.required.changed.connect(self.changed)

    def item(self) -> DossierItem:
        """The line as it stands here."""
        return replace(self._item, title=self.title.value(), required=self.required.value())

    @property
    def forms(self) -> tuple[str, ...]:
        """The papers of this line."""
        return self._item.forms

    def set_number(self, number: int) -> None:
        """Say which line this is."""
        self.number.setText(f"{number}")
        self.title.line.setAccessibleName(f"第{number}项名称")

    def is_empty(self) -> bool:
        """A line without a name and without papers says nothing."""
        return not self.title.value() and not self.forms and not self._item.copies

    def raw(self) -> object:
        """What stands in the row right now."""
        item = asdict(self._item) | {"forms": list(self._item.forms), "copies": list(self._item.copies)}
        return item | {"title": self.title.raw(), "required": self.required.raw()}

    def focus_first(self) -> None:
        """Put the keyboard into the name."""
        self.title.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        self.number.setFixedWidth(round(em * 1.6))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.papers.setFixedWidth(em * 13)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.title, 1)
        row.addWidget(self.required)
        row.addWidget(self.papers)
        links = QHBoxLayout()
        links.setSpacing(0)
        for one in self._orders():
            links.addWidget(one)
        row.addLayout(links)
        self._enter.watch(self.title.line)

    def _orders(self) -> list[QPushButton]:
        made = []
        for act, asked, keys in (("上移", "up", "Up"), ("下移", "down", "Down"), ("移除", "remove", "Del")):
            one = button(act, partial(self.asked.emit, asked), role="link", parent=self)
            one.setToolTip(f"{act}（Ctrl+Shift+{ {'Up': '↑', 'Down': '↓'}.get(keys, keys) }）")
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tooltip names the keys; Tab goes on
            made.append(one)
            shortcut = QShortcut(QKeySequence(f"Ctrl+Shift+{keys}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.asked.emit, asked))
        return made


class DossierEditor(RowList[DossierRow]):
    """Gives the lines in order; papers that no line holds can be put in."""

    def __init__(
        self,
        lists: Sequence[tuple[str, tuple[DossierItem, ...]]],
        ask: Callable[[str], bool],
        track: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, spacing=4)
        self._lists = lists
        self._ask = ask
        self._track = track
        self._pointed: DossierRow | None = None
        self.add_form = ChoiceField([], self, empty_word=ADD_FORM)
        self.add_form.setAccessibleName("放入文书或附件")
        self.add_form.setMinimumContentsLength(9)
        self.add_form.changed.connect(self._on_form)
        self._build()

    def value(self) -> tuple[DossierItem, ...]:
        """Every line, in order; one without a name is refused, not dropped."""
        return tuple(row.item() for row in self._rows)

    def set_value(self, items: Iterable[DossierItem] | None) -> None:
        """Show these lines."""
        self._empty()
        for item in items or ():
            self._insert(item)
        self.note.say("")
        self._renew()

    def set_raw(self, raw: Iterable[Mapping[str, Any]]) -> None:
        """Put the lines back as they stood."""
        self.set_value(
            DossierItem(one["title"], one["required"], tuple(one["forms"]), tuple(one["copies"]))
            for one in raw
        )

    def problem(self) -> str:
        """What cannot be kept is said when it is saved."""
        return ""

    def focus_target(self) -> QWidget:
        """The name of the line that was pointed to, else of the first, or where one is added."""
        shown = next((row for row in self._rows if row is self._pointed), None) or next(
            iter(self._rows), None
        )
        return shown.title.line if shown else self.add_form

    def point(self, line: int, message: str) -> None:
        """Say at a line what is wrong with it; the keyboard goes there."""
        self._pointed = self._rows[line - 1]
        self._pointed.title.tell(message, Tone.DANGER)

    def add(self, item: DossierItem = DossierItem("", False)) -> None:  # noqa: B008  # frozen
        """One more line at the end; the back cover stays the last."""
        last = self._rows and self._rows[-1].forms == ("back-cover",)
        row = self._insert(item, len(self._rows) - (1 if last else 0))
        self.after_change()
        row.focus_first()

    def start_from(self, items: tuple[DossierItem, ...]) -> None:
        """Begin again from one of the given lists."""
        if not self._rows or self._ask("现有的各项会换成这个目录。"):
            self.set_value(items)
            self.changed.emit()

    def removed_words(self, row: DossierRow, place: int) -> str:
        """Which one is gone."""
        return f"已移除“{in_short(row.title.value())}”"

    def after_move(self, row: DossierRow) -> None:
        """The keyboard stays in the line that was moved."""
        row.focus_first()

    def after_removal(self, place: int) -> None:
        """The keyboard goes to the line that took the place."""
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].focus_first()

    def after_change(self) -> None:
        """Numbers and free papers follow."""
        self._renew()
        super().after_change()

    def _insert(self, item: DossierItem, place: int | None = None) -> DossierRow:
        row = DossierRow(item, self)
        row.submitted.connect(lambda: self.go_after(row))
        self._take_in(row, len(self._rows) if place is None else place)
        return row

    def _renew(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_number(number)
        self.add_form.set_value("")
        items = self.value()
        pieces = [(f"{PIECE}{kind}", f"附件：{name}") for kind, name in free_copies(items, self._track)]
        self.add_form.set_options([*free_forms(items, self._track), *pieces])

    def _on_form(self) -> None:
        key = self.add_form.value()
        if key.startswith(PIECE):
            kind = key.removeprefix(PIECE)
            self.add(DossierItem(word("attachment_kind", kind), False, copies=(kind,)))
        elif key:
            self.add(DossierItem(press.forms()[key].title, False, (key,)))

    def _build(self) -> None:
        adders = QHBoxLayout()
        adders.addWidget(button("＋一项手工材料", self.add, parent=self))
        adders.addWidget(self.add_form)
        adders.addStretch(1)
        for start, items in self._lists:
            adders.addWidget(button(start, partial(self.start_from, items), role="link", parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(plain_label(HELP, "secondary", self, wrap=True))
        layout.addLayout(adders)
        layout.addWidget(self.banner)
        layout.addLayout(self._body)
        layout.addWidget(self.note)


def papers_words(item: DossierItem) -> str:
    """The papers and pieces of a line in words."""
    known = press.forms()
    titles = [known[key].title.removeprefix(PREFIX) for key in item.forms if key in known]
    pieces = "、".join(word("attachment_kind", kind) for kind in item.copies)
    return "、".join((*titles, *([f"附件（{pieces}）"] if pieces else []))) or BY_HAND
