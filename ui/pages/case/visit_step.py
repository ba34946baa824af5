"""The step 回访: follow-up visits of a case."""

from typing import Any

from mediator.casework.follow_up import drop_visit, visit
from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.facts import build
from mediator.domain.follow_up import VisitFacts
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field


class VisitStep(RecordsStep):
    """Visits one by one."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("on", "回访日期", "date", required=True, key="R"),
                Field("way", "方式", "choice", code_list("visit_way").pairs(), key="F"),
                Field("visited", "回访对象", key="D"),
                Field("visitor", "回访人", "words", key="H"),
                Field(
                    "situation",
                    "回访情况",
                    "long",
                    lines=6,
                    hint="履行情况，有无再起争议或者起诉",
                    phrases="visit",
                    key="Q",
                ),
                Field("satisfaction", "满意度", "choice", code_list("satisfaction").pairs(), key="M"),
                Field("escalation", "激化迹象和措施", "long", lines=3, phrases="escalation", key="J"),
            ]
        )
        super().__init__(services, "回访", form, noun="回访记录")

    def new_word(self, file: CaseFile) -> str:
        """The number the new visit will have."""
        return f"＋ 第 {len(file.visits) + 1} 次回访"

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The visits in order of date."""
        return [(one.id, f"第 {one.ordinal} 次 {one.on:%m-%d}") for one in file.visits]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A visit as the form shows it."""
        one = next(one for one in file.visits if one.id == record_id)
        return {name: getattr(one, name) for name in VisitFacts.model_fields}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new visit: today, to everybody."""
        blank = VisitFacts(
            on=self.services.desk.today(),
            visitor=self.services.desk.who,
            visited="、".join(party.name for party in file.parties),
        )
        return blank.model_dump()

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the visit."""
        facts = build(VisitFacts, values)
        record = None if self.chosen == NEW else self.chosen
        self.choose_saved(visit(self.services.desk, file.id, facts, record))

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the visit away."""
        drop_visit(self.services.desk, file.id, record_id)
