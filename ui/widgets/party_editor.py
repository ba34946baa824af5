"""The parties of a case: any number, each on a line, two names typed with one Enter between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.codes import word
from mediator.domain.agent import AgentFacts
from mediator.domain.party import PartyEntry
from ui.widgets.button import button
from ui.widgets.known_people import Register
from ui.widgets.party_row import PartyRow
from ui.widgets.row_list import RowList

UNFOLD_UP_TO = 2


@dataclass(frozen=True, slots=True)
class Member:
    """A party that duties may name: `key` lasts as long as its line, or is its place in the case."""

    key: int
    name: str
    role: str


class PartyEditor(RowList[PartyRow]):
    """Gives PartyEntry rows in their order; `submitted` comes with Enter in the last of them."""

    def __init__(
        self, parent: QWidget | None = None, *, brief: bool = False, register: Register | None = None
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._brief = brief
        self._next_key = -1  # places on record have positive ids
        self._build()
        self.set_value(())

    def value(self) -> tuple[PartyEntry, ...]:
        """Every party that has been named, in order; places on record keep their ids."""
        return tuple(row.entry() for row in self._rows if not row.is_empty())

    def set_value(self, entries: Iterable[PartyEntry]) -> None:
        """Show these parties; with none, one empty applicant and one empty respondent."""
        given = tuple(entries)
        self._empty()
        for entry in given:
            self._insert(len(self._rows), entry.role, entry.id).set_entry(entry)
        self.tell_earlier()
        for role in () if given else ("applicant", "respondent"):
            self._insert(len(self._rows), role)
        self.unfold_all((not self._brief and not given) or not self.isEnabled())
        self.note.say("")

    def set_raw(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Put back who stood here; whoever is no longer on record comes as new.

        Empty lines stay where nobody of their place was put back.
        """
        places = {row.raw()["id"] for row in self._rows}
        agents = {one.raw()["id"] for row in self._rows for one in row.agents.rows()}
        empty = [row.entry() for row in self._rows if row.is_empty()]
        ids = tuple(one["person"] for one in raw if one["person"])
        people = self._register.earlier(ids) if self._register else {}
        unfolded = any(row.unfolded for row in self._rows)
        self._empty()
        for one in raw:
            known = one["id"] in places
            row = self._insert(len(self._rows), one["role"], one["id"] if known else one["key"])
            row.set_raw({**one, "id": one["id"] if known else None}, agents, people.get(one["person"] or 0))
            row.unfold(unfolded)
        self._next_key = min([self._next_key, *(one["key"] - 1 for one in raw)])
        for entry in empty:
            self._keep_empty(entry)
        self.after_change()

    def tell_earlier(self) -> None:
        """Say under each party on record what disputes it had before."""
        if self._register is None:
            return
        people = {row: row.entry().person_id for row in self._rows}
        found = self._register.earlier(tuple(one for one in people.values() if one))
        for row, person_id in people.items():
            row.tell_earlier(found.get(person_id or 0))

    def share(self, giver: PartyRow, facts: AgentFacts) -> None:
        """The others of the same side get the same agent."""
        side = giver.role.value()
        others = [one for one in self._rows if one is not giver and one.role.value() == side]
        taken = [one for one in others if not one.is_empty() and one.agents.take(facts)]
        for row in taken:
            row.unfold(row.unfolded)
        told = f"已为本方另外 {len(taken)} 人登记代理人 {facts.name}。"
        self.note.say(told if taken else "本方其他人都已登记这名代理人。")

    def roster(self) -> tuple[Member, ...]:
        """Who is named here now, for lists of people to choose from."""
        return tuple(
            Member(row.key, row.name.value(), row.role.value()) for row in self._rows if not row.is_empty()
        )

    def positions(self) -> dict[int, int]:
        """1-based position in `value()` of each roster key."""
        return {member.key: place for place, member in enumerate(self.roster(), 1)}

    def set_brief(self, brief: bool) -> None:
        """Names first: fold the details, or unfold those of few parties."""
        self._brief = brief
        self.unfold_all(not brief and len(self._rows) <= UNFOLD_UP_TO)

    def unfold_all(self, open_them: bool) -> None:
        """Show or hide all details."""
        for row in self._rows:
            row.unfold(open_them)

    def add(self, role: str) -> PartyRow:
        """One more line, after the last of its side, ready for a name."""
        last = max(
            (place for place, row in enumerate(self._rows, 1) if row.role.value() == role),
            default=len(self._rows),
        )
        row = self._insert(last, role)
        row.unfold(not self._brief and any(other.unfolded for other in self._rows))
        row.focus_name()
        return row

    def problem(self) -> str:
        """The first thing that cannot be saved like this."""
        found = next((problem for row in self._rows if (problem := row.problem())), "")
        if found:
            return found
        named = [row for row in self._rows if not row.is_empty()]
        if not named:
            return "请填写当事人"
        return "至少要有一名申请人或被申请人" if all(row.role.value() == "third" for row in named) else ""

    def check(self) -> bool:
        """Mark what is wrong and go there; True when nothing is."""
        self.note.say("")
        wrong = next((row for row in self._rows if row.problem()), None)
        if wrong is not None:
            wrong.mark()
        elif self.problem():
            self.mark(self.problem())
        return not self.problem()

    def focus_target(self) -> QWidget:
        """The first name."""
        return self._rows[0].name.line if self._rows else self

    def focus_first(self) -> None:
        """Put the keyboard into the first name."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """What can no longer be changed can still be read: nothing stays folded behind a dead link."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and hasattr(self, "_body") and not self.isEnabled():
            self.unfold_all(True)

    def _keep_empty(self, entry: PartyEntry) -> None:
        """A line to write the other side on, applicants first."""
        if any(row.role.value() == entry.role for row in self._rows):
            return
        row = self._insert(0 if entry.role == "applicant" else len(self._rows), entry.role)
        if entry.facts.kind != "person":  # a line for a firm, as series cases have it
            row.set_entry(entry)

    def _insert(self, place: int, role: str, key: int | None = None) -> PartyRow:
        if key is None:
            key, self._next_key = self._next_key, self._next_key - 1
        row = PartyRow(key, role, self, register=self._register)
        row.agents.shared.connect(lambda facts: self.share(row, facts))
        row.finished.connect(lambda: self.go_after(row))
        self._take_in(row, place)
        return row

    def after_change(self) -> None:
        """An agent may be shared where somebody else stands on the same side."""
        sides = [row.role.value() for row in self._rows if not row.is_empty()]
        for row in self._rows:
            row.agents.offer_sharing(sides.count(row.role.value()) > 1)
        super().after_change()

    def removed_words(self, row: PartyRow, place: int) -> str:
        """Who is gone."""
        return f"已移除{word('party_role', row.role.value())} {row.name.value()}"

    def after_removal(self, place: int) -> None:
        """The keyboard goes to a neighbour; an empty list gets a line to begin with."""
        neighbour = self._rows[min(place, len(self._rows) - 1)] if self._rows else self.add("applicant")
        neighbour.focus_name()

    def after_move(self, row: PartyRow) -> None:
        """The keyboard goes along."""
        row.focus_name()

    def on_asked(self, row: PartyRow, what: str) -> None:
        """A line may also ask for the one below or above it."""
        here = self._rows.index(row)
        if what == "next":
            self.go_after(row)
        elif what == "before" and here:
            self._rows[here - 1].focus_name()
        else:
            super().on_asked(row, what)

    def _build(self) -> None:
        adders = QHBoxLayout()
        adders.setSpacing(8)
        for role in ("applicant", "respondent", "third"):
            one = button(f"＋{word('party_role', role)}", partial(self.add, role), role="link", parent=self)
            adders.addWidget(one)
        adders.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._body)
        layout.addWidget(self.banner)
        layout.addWidget(self.note)
        layout.addLayout(adders)
