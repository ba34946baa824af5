"""The duties of an agreement: any number of rows, their sum under them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.documents.clauses import clause
from mediator.domain.case import CaseFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan, in_words
from mediator.domain.party import CaseParty, PartyFacts
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.duty_row import DutyRow
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.party_editor import Member

Duties = tuple[tuple[int | None, DutyFacts], ...]


class DutyEditor(QWidget):
    """Gives (id or None, facts) of every duty; people are named by their roster keys."""

    changed = Signal()
    submitted = Signal()

    def __init__(
        self,
        words: Callable[[RuleBroken], str],
        parent: QWidget | None = None,
        *,
        brief: bool = False,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._brief = brief
        self._rows: list[DutyRow] = []
        self._members: tuple[Member, ...] = ()
        self._removed: tuple[int, DutyRow] | None = None
        self._people = people_file(())
        self.total = plain_label("", parent=self, wrap=True, selectable=True)
        self.banner = Banner(self)
        self.note = Note(self)
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self._build()
        self.set_value(())

    def value(self) -> Duties:
        """Every duty that says something, in order."""
        return tuple((row.duty_id, row.facts()) for row in self._rows if not row.is_empty())

    def done_on_spot(self) -> tuple[bool, ...]:
        """Of each duty in `value()`, whether it was performed on the spot."""
        return tuple(row.on_spot.value() for row in self._rows if not row.is_empty())

    def set_value(self, duties: Iterable[tuple[int | None, DutyFacts]]) -> None:
        """Show these duties; with none, one empty row to begin with."""
        for row in self._rows:
            self._discard(row)
        self._rows = []
        self._forget_removed()
        for duty_id, duty in duties:
            self._insert(len(self._rows)).set_duty(duty_id, duty)
        if not self._rows:
            self._insert(0)
        self.note.say("")
        self._number()

    def set_people(self, members: Sequence[Member]) -> None:
        """Who can owe and be owed."""
        if tuple(members) == self._members:
            return
        self._members = tuple(members)
        self._people = people_file(self._members)
        for row in self._rows:
            row.set_people(self._members)

    def rows(self) -> list[DutyRow]:
        """The rows, in order."""
        return list(self._rows)

    def add(self) -> DutyRow:
        """One more duty at the end."""
        row = self._insert(len(self._rows))
        self._number()
        row.focus_first()
        return row

    def remove(self, row: DutyRow) -> None:
        """Take a duty away; one click brings it back."""
        self._forget_removed()
        place = self._rows.index(row)
        self._rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        self._removed = (place, row)
        if not row.is_empty():
            self.banner.say(f"已移除第 {place + 1} 项", Tone.QUIET, "撤销", self.restore)
        if not self._rows:
            self._insert(0)
        self._after_change()

    def restore(self) -> None:
        """Bring back the duty that was taken away last."""
        if self._removed is None:
            return
        place, row = self._removed
        self._removed = None
        self._rows.insert(place, row)
        self._body.insertWidget(place, row)
        row.show()
        self.banner.clear()
        self._after_change()

    def shift(self, row: DutyRow, step: int) -> None:
        """Set a duty one place up or down."""
        here = self._rows.index(row)
        there = here + step
        if 0 <= there < len(self._rows):
            self._rows.insert(there, self._rows.pop(here))
            self._body.removeWidget(row)
            self._body.insertWidget(there, row)
            self._after_change()

    def check(self) -> bool:
        """Mark what is wrong with the first faulty duty; True when none is."""
        self.note.say("")
        faulty = (row for row in self._rows if not row.is_empty() and not row.check(self._words))
        return next(faulty, None) is None

    def mark(self, message: str) -> None:
        """Say under the duties what is wrong with them."""
        self.note.say(message, Tone.DANGER)
        self.focus_first()

    def raw(self) -> object:
        """What stands in all rows right now."""
        return tuple(row.raw() for row in self._rows if not row.is_empty())

    def focus_first(self) -> None:
        """Put the keyboard into the first duty."""
        self._rows[0].focus_first()

    def clause_of(self, duty: DutyFacts) -> str:
        """The clause that the duty words by itself."""
        return clause(duty, self._people)

    def _insert(self, place: int) -> DutyRow:
        row = DutyRow(self.clause_of, brief=self._brief, parent=self)
        row.set_people(self._members)
        row.changed.connect(self._after_change)
        row.submitted.connect(lambda: self._go_after(row))
        row.asked.connect(lambda what: self._on_asked(row, what))
        self._rows.insert(place, row)
        self._body.insertWidget(place, row)
        row.show()
        return row

    def _on_asked(self, row: DutyRow, what: str) -> None:
        if what == "remove":
            self.remove(row)
        else:
            self.shift(row, -1 if what == "up" else 1)

    def _go_after(self, row: DutyRow) -> None:
        here = self._rows.index(row)
        if here + 1 < len(self._rows):
            self._rows[here + 1].focus_first()
        else:
            self.submitted.emit()

    def _after_change(self) -> None:
        self.note.say("")
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_number(number)
        sums = [fen for _, duty in self.value() if (fen := duty.amount_fen) is not None]
        total = sum(sums)
        self.total.setText(f"金额合计 {format_yuan(total)} 元（{in_words(total)}）" if len(sums) > 1 else "")
        self.total.setVisible(len(sums) > 1)

    def _discard(self, row: DutyRow) -> None:
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _forget_removed(self) -> None:
        if self._removed is not None:
            self._removed[1].deleteLater()
            self._removed = None
        self.banner.clear()

    def _build(self) -> None:
        adders = QHBoxLayout()
        adders.addWidget(button("＋一项义务", self.add, role="link", parent=self))
        adders.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._body)
        for part in (self.total, self.banner, self.note):
            layout.addWidget(part)
        layout.addLayout(adders)


def people_file(members: Sequence[Member]) -> CaseFile:
    """A case of which only the people are known: what a clause needs to name them before one is on record."""
    parties = tuple(
        CaseParty(id=one.key, party_id=0, role=one.role, position=place, facts=PartyFacts(name=one.name))
        for place, one in enumerate(members, 1)
    )
    return CaseFile(
        id=0,
        code="",
        dispute_id=0,
        dispute_code="",
        committee="",
        committee_kind="",
        dispute=DisputeFacts(type_written=""),
        case=CaseFacts(accepted_on=date.min),
        parties=parties,
    )
