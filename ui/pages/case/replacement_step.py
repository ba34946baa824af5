"""回避更换: which mediator leaves, who comes, who asked for it and how it was decided."""

from typing import Any

from mediator.casework.replace_mediator import drop_replacement, replace_mediator
from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.facts import build
from mediator.domain.replacement import ReplacementFacts
from ui.pages.case.people_here import mediator_options, party_options
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

GRANTED = (("yes", "准许"), ("no", "不准许"))


class ReplacementStep(RecordsStep):
    """Replacements one by one; a granted one changes who mediates the case from then on."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("leaving", "离开的调解员", "choice", required=True, key="L"),
                Field(
                    "why", "原因", "choice", code_list("replacement_reason").pairs(), required=True, key="Y"
                ),
                Field("asked_by", "申请人", "choice", key="S"),
                Field("asked_on", "申请日期", "date", key="Q"),
                Field("grounds", "理由", "long", lines=3, phrases="replacement", key="T"),
                Field("granted", "决定", "choice", GRANTED, required=True, key="J"),
                Field("on", "决定日期", "date", required=True, key="R"),
                Field("coming", "接替的调解员", "words", hint="没有人接替的，留空", key="C"),
                Field("decided_by", "决定人", "words", hint="如调委会主任", key="B"),
            ]
        )
        super().__init__(services, "回避更换", form, noun="更换记录")
        self.form.changed.connect(lambda _name: self._fit_fields())

    def show_file(self, file: CaseFile) -> None:
        """Offer who mediates the case, and who could."""
        team = {file.case.mediator, *file.case.assistants} - {""}
        gone = {one.leaving for one in file.replacements}
        here = mediator_options(self.services, {one.coming for one in file.replacements})
        self.form.field("leaving").set_options([(name, name) for name in sorted(team | gone)])
        self.form.field("asked_by").set_options(party_options(file))
        self.form.field("coming").set_options([option for option in here if option[0] not in team])
        self.form.field("decided_by").set_options(here)
        super().show_file(file)
        self._fit_fields()

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The replacements in order of date."""
        return [(one.id, f"{one.on:%m-%d} {one.leaving}") for one in file.replacements]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A replacement as the form shows it."""
        one = next(one for one in file.replacements if one.id == record_id)
        return _shown(one)

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new replacement of today; the only mediator of a case is the one who leaves."""
        team = [name for name in (file.case.mediator, *file.case.assistants) if name]
        leaving = team[0] if len(team) == 1 else ""
        return _shown(ReplacementFacts(on=self.services.desk.today(), leaving=leaving))

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the replacement."""
        asked = values["why"] == "asked"
        facts = build(
            ReplacementFacts,
            values
            | {"granted": values["granted"] == "yes"}
            | {"coming": values["coming"] if values["granted"] == "yes" else ""}
            | {"asked_by": int(values["asked_by"]) if asked and values["asked_by"] else None}
            | {"asked_on": values["asked_on"] if asked else None},
        )
        record = None if self.chosen == NEW else self.chosen
        self.choose_saved(replace_mediator(self.services.desk, file.id, facts, record))

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the replacement away."""
        drop_replacement(self.services.desk, file.id, record_id)

    def _fit_fields(self) -> None:
        """Who asked is known where somebody did; who comes, where it was granted."""
        asked = self.form.field("why").value() == "asked"
        self.form.set_shown("asked_by", asked)
        self.form.set_shown("asked_on", asked)
        self.form.set_shown("coming", self.form.field("granted").value() != "no")


def _shown(facts: ReplacementFacts) -> dict[str, Any]:
    values = facts.model_dump(include=set(ReplacementFacts.model_fields))
    asked_by = str(facts.asked_by) if facts.asked_by is not None else ""
    return values | {"granted": "yes" if facts.granted else "no", "asked_by": asked_by}
