"""The step 协议: duties, clauses, and who has signed."""

from PySide6.QtCore import Signal

from mediator.casework.conclude import agree, sign, take_back_agreement
from mediator.casework.paper_matter import matter_of
from mediator.documents.fitness import unfit
from mediator.domain.casefile import CaseFile
from ui.pages.case.step import PartStep
from ui.services import Services
from ui.widgets.agreement_form import AgreementForm
from ui.widgets.button import button
from ui.widgets.findings_panel import FindingsPanel


class AgreementStep(PartStep):
    """The agreement form over a case; content and signatures are saved by their own verbs.

    `pointed(Finding)` asks the page to go where something is mended.
    """

    pointed = Signal(object)

    def __init__(self, services: Services) -> None:
        self.form = AgreementForm(services)
        super().__init__(services, "协议", self.form, save_word="保存协议")
        self.back_button = button("撤回协议，继续调解", self._on_back, role="danger", parent=self)
        self.buttons.addWidget(self.back_button)
        self.check_panel = FindingsPanel("签字前检查", self)
        self.check_panel.asked.connect(self.pointed)
        self.body.insertWidget(2, self.check_panel)

    def show_file(self, file: CaseFile) -> None:
        """Show the agreement of a case, or a new one."""
        super().show_file(file)
        ended = file.ending.outcome in ("failed", "terminated", "refused")
        if ended and not file.is_closed:
            self.banner.say("本案已按未达成协议结束。要写协议，先在“归档”一步撤回结束。")
        self.form.show_file(file)
        self.set_open(not file.is_closed and not ended)
        waits = file.agreement is not None and not file.is_closed
        self.check_panel.setVisible(waits)
        if waits:
            self.check_panel.show_findings(unfit(matter_of(self.services.desk, file)))
        self.back_button.setVisible(file.agreement is not None and not file.is_closed)

    def on_record(self) -> object:
        """Nothing while no agreement is on record."""
        return super().on_record() if self.file is not None and self.file.agreement else None

    def begin(self) -> None:
        """Go to the first duty of a new agreement, to the first hand of one that waits to be signed."""
        file = self.file
        if file is not None and file.agreement is not None and file.agreement.form == "written":
            self.form.hands.focus_first()
        else:
            super().begin()

    def point_at(self, field: str, record_id: int | None, words: str) -> None:
        """What is about one duty is said at that duty's own field."""
        if not self.form.duties.mark_duty(record_id, field, words):
            super().point_at(field, record_id, words)

    def write(self, file: CaseFile) -> None:
        """Save the agreement, then the signatures where they changed."""
        desk = self.services.desk
        facts, duties = self.form.value()
        agree(desk, file.id, facts, duties)
        signing = self.form.signing()
        if facts.form == "written" and (file.agreement is None or file.agreement.signing != signing):
            sign(desk, file.id, signing)

    def _on_back(self) -> None:
        file = self.file
        question = "撤回后案件回到调解中，协议不再出现在文书里；改动记录会保留它。"
        if file is not None and self.services.messages.ask(question, "撤回协议"):
            self.part.mark_clean()
            self.done(self.services.attempt(lambda: take_back_agreement(self.services.desk, file.id)))
