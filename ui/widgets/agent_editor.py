"""Who acts for one party: nobody until a link is pressed, then a line for each."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.agent import MOST_REPRESENTATIVES, AgentEntry, AgentFacts
from ui.widgets.agent_row import NAMES, AgentRow
from ui.widgets.button import button
from ui.widgets.note import Note
from ui.widgets.row_list import RowList

OF_KIND = {
    "person": ("agent", "guardian"),
    "organisation": ("agent",),
    "household": ("agent",),
    "group": ("representative", "agent"),
}
MINOR = "没有完全民事行为能力，还没有登记监护人。"


class AgentEditor(RowList[AgentRow]):
    """Gives AgentEntry rows; `shared(AgentFacts)` asks to have the same agent for the others of the side."""

    shared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self.hint = Note(self)
        self._adders = {
            kind: button(f"＋{name}", partial(self.add, kind), role="link", parent=self)
            for kind, name in NAMES.items()
        }
        self._build()
        self.set_kind("person")

    def value(self) -> tuple[AgentEntry, ...]:
        """Everybody who has been named, in order."""
        return tuple(row.entry() for row in self._rows if not row.is_empty())

    def set_value(self, entries: Iterable[AgentEntry]) -> None:
        """Show these, folded."""
        self._empty()
        for entry in entries:
            self._insert(entry.facts.kind).set_entry(entry)
        self.note.say("")

    def set_raw(self, raw: Iterable[Mapping[str, Any]], known: Collection[int]) -> None:
        """Put back who stood here, folded; `known` are the ids that are still on record."""
        self._empty()
        for one in raw:
            self._insert(one["kind"]).set_raw({**one, "id": one["id"] if one["id"] in known else None})

    def set_kind(self, kind: str) -> None:
        """Offer who may act for this kind of party; whoever stands here stays."""
        for one, adder in self._adders.items():
            adder.setVisible(one in OF_KIND[kind])

    def tell_capacity(self, capacity: str) -> None:
        """Say quietly that somebody without full capacity has no guardian yet."""
        lacking = capacity in ("none", "limited") and not self._has("guardian")
        self.hint.say(MINOR if lacking else "")

    def offer_sharing(self, others: bool) -> None:
        """Whether there is anybody else on this side who may have the same agent."""
        for row in self._rows:
            row.share.setVisible(others and row.kind == "agent" and bool(row.name.value()))

    def add(self, kind: str) -> AgentRow:
        """One more, ready for a name."""
        row = self._insert(kind)
        row.unfold(True)
        row.focus_first()
        self.after_change()
        return row

    def take(self, facts: AgentFacts) -> bool:
        """Add somebody who acts for another party too; False where he stands here already."""
        same = {(row.facts().name, row.facts().id_number) for row in self._rows}
        if (facts.name, facts.id_number) in same:
            return False
        self._insert(facts.kind).set_entry(AgentEntry(facts=facts))
        self.after_change()
        return True

    def problem(self) -> str:
        """The first thing that cannot be saved like this."""
        found = next((problem for row in self._rows if (problem := row.problem())), "")
        chosen = sum(row.kind == "representative" and not row.is_empty() for row in self._rows)
        many = f"推选的代表人最多 {MOST_REPRESENTATIVES} 名" if chosen > MOST_REPRESENTATIVES else ""
        return found or many

    def mark_problem(self) -> None:
        """Show the problem where it is, and go there."""
        wrong = next((row for row in self._rows if row.problem()), None)
        if wrong is not None:
            wrong.mark()
        else:
            self.mark(self.problem())

    def removed_words(self, row: AgentRow, place: int) -> str:
        """Who is gone."""
        return f"已移除{NAMES[row.kind]} {row.name.value()}"

    def _has(self, kind: str) -> bool:
        return any(row.kind == kind and not row.is_empty() for row in self._rows)

    def _insert(self, kind: str) -> AgentRow:
        row = AgentRow(kind, self)
        row.finished.connect(lambda: self.go_after(row))
        self._take_in(row, len(self._rows))
        return row

    def on_asked(self, row: AgentRow, what: str) -> None:
        """A line may also ask for the other parties of the side."""
        if what == "share":
            self.shared.emit(row.facts())
        else:
            super().on_asked(row, what)

    def _build(self) -> None:
        adders = QHBoxLayout()
        adders.setSpacing(8)
        for one in self._adders.values():
            adders.addWidget(one)
        adders.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._body)
        layout.addWidget(self.banner)
        layout.addWidget(self.note)
        layout.addWidget(self.hint)
        layout.addLayout(adders)
