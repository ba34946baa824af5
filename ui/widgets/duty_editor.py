"""The duties of an agreement: any number of rows, their sum under them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.documents.clauses import clause
from mediator.domain.case import CaseFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan, in_words
from mediator.domain.party import CaseParty, PartyFacts
from ui.widgets.button import button
from ui.widgets.duty_row import DutyRow
from ui.widgets.label import plain_label
from ui.widgets.party_editor import Member
from ui.widgets.row_list import RowList
from ui.widgets.text_edit import LongText

PhraseOffer = Callable[[LongText], object]
Duties = tuple[tuple[int | None, DutyFacts], ...]


class DutyEditor(RowList[DutyRow]):
    """Gives (id or None, facts) of every duty; people are named by their roster keys."""

    def __init__(
        self,
        words: Callable[[RuleBroken], str],
        parent: QWidget | None = None,
        *,
        brief: bool = False,
        phrases: PhraseOffer | None = None,
    ) -> None:
        super().__init__(parent, spacing=10)
        self._words = words
        self._brief = brief
        self._phrases = phrases
        self._members: tuple[Member, ...] = ()
        self._people = people_file(())
        self.total = plain_label("", parent=self, wrap=True, selectable=True)
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
        self._empty()
        for duty_id, duty in duties:
            self._insert(len(self._rows)).set_duty(duty_id, duty)
        if not self._rows:
            self._insert(0)
        self.note.say("")
        self._number()

    def set_raw(self, raw: Iterable[Mapping[str, Any]]) -> None:
        """Put the duties back as they stood; one that is no longer on record comes as a new one."""
        known = {row.duty_id for row in self._rows}
        self._empty()
        for one in raw:
            self._insert(len(self._rows)).set_raw({**one, "id": one["id"] if one["id"] in known else None})
        if not self._rows:
            self._insert(0)
        self.after_change()

    def set_people(self, members: Sequence[Member]) -> None:
        """Who can owe and be owed."""
        if tuple(members) == self._members:
            return
        self._members = tuple(members)
        self._people = people_file(self._members)
        for row in self._rows:
            row.set_people(self._members)

    def add(self) -> DutyRow:
        """One more duty at the end."""
        row = self._insert(len(self._rows))
        self._number()
        row.focus_first()
        return row

    def check(self) -> bool:
        """Mark what is wrong with the first faulty duty; True when none is."""
        self.note.say("")
        faulty = (row for row in self._rows if not row.is_empty() and not row.check(self._words))
        return next(faulty, None) is None

    def mark_duty(self, duty_id: int | None, name: str, message: str) -> bool:
        """Say at a field of one duty on record what is to be looked at; False where it is about none."""
        for row in self._rows:
            if duty_id is not None and row.duty_id == duty_id and name in row.form.values():
                row.mark(name, message)
                return True
        return False

    def clause_of(self, duty: DutyFacts) -> str:
        """The clause that the duty words by itself."""
        return clause(duty, self._people)

    def _insert(self, place: int) -> DutyRow:
        row = DutyRow(self.clause_of, brief=self._brief, parent=self)
        if self._phrases is not None:
            self._phrases(row.clause.text)
        row.set_people(self._members)
        row.submitted.connect(lambda: self.go_after(row))
        self._take_in(row, place)
        return row

    def removed_words(self, row: DutyRow, place: int) -> str:
        """Which one is gone."""
        return f"已移除第 {place + 1} 项"

    def after_removal(self, place: int) -> None:
        """A list without duties gets an empty one to begin with."""
        if not self._rows:
            self._insert(0)

    def after_change(self) -> None:
        """Numbers and sum follow."""
        self._number()
        super().after_change()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_number(number)
        sums = [fen for _, duty in self.value() if (fen := duty.amount_fen) is not None]
        total = sum(sums)
        self.total.setText(f"金额合计 {format_yuan(total)} 元（{in_words(total)}）" if len(sums) > 1 else "")
        self.total.setVisible(len(sums) > 1)

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
