"""补充协议: what the parties changed after they had agreed, one after the other."""

from typing import Any

from mediator.casework.supplement import drop_supplement, sign_supplement, supplement
from mediator.domain.agreement import Signing
from mediator.domain.casefile import CaseFile
from mediator.domain.supplement import Supplement, SupplementFacts
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.supplement_form import SupplementForm


class SupplementStep(RecordsStep):
    """Supplementary agreements one by one; content and signatures are saved by their own verbs."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "补充协议", SupplementForm(services), noun="补充协议")

    def show_file(self, file: CaseFile) -> None:
        """Offer this case's people and duties."""
        if self.file is None or self.file.id != file.id:  # RecordsStep chooses the last one of another case
            self.chosen = file.supplements[-1].id if file.supplements else NEW
        self.form.offer(file, self.chosen)
        super().show_file(file)
        usable = file.agreement is not None and not file.is_closed
        self.form.setEnabled(usable)
        self.save_button.setEnabled(usable)

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The supplementary agreements in order of date."""
        return [(one.id, f"补充协议 {one.ordinal}　{one.agreed_on:%m-%d}") for one in file.supplements]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A supplementary agreement as the form shows it."""
        one = next(one for one in file.supplements if one.id == record_id)
        duties = file.agreement.duties if file.agreement else ()
        return {
            **one.model_dump(include=set(SupplementFacts.model_fields)),
            "clauses": "\n".join(one.clauses),
            "ends": [str(duty.id) for duty in duties if duty.ended_by == record_id],
            "duties": [(duty.id, duty) for duty in duties if duty.supplement_id == record_id],
            "signing": one.signing,
        }

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new one of today, where and by whom the agreement was written."""
        desk, agreement = self.services.desk, file.agreement
        return {
            "agreed_on": desk.today(),
            "place": agreement.place if agreement else "",
            "recorder": desk.who,
            "reason": "",
            "clauses": "",
            "ends": [],
            "duties": [],
            "signing": Signing(),
        }

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Save the supplementary agreement, then the signatures where they changed."""
        desk, form = self.services.desk, self.form
        record = None if self.chosen == NEW else self.chosen
        saved = supplement(
            desk,
            file.id,
            form.facts(),
            duties=form.duties.value(),
            ends=form.ended(),
            supplement_id=record,
        )
        self.choose_saved(saved)
        if _signing(file.supplements, record) != form.hands.value():
            sign_supplement(desk, file.id, saved, form.hands.value())

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the supplementary agreement away; the duties it ended run again."""
        drop_supplement(self.services.desk, file.id, record_id)


def _signing(supplements: tuple[Supplement, ...], record_id: int | None) -> Signing:
    return next((one.signing for one in supplements if one.id == record_id), Signing())
