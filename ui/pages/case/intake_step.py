"""The step 登记: what was written when the dispute came in, correctable until archive."""

from mediator.casework.accept import correct_intake
from mediator.domain.case import Intake
from mediator.domain.casefile import CaseFile
from mediator.domain.party import entry_of
from ui.dialogs.correct_refusal import refusal_dialog
from ui.pages.case.step import PartStep
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.intake_form import IntakeForm


class IntakeStep(PartStep):
    """The intake form over an existing case."""

    def __init__(self, services: Services) -> None:
        self.form = IntakeForm(services)
        super().__init__(services, "登记", self.form)
        self.refusal_button = button("更正不予受理的理由…", self.correct_refusal, parent=self)
        self.buttons.addWidget(self.refusal_button)

    def show_file(self, file: CaseFile) -> None:
        """Show the intake of a case."""
        super().show_file(file)
        entries = tuple(entry_of(party) for party in file.parties)
        self.form.refresh_choices()
        self.form.set_case(file)
        self.form.set_value(Intake(dispute=file.dispute, case=file.case, parties=entries))
        self.set_open(not file.is_closed)
        self.refusal_button.setVisible(file.ending.outcome == "refused" and not file.is_closed)

    def write(self, file: CaseFile) -> None:
        """Correct the intake."""
        correct_intake(self.services.desk, file.id, self.form.value())

    def correct_refusal(self) -> None:
        """Open the reason for which the dispute was not taken."""
        if self.file is not None and self.may_leave():
            self.done(bool(refusal_dialog(self.services, self.file, self).exec()))
