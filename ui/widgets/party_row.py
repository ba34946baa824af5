"""One party of a case: its place and name on a line, the rest below where it is unfolded."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediator.codes import code_list
from mediator.domain.party import PartyEntry, PartyFacts, kind_of_name
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import hairline, plain_label
from ui.widgets.party_detail import LABEL_CHARS, PartyDetail
from ui.widgets.row_list import ListRow


class PartyRow(ListRow):
    """Gives and takes a PartyEntry; `finished` comes with Enter in its last shown field.

    It also asks for next and before, the lines below and above.
    """

    finished = Signal()

    def __init__(self, key: int, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._entry_id: int | None = None
        self._kind_chosen = False
        self.role = ChoiceField(code_list("party_role").pairs(), self)
        self.kind = ChoiceField([("person", "自然人"), ("organisation", "单位")], self)
        self.name = TextField(self, placeholder="姓名")
        self.summary = plain_label("", "secondary", self)
        self.detail = PartyDetail(self)
        self.more = button("详细", self._toggle, role="link", parent=self)
        self._enter = EnterMovesOn(self._move_on, self)
        self._build()
        self._listen()
        self.role.set_value(role)
        self.kind.set_value("person")
        self._name_things()
        self.unfold(False)

    def entry(self) -> PartyEntry:
        """The party as it stands here."""
        return PartyEntry(id=self._entry_id, role=self.role.value(), facts=self.facts())

    def facts(self) -> PartyFacts:
        """Name and details."""
        return self.detail.facts(self.name.value())

    def set_entry(self, entry: PartyEntry) -> None:
        """Show a party; its id stays with the row."""
        self._entry_id = entry.id
        self._kind_chosen = True
        self.role.set_value(entry.role)
        self.kind.set_value(entry.facts.kind)
        self.name.set_value(entry.facts.name)
        self.detail.set_facts(entry.facts)
        self._name_things()
        self._tell_summary()

    def is_empty(self) -> bool:
        """Whether nobody has been named here yet; a place on record is never empty."""
        return self._entry_id is None and not self.name.value() and self.detail.is_empty()

    def raw(self) -> tuple[object, ...]:
        """What stands in the row right now."""
        fields = (self.detail.field(field.name) for field in self.detail.fields)
        line = (self._entry_id, self.role.value(), self.kind.value(), self.name.raw())
        return line + tuple(field.raw() for field in fields)

    def problem(self) -> str:
        """What cannot be saved like this, in words."""
        if not self.name.value() and not self.is_empty():
            return "请填写姓名或单位名称"
        return next(iter(self.detail.problems().values()), "")

    def mark(self) -> None:
        """Show the problem where it is, and go there."""
        if not self.name.value():
            self.name.tell(self.problem(), Tone.DANGER)
            self.focus_name()
        else:
            self.unfold(True)
            self.detail.check()

    def unfold(self, open_it: bool) -> None:
        """Show or hide the details."""
        self.detail.setVisible(open_it)
        self.summary.setVisible(not open_it)
        self.more.setText("收起" if open_it else "详细")
        self._tell_summary()

    @property
    def unfolded(self) -> bool:
        """Whether the details are shown."""
        return not self.detail.isHidden()

    def focus_name(self) -> None:
        """Put the keyboard into the name."""
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Where Enter arrives from the row above."""
        self.focus_name()

    def _move_on(self, widget: QWidget) -> None:
        if widget is self.role:
            self.kind.setFocus(Qt.FocusReason.TabFocusReason)
        elif widget is self.kind:
            self.focus_name()
        elif self.unfolded:
            self.detail.focus_first()
        else:
            self.finished.emit()

    def _toggle(self) -> None:
        self.unfold(not self.unfolded)
        if self.unfolded:
            self.detail.focus_first()

    def _on_name(self) -> None:
        guessed = kind_of_name(self.name.value())
        if not self._kind_chosen and guessed != self.kind.value():
            self.kind.set_value(guessed)
            self._name_things()
        self.changed.emit()

    def _on_kind(self) -> None:
        self._kind_chosen = True
        self._name_things()
        self.changed.emit()

    def _name_things(self) -> None:
        word = "姓名" if self.kind.value() == "person" else "单位名称"
        self.name.line.setPlaceholderText(word)
        self.name.line.setAccessibleName(f"{self.role.word()}{word}")
        self.detail.set_kind(self.kind.value())

    def _tell_summary(self) -> None:
        self.summary.setText(self.detail.summary())
        self.summary.setVisible(not self.unfolded and bool(self.summary.text()))

    def _listen(self) -> None:
        self.name.changed.connect(self._on_name)
        self.kind.changed.connect(self._on_kind)
        self.role.changed.connect(self._name_things)
        self.role.changed.connect(self.changed)
        self.detail.changed.connect(lambda _name: self.changed.emit())
        self.detail.submitted.connect(self.finished)
        for part in (self.name.line, self.role, self.kind):
            self._enter.watch(part)
        for keys, asked in (
            ("Ctrl+Shift+Up", "up"),
            ("Ctrl+Shift+Down", "down"),
            ("Ctrl+Shift+Del", "remove"),
            ("Ctrl+Down", "next"),
            ("Ctrl+Up", "before"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.asked.emit, asked))

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        wide = LABEL_CHARS + 0.4
        for choice, name, width in ((self.role, "当事人地位", wide), (self.kind, "当事人种类", 6.5)):
            choice.setAccessibleName(name)
            choice.setFixedWidth(round(em * width))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        links = QHBoxLayout()
        links.setSpacing(0)
        links.setContentsMargins(
            0, round(self.fontMetrics().height() * 0.26), 0, 0
        )  # on the line of the name
        for one in (self.more, *self._orders()):
            links.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(links)
        self.summary.setIndent(round(em * wide) + 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self.detail)
        layout.addWidget(hairline(self))

    def _orders(self) -> list[QPushButton]:
        made = []
        for word, asked, keys in (
            ("上移", "up", "Ctrl+Shift+↑"),
            ("下移", "down", "Ctrl+Shift+↓"),
            ("移除", "remove", "Ctrl+Shift+Del"),
        ):
            one = button(word, partial(self.asked.emit, asked), role="link", parent=self)
            one.setToolTip(f"{word}（{keys}）")
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tooltip names the keys; Tab goes on
            made.append(one)
        return made
