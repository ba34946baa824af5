"""What the parties change after they have agreed: duties that end, duties that come, clauses, signatures."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.domain.agreement import AgreementFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.party import CaseParty
from mediator.domain.supplement import SupplementFacts
from ui.models.words import duty_word
from ui.services import Services
from ui.widgets.duty_editor import DutyEditor
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.party_editor import Member
from ui.widgets.signed_form import SignedForm
from ui.widgets.signing_form import SigningForm

ENDS_HINT = "延期或改金额的，勾选原来的义务，再在下面写一项新的：还欠多少，改到何时"


class SupplementForm(SignedForm):
    """`offer` tells the case, `set_values` shows one supplementary agreement of it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._parties: tuple[CaseParty, ...] = ()
        self.terms = FieldForm(_terms(), self)
        self.ends = FieldForm([Field("ends", "不再履行", "checks", hint=ENDS_HINT)], self)
        self.duties = DutyEditor(services.words, self)
        self.further = FieldForm(
            [
                Field(
                    "clauses",
                    "约定条款",
                    "long",
                    lines=3,
                    hint="一行一条，如：其余约定不变。",
                    phrases="clause",
                )
            ],
            self,
        )
        self.hands = SigningForm(services.desk.today, self)
        self._build()
        self._listen()
        self.mark_clean()

    def forms(self) -> list[FieldForm]:
        """The parts with named fields."""
        return [self.terms, self.ends, self.further]

    def offer(self, file: CaseFile, supplement_id: int) -> None:
        """Offer the people of a case, and the duties that this supplementary agreement may end."""
        self.duties.set_people([Member(one.id, one.name, one.role) for one in file.parties])
        self._parties = file.parties
        duties = file.agreement.duties if file.agreement else ()
        open_ones = [
            duty
            for duty in duties
            if duty.ended_by in (None, supplement_id) and duty.supplement_id != (supplement_id or -1)
        ]
        self.ends.field("ends").set_options(
            [(str(one.id), f"{one.ordinal}. {duty_word(file, one)}") for one in open_ones]
        )
        self._ends_part.setVisible(bool(open_ones))

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show a supplementary agreement: its facts, `ends`, `duties` as (id, facts), `signing`."""
        for form in self.forms():
            form.set_values(values)
        self.duties.set_value(values["duties"])
        self.hands.show_signing(self._parties, values["signing"])
        self._tell_signing()
        self.mark_clean()

    def facts(self) -> SupplementFacts:
        """What the form says of the supplementary agreement itself; its date must be there."""
        values = super().values()
        clauses = tuple(line.strip() for line in values["clauses"].splitlines() if line.strip())
        own = {name: values[name] for name in ("agreed_on", "place", "recorder", "reason")}
        return SupplementFacts(**own, clauses=clauses)

    def ended(self) -> tuple[int, ...]:
        """The ids of the duties that end."""
        return tuple(int(key) for key in self.ends.field("ends").value())

    def check(self) -> bool:
        """Mark all that is wrong and go to the first; True when nothing is."""
        checks = [self.terms.check, self.ends.check, self.duties.check, self.further.check]
        return all(check() for check in checks) and self.hands.check(self.services.words)

    def _tell_signing(self) -> None:
        day = self.terms.field("agreed_on").value()
        self.hands.set_agreement(None if day is None else AgreementFacts(agreed_on=day))

    def _after_terms(self) -> None:
        if self._ends_part.isVisible():
            self.ends.focus_first()
        else:
            self.duties.focus_first()

    def _listen(self) -> None:
        self.terms.changed.connect(self._on_terms)
        for form in (self.ends, self.further):
            form.changed.connect(lambda _name: self.changed.emit())
        self.duties.changed.connect(self.changed)
        self.hands.changed.connect(self.changed)
        self.terms.submitted.connect(self._after_terms)
        self.ends.submitted.connect(self.duties.focus_first)
        self.duties.submitted.connect(self.further.focus_first)
        self.further.submitted.connect(self.hands.focus_first)
        self.hands.submitted.connect(self.submitted)

    def _build(self) -> None:
        self._ends_part = QWidget(self)
        ends = QVBoxLayout(self._ends_part)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.addWidget(self.ends)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.terms)
        layout.addWidget(self._ends_part)
        parts = (("新增的义务", self.duties), ("其他约定", self.further), ("签名和生效", self.hands))
        for title, part in parts:
            layout.addSpacing(4)
            layout.addWidget(plain_label(title, "heading", self))
            layout.addWidget(part)


def _terms() -> list[Field]:
    return [
        Field("agreed_on", "签订日期", "date", required=True),
        Field("place", "地点"),
        Field("recorder", "记录人"),
        Field("reason", "变更原因", "long", lines=2),
    ]
