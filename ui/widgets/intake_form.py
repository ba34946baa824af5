"""Everything that is written down when a dispute walks in: people first, then the matter."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.casework import set_up
from mediator.domain.case import CaseFacts, Intake
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import DisputeFacts, type_key
from mediator.domain.facts import build
from mediator.domain.track import all_tracks
from ui.known_register import register_of
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.choice import Option
from ui.widgets.form import FieldForm
from ui.widgets.intake_fields import (
    BRIEF_COMING,
    BRIEF_MATTER,
    DISPUTE_FIELDS,
    coming_fields,
    join_names,
    ledger_fields,
    matter_fields,
    split_names,
    start_way_of,
    type_note,
)
from ui.widgets.label import plain_label
from ui.widgets.part_form import PartForm
from ui.widgets.party_detail import LABEL_CHARS
from ui.widgets.party_editor import PartyEditor
from ui.widgets.phrase_link import offer_phrases


class IntakeForm(PartForm):
    """Gives and takes an Intake; `set_brief` leaves only what the two-minute path needs."""

    def __init__(self, services: Services, track: str = "people", parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._track = track
        self._shown: Intake | None = None
        self._brief = False
        self._way_chosen = False
        self._case_id: int | None = None
        register = register_of(services, self, lambda: self._case_id, self._on_parted)
        self.parties = PartyEditor(self, register=register)
        self.matter = FieldForm(matter_fields(), self)
        self.coming = FieldForm(coming_fields(all_tracks()[track]), self)
        self.more = FieldForm(ledger_fields(), self)
        self.more_button = button("更多台账项目", self._toggle_more, role="link", parent=self)
        self._build()
        self._listen()
        offer_phrases(self.matter, services, self._dispute_type)
        self.set_blank()

    def forms(self) -> list[FieldForm]:
        """The parts with named fields."""
        return [self.matter, self.coming, self.more]

    def value(self) -> Intake:
        """The intake as typed; a date that cannot be read raises RuleBroken at its field."""
        values = self.values()
        shown = self._shown or self._blank()
        dispute = shown.dispute.model_dump() | {name: values[name] for name in DISPUTE_FIELDS}
        names = [name for name in values if name in CaseFacts.model_fields and name not in DISPUTE_FIELDS]
        case = shown.case.model_dump() | {name: values[name] for name in names}
        case["assistants"] = split_names(values["assistants"])
        if case["assistants"] == split_names(join_names(shown.case.assistants)):
            case["assistants"] = shown.case.assistants  # an imported name may hold a comma
        return Intake(
            dispute=build(DisputeFacts, dispute), case=build(CaseFacts, case), parties=self.parties.value()
        )

    def set_case(self, file: CaseFile) -> None:
        """Whose intake is shown next: this case is no earlier one of its own people."""
        self._case_id = file.id

    def set_value(self, intake: Intake) -> None:
        """Show an intake; names that the lists do not have are shown all the same."""
        self._shown = intake
        self.refresh_choices()
        self.parties.set_value(intake.parties)
        values = intake.dispute.model_dump() | intake.case.model_dump()
        values["assistants"] = join_names(intake.case.assistants)
        for form in self.forms():
            form.set_values(values)
        self._way_chosen = intake.case.start_way != start_way_of(intake.case.source)
        self._show_more(self._more_told() and not self._brief)
        self._tell_type()
        self.mark_clean()

    def changeEvent(self, event: QEvent) -> None:
        """An archived case shows everything: its links to unfold are dead."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled() and self._shown is not None:
            self._show_more(self._more_told())

    def set_blank(self) -> None:
        """Ready for a new dispute, today, taken by whoever is at the desk."""
        self.set_value(self._blank())

    def refresh_choices(self) -> None:
        """Offer the rooms, areas and people of the office as they are now."""
        rooms, areas = set_up.names_in_use(self.services.desk)
        people = [person.name for person in set_up.mediators(self.services.desk) if person.works_here]
        for name in ("mediator", "registrar"):
            self.coming.field(name).set_options(_same(people))
        self.coming.field("room").set_options(_same(rooms))
        self.matter.field("area").set_options(_same(areas))

    def set_brief(self, brief: bool) -> None:
        """Only names, type, what happened and when; what was typed in hidden fields stays."""
        self._brief = brief
        self.parties.set_brief(brief)
        for form, kept in ((self.matter, BRIEF_MATTER), (self.coming, BRIEF_COMING)):
            for field in form.fields:
                form.set_shown(field.name, not brief or field.name in kept)
        self.more_button.setVisible(not brief)
        self._show_more(self.more_open and not brief)

    def check(self) -> bool:
        """Mark all that is wrong and go to the first; True when nothing is."""
        wrong = [form for form in reversed(self.forms()) if not form.check()]
        if self.more in wrong:
            self._show_more(True)
        parties_right = self.parties.check()
        if wrong and parties_right:
            wrong[-1].check()  # the first wrong part takes the keyboard
        return parties_right and not wrong

    def values(self) -> dict[str, Any]:
        """Every named value, the parties too."""
        return super().values() | {"parties": self.parties.value()}

    def mark(self, name: str, message: str) -> None:
        """Say beside a field what is wrong with it."""
        if name == "parties":
            self.parties.mark(message)
            return
        if name in self.more.values():
            self._show_more(True)
        super().mark(name, message)

    def raw(self) -> dict[str, Any]:
        """What stands in the form right now."""
        return super().raw() | {"parties": self.parties.raw()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood in the form."""
        self._way_chosen = True  # the way it starts stands in what is put back
        self.parties.set_raw(raw["parties"])
        super().set_raw(raw)
        self._way_chosen = self.coming.field("start_way").value() != start_way_of(
            self.coming.field("source").value()
        )
        self._show_more(self._more_told() and not self._brief)
        self._tell_type()

    def words(self) -> dict[str, str]:
        """The parties and the fields."""
        return {"当事人": self.parties.words()} | super().words()

    def tell_saved(self, words: Mapping[str, str]) -> None:
        """Say beside what differs what is on record."""
        super().tell_saved(words)
        if self.parties.raw() != self.clean["parties"]:
            self.parties.tell_saved(words["当事人"])

    def focus_first(self) -> None:
        """Put the keyboard into the first name."""
        self.parties.focus_first()

    @property
    def more_open(self) -> bool:
        """Whether the seldom needed fields are shown."""
        return not self.more.isHidden()

    def _more_told(self) -> bool:
        return any(self.more.values().values())

    def _blank(self) -> Intake:
        desk = self.services.desk
        case = CaseFacts(track=self._track, accepted_on=desk.today(), registrar=desk.who, mediator=desk.who)
        return Intake(dispute=DisputeFacts(type_written=""), case=case, parties=())

    def _on_parted(self) -> None:
        self.parties.tell_earlier()

    def _toggle_more(self) -> None:
        self._show_more(not self.more_open)
        if self.more_open:
            self.more.focus_first()

    def _dispute_type(self) -> str:
        return type_key(self.matter.field("type_written").value()) or ""

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(shown)
        self.more_button.setText("收起台账项目" if shown else "更多台账项目")

    def _on_coming(self, name: str) -> None:
        if name == "start_way":
            self._way_chosen = True
        way = start_way_of(self.coming.field("source").value())
        if name == "source" and way and not self._way_chosen:
            self.coming.field("start_way").set_value(way)
        self.changed.emit()

    def _tell_type(self) -> None:
        note = type_note(self.matter.field("type_written").value())
        self.matter.tell("type_written", note)

    def _on_matter(self, name: str) -> None:
        if name == "type_written":
            self._tell_type()
        self.changed.emit()

    def _after_coming(self) -> None:
        if self.more_open:
            self.more.focus_first()
        else:
            self.submitted.emit()

    def _listen(self) -> None:
        self.parties.changed.connect(self.changed)
        self.matter.changed.connect(self._on_matter)
        self.coming.changed.connect(self._on_coming)
        self.more.changed.connect(lambda _name: self.changed.emit())
        self.parties.submitted.connect(self.matter.focus_first)
        self.matter.submitted.connect(self.coming.focus_first)
        self.coming.submitted.connect(self._after_coming)
        self.more.submitted.connect(self.submitted)

    def _build(self) -> None:
        for form in self.forms():
            form.align_labels(LABEL_CHARS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for word, part in (("当事人", self.parties), ("纠纷", self.matter), ("受理", self.coming)):
            layout.addWidget(plain_label(word, "heading", self))
            layout.addWidget(part)
            layout.addSpacing(6)
        layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.more)


def _same(words: list[str]) -> list[Option]:
    return [(word, word) for word in words]
