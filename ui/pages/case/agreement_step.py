"""The step 协议: duties, clauses, and who has signed."""

from mediator.casework.conclude import agree, sign
from mediator.domain.casefile import CaseFile
from ui.pages.case.step import Step
from ui.services import Services
from ui.widgets.agreement_form import AgreementForm
from ui.widgets.button import button


class AgreementStep(Step):
    """The agreement form over a case; content and signatures are saved by their own verbs."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "协议")
        self.form = AgreementForm(services)
        self.save_button = button("保存协议", self.save, parent=self)
        self.body.addWidget(self.form)
        self.buttons.addWidget(self.save_button)
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)

    def show_file(self, file: CaseFile) -> None:
        """Show the agreement of a case, or a new one."""
        super().show_file(file)
        ended = file.ending.outcome in ("failed", "terminated", "refused")
        if ended:
            self.banner.say("本案已按未达成协议结束。要写协议，先在“归档”一步撤回结束。")
        self.form.show_file(file)
        self.form.setEnabled(not file.is_archived and not ended)
        self.save_button.setEnabled(not file.is_archived and not ended)

    def dirty(self) -> bool:
        """Whether something was touched."""
        return self.form.dirty

    def save(self) -> bool:
        """Save the agreement, then the signatures where there are any."""
        file = self.file
        if file is None or not self.form.check():
            return False
        return self.done(self.form.attempt(lambda: self._write(file)))

    def _write(self, file: CaseFile) -> None:
        desk = self.services.desk
        facts, duties = self.form.value()
        agree(desk, file.id, facts, duties)
        signing = self.form.signing()
        if facts.form == "written" and (file.agreement is None or file.agreement.signing != signing):
            sign(desk, file.id, signing)
