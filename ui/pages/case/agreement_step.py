"""The step 协议: duties, clauses, and who has signed."""

from mediator.casework.conclude import agree, sign
from mediator.domain.casefile import CaseFile
from ui.pages.case.step import PartStep
from ui.services import Services
from ui.widgets.agreement_form import AgreementForm


class AgreementStep(PartStep):
    """The agreement form over a case; content and signatures are saved by their own verbs."""

    def __init__(self, services: Services) -> None:
        self.form = AgreementForm(services)
        super().__init__(services, "协议", self.form, save_word="保存协议")

    def show_file(self, file: CaseFile) -> None:
        """Show the agreement of a case, or a new one."""
        super().show_file(file)
        ended = file.ending.outcome in ("failed", "terminated", "refused")
        if ended and not file.is_archived:
            self.banner.say("本案已按未达成协议结束。要写协议，先在“归档”一步撤回结束。")
        self.form.show_file(file)
        self.set_open(not file.is_archived and not ended)

    def write(self, file: CaseFile) -> None:
        """Save the agreement, then the signatures where they changed."""
        desk = self.services.desk
        facts, duties = self.form.value()
        agree(desk, file.id, facts, duties)
        signing = self.form.signing()
        if facts.form == "written" and (file.agreement is None or file.agreement.signing != signing):
            sign(desk, file.id, signing)
