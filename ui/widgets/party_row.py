"""One party of a case: its place and name on a line, the rest below where it is unfolded."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediator.codes import code_list
from mediator.domain.identity import read_id
from mediator.domain.party import PartyEntry, PartyFacts, kind_of_name
from mediator.domain.register import KnownPerson
from ui.tokens import Tone
from ui.widgets.agent_editor import AgentEditor
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.known_people import KnownPeople, Register, earlier_words
from ui.widgets.label import hairline, plain_label
from ui.widgets.party_detail import LABEL_CHARS, PartyDetail
from ui.widgets.row_list import ListRow

KINDS = (("person", "自然人"), ("organisation", "单位"), ("household", "户"), ("group", "多人"))
NAME_WORDS = {"person": "姓名", "organisation": "单位名称", "household": "户名", "group": "多人的称呼"}


class PartyRow(ListRow):
    """Gives and takes a PartyEntry; `finished` comes with Enter in its last shown field.

    It also asks for next and before, the lines below and above.
    """

    finished = Signal()

    def __init__(
        self, key: int, role: str, parent: QWidget | None = None, *, register: Register | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._entry_id: int | None = None
        self._register = register
        self._person_id: int | None = None
        self._chosen: KnownPerson | None = None  # out of the register, in this row
        self._number = ""  # by which the person is known
        self._kind_chosen = False
        self.role = ChoiceField(code_list("party_role").pairs(), self)
        self.kind = ChoiceField(KINDS, self)
        self.name = TextField(self, placeholder="姓名")
        self.summary = plain_label("", "secondary", self)
        self.detail = PartyDetail(self, register.today if register else None)
        self.agents = AgentEditor(self)
        self.earlier = button("", self._show_earlier, role="link", parent=self)
        self.known: KnownPeople | None = None
        self._person: KnownPerson | None = None
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
        return PartyEntry(
            id=self._entry_id,
            role=self.role.value(),
            facts=self.facts(),
            person_id=self._who(),
            agents=self.agents.value(),
        )

    def facts(self) -> PartyFacts:
        """Name and details."""
        return self.detail.facts(self.name.value())

    def set_entry(self, entry: PartyEntry) -> None:
        """Show a party; its id stays with the row."""
        self._entry_id, self._person_id, self._chosen = entry.id, entry.person_id, None
        self._number = entry.facts.id_number
        self._kind_chosen = True
        self.role.set_value(entry.role)
        self.kind.set_value(entry.facts.kind)
        self.name.set_value(entry.facts.name)
        self.detail.set_facts(entry.facts)
        self.agents.set_value(entry.agents)
        self._name_things()
        self._tell_summary()

    def take(self, person: KnownPerson) -> None:
        """Fill in what the register knows; what was typed beside the name stays."""
        known, typed = person.facts, self.facts()
        told = known.model_dump() | {name: value for name, value in typed.model_dump().items() if value}
        told |= {"name": known.name, "kind": known.kind, "id_type": typed.id_number and typed.id_type}
        told["id_type"] = told["id_type"] or known.id_type
        read = read_id(told["id_number"])
        told["birth_date"] = told["birth_date"] or (read.birth_date if read.valid else None)
        self._person_id, self._chosen, self._number = person.id, person, known.id_number
        self._kind_chosen = True
        self.kind.set_value(known.kind)
        self.name.set_value(known.name)
        self.detail.set_facts(PartyFacts(**told))
        self._name_things()
        self._tell_summary()
        self.tell_earlier(person)
        self.changed.emit()

    def tell_earlier(self, person: KnownPerson | None) -> None:
        """Say quietly what disputes this person had before; None says nothing."""
        self._person = person
        self.earlier.setText(earlier_words(person) if person else "")
        self.earlier.setVisible(person is not None)

    def is_empty(self) -> bool:
        """Whether nobody has been named here yet; a place on record is never empty."""
        nobody = not self.name.value() and self.detail.is_empty() and not self.agents.value()
        return self._entry_id is None and nobody

    def raw(self) -> dict[str, Any]:
        """What stands in the row right now; duties name the row by its key."""
        return {
            "key": self.key,
            "id": self._entry_id,
            "person": self._who(),
            "role": self.role.raw(),
            "kind": self.kind.raw(),
            "kind_chosen": self._kind_chosen,
            "name": self.name.raw(),
            "detail": self.detail.raw(),
            "agents": self.agents.raw(),
        }

    def set_raw(self, raw: Mapping[str, Any], agents: Collection[int], person: KnownPerson | None) -> None:
        """Put back what stood in the row; `agents` are those on record."""
        self._entry_id, self._kind_chosen = raw["id"], raw["kind_chosen"]
        self.role.set_raw(raw["role"])
        self.kind.set_raw(raw["kind"])
        self.name.set_raw(raw["name"])
        self._name_things()  # before the numbers, which it folds to plain signs
        self.detail.set_raw(raw["detail"])
        self.agents.set_raw(raw["agents"], agents)
        self.agents.tell_capacity(self.detail.capacity() if self.kind.value() == "person" else "")
        self._person_id = raw["person"]
        self._chosen = person if raw["id"] is None else None
        self._number = self.detail.facts("").id_number
        self.tell_earlier(person)
        self._tell_summary()

    def words(self) -> str:
        """Who it is, with who acts for him."""
        agents = self.agents.words()
        return f"{self.role.word()} {self.name.value()}" + (f"（{agents}）" if agents else "")

    def problem(self) -> str:
        """What cannot be saved like this, in words."""
        if not self.name.value() and not self.is_empty():
            return "请填写姓名或单位名称"
        return next(iter(self.detail.problems().values()), "") or self.agents.problem()

    def mark(self) -> None:
        """Show the problem where it is, and go there."""
        if not self.name.value():
            self.name.tell(self.problem(), Tone.DANGER)
            self.focus_name()
        else:
            self.unfold(True)
            if self.detail.check():
                self.agents.mark_problem()

    def unfold(self, open_it: bool) -> None:
        """Show or hide the details."""
        self.detail.setVisible(open_it)
        self.agents.setVisible(open_it or bool(self.agents.rows()))
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
            self._after_detail()

    def _after_detail(self) -> None:
        if self.agents.rows() and not self.agents.isHidden():
            self.agents.focus_first()
        else:
            self.finished.emit()

    def _toggle(self) -> None:
        self.unfold(not self.unfolded)
        if self.unfolded:
            self.detail.focus_first()

    def _who(self) -> int | None:
        """Who of the register it is, unless another number or, before saving, another name says no."""
        number = self.detail.facts("").id_number
        if self._number and number != self._number:
            return None
        renamed = self._chosen is not None and self.name.value() not in self._chosen.names
        return None if renamed else self._person_id

    def _on_touched(self) -> None:
        self.agents.tell_capacity(self.detail.capacity() if self.kind.value() == "person" else "")
        if self._chosen is not None:
            self.earlier.setVisible(self._who() is not None)
        self.changed.emit()

    def _show_earlier(self) -> None:
        if self._register is not None and self._person is not None:
            self._register.show(self._person)

    def _ask_removal(self) -> None:
        """The keys that take a line away mean the agent where the keyboard is with one."""
        focused = self.window().focusWidget()
        agent = next((row for row in self.agents.rows() if focused and row.isAncestorOf(focused)), None)
        (agent or self).asked.emit("remove")

    def _on_name(self) -> None:
        guessed = kind_of_name(self.name.value())
        if not self._kind_chosen and guessed != self.kind.value():
            self.kind.set_value(guessed)
            self._name_things()
        self._on_touched()

    def _on_kind(self) -> None:
        self._kind_chosen = True
        self._name_things()
        self._on_touched()

    def _name_things(self) -> None:
        word = NAME_WORDS[self.kind.value()]
        self.name.line.setPlaceholderText(word)
        self.name.line.setAccessibleName(f"{self.role.word()}{word}")
        self.detail.set_kind(self.kind.value())
        self.agents.set_kind(self.kind.value())
        self.agents.tell_capacity(self.detail.capacity() if self.kind.value() == "person" else "")

    def _tell_summary(self) -> None:
        self.summary.setText(self.detail.summary())
        self.summary.setVisible(not self.unfolded and bool(self.summary.text()))

    def _listen(self) -> None:
        self.name.changed.connect(self._on_name)
        self.kind.changed.connect(self._on_kind)
        self.role.changed.connect(self._name_things)
        self.role.changed.connect(self.changed)
        self.detail.changed.connect(lambda _name: self._on_touched())
        self.detail.submitted.connect(self._after_detail)
        self.agents.changed.connect(self._on_touched)
        self.agents.submitted.connect(self.finished)
        if self._register is not None:
            lines = (self.name.line, *(self.detail.field(name).line for name in ("id_number", "phone")))
            self.known = KnownPeople(self._register, lines, self)
            self.known.chosen.connect(self.take)
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
            act = self._ask_removal if asked == "remove" else partial(self.asked.emit, asked)
            shortcut.activated.connect(act)

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
        self.earlier.setVisible(False)
        layout.addWidget(self.summary)
        layout.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.detail)
        layout.addWidget(self.agents)
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
