"""The step 登记: what was written when the dispute came in, correctable until archive."""

from mediator.casework.accept import correct_intake
from mediator.domain.case import Intake
from mediator.domain.casefile import CaseFile
from mediator.domain.party import PartyEntry
from ui.pages.case.step import Step
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.intake_form import IntakeForm


class IntakeStep(Step):
    """The intake form over an existing case."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "登记")
        self.form = IntakeForm(services)
        self.save_button = button("保存", self.save, parent=self)
        self.body.addWidget(self.form)
        self.buttons.addWidget(self.save_button)
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)

    def show_file(self, file: CaseFile) -> None:
        """Show the intake of a case."""
        super().show_file(file)
        entries = tuple(PartyEntry(id=one.id, role=one.role, facts=one.facts) for one in file.parties)
        self.form.set_value(Intake(dispute=file.dispute, case=file.case, parties=entries))
        self.form.setEnabled(not file.is_archived)
        self.save_button.setEnabled(not file.is_archived)

    def dirty(self) -> bool:
        """Whether something was touched."""
        return self.form.dirty

    def save(self) -> bool:
        """Correct the intake."""
        file = self.file
        if file is None or not self.form.check():
            return False
        intake = self.form.value()
        return self.done(self.form.attempt(lambda: correct_intake(self.services.desk, file.id, intake)))
