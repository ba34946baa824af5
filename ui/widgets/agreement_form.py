"""What the parties agreed: its duties with their clauses, further words, and who has signed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.casework import set_up
from mediator.codes import code_list
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import build
from ui.services import Services
from ui.widgets.duty_editor import Duties, DutyEditor
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.party_editor import Member
from ui.widgets.phrase_link import offer_phrases, phrase_offer
from ui.widgets.signed_form import SignedForm
from ui.widgets.signing_form import SigningForm

OWN_FIELDS = ("form", "agreed_on", "place", "recorder", "facts", "performance_text")


class AgreementForm(SignedForm):
    """Shows the agreement of a case; gives its facts, its duties and, apart from them, its signatures."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shown: AgreementFacts | None = None
        self.terms = FieldForm(_terms(), self)
        self.duties = DutyEditor(services.words, self, phrases=phrase_offer(services, "clause"))
        self.further = FieldForm(_further(), self)
        self.hands = SigningForm(services.desk.today, self)
        self._build()
        self._listen()
        offer_phrases(self.further, services)
        self.mark_clean()

    def forms(self) -> list[FieldForm]:
        """The parts with named fields."""
        return [self.terms, self.further]

    def show_file(self, file: CaseFile) -> None:
        """Show the agreement of a case, or the start of one: written, today, where the office mediates."""
        self._shown = file.agreement
        facts = file.agreement or self._fresh(file)
        self._offer_names()
        values = facts.model_dump(include=set(OWN_FIELDS)) | {"clauses": "\n".join(facts.clauses)}
        for form in self.forms():
            form.set_values(values)
        self.further.field("facts").edit.setPlaceholderText(file.dispute.summary or "留空则用纠纷简要情况")
        self.duties.set_people([Member(one.id, one.name, one.role) for one in file.parties])
        on_record = file.agreement.own_duties if file.agreement else ()
        self.duties.set_value((duty.id, duty) for duty in on_record)
        self.hands.show_signing(file.parties, file.agreement.signing if file.agreement else Signing())
        self._tell_signing()
        self.mark_clean()

    def value(self) -> tuple[AgreementFacts, Duties]:
        """(the facts of the agreement, its duties); raises RuleBroken where a date cannot be read."""
        return self._facts(), self.duties.value()

    def signing(self) -> Signing:
        """When each hand signed."""
        return self.hands.value()

    def check(self) -> bool:
        """Mark all that is wrong and go to the first; True when nothing is."""
        checks = [self.terms.check, self.duties.check, self.further.check, self._check_hands]
        return all(check() for check in checks)

    def focus_first(self) -> None:
        """Put the keyboard into the first duty."""
        self.duties.focus_first()

    def _facts(self) -> AgreementFacts:
        values = self.terms.values() | self.further.values()
        kept = {} if self._shown is None else self._shown.model_dump(include=set(AgreementFacts.model_fields))
        own = {name: values[name] for name in OWN_FIELDS}
        return build(AgreementFacts, kept | own | {"clauses": self._clauses(values["clauses"])})

    def _clauses(self, text: str) -> tuple[str, ...]:
        """One clause a line; clauses that came with line breaks in them stay whole while untouched."""
        shown = () if self._shown is None else self._shown.clauses
        if text == "\n".join(shown).strip():
            return shown
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def _check_hands(self) -> bool:
        return self.terms.field("form").value() == "oral" or self.hands.check(self.services.words)

    def _fresh(self, file: CaseFile) -> AgreementFacts:
        desk = self.services.desk
        place = file.hearings[-1].place if file.hearings else ""
        recorder = file.hearings[-1].recorder if file.hearings else ""
        day = file.hearings[-1].held_on if file.hearings else desk.today()
        return AgreementFacts(
            agreed_on=day, place=place or desk.office().place, recorder=recorder or desk.who
        )

    def _offer_names(self) -> None:
        people = [person.name for person in set_up.mediators(self.services.desk) if person.works_here]
        rooms, _ = set_up.names_in_use(self.services.desk)
        self.terms.field("recorder").set_options([(name, name) for name in people])
        self.terms.field("place").set_options([(name, name) for name in rooms])

    def _tell_signing(self) -> None:
        try:
            self.hands.set_agreement(self._facts())
        except RuleBroken:
            self.hands.set_agreement(None)

    def _after_words(self) -> None:
        """Nobody signs an oral agreement."""
        if self.hands.form.isVisible():
            self.hands.focus_first()
        else:
            self.submitted.emit()

    def _listen(self) -> None:
        self.terms.changed.connect(self._on_terms)
        self.further.changed.connect(lambda _name: self.changed.emit())
        self.duties.changed.connect(self.changed)
        self.hands.changed.connect(self.changed)
        self.terms.submitted.connect(self.duties.focus_first)
        self.duties.submitted.connect(self.further.focus_first)
        self.further.submitted.connect(self._after_words)
        self.hands.submitted.connect(self.submitted)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.terms)
        for title, part in (("义务", self.duties), ("其他内容", self.further), ("签名和生效", self.hands)):
            layout.addSpacing(4)
            layout.addWidget(plain_label(title, "heading", self))
            layout.addWidget(part)


def _terms() -> list[Field]:
    written_first = tuple(reversed(code_list("agreement_form").pairs()))
    return [
        Field("form", "形式", "choice", written_first, required=True, key="F"),
        Field("agreed_on", "达成日期", "date", required=True, key="R"),
        Field("place", "地点", "words", key="D"),
        Field("recorder", "记录人", "words", key="J"),
    ]


def _further() -> list[Field]:
    return [
        Field(
            "clauses",
            "其他条款",
            "long",
            lines=3,
            hint="一行一条，如：双方今后互不追究。",
            phrases="clause",
            key="T",
        ),
        Field(
            "performance_text",
            "履行说明",
            "long",
            lines=2,
            hint="义务各项没有写到的履行方式和时限",
            phrases="performance",
            key="L",
        ),
        Field(
            "facts", "事实和争议", "long", lines=4, hint="留空则用纠纷简要情况", phrases="summary", key="S"
        ),
    ]
