"""调查记录: who was asked about the dispute, party or not."""

from typing import Any

from mediator.casework.inquire import drop_inquiry, inquire
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import parse_time
from mediator.domain.facts import build
from mediator.domain.inquiry import InquiryFacts
from ui.pages.case.people_here import mediator_options
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TIMES = ("began", "ended")


class InquiryStep(RecordsStep):
    """Inquiries one by one; a party who is asked is known by the name."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("held_on", "日期", "date", required=True, key="R"),
                Field("began", "开始时间", "time", key="K"),
                Field("place", "地点", key="D"),
                Field("ended", "结束时间", "time", key="J"),
                Field("asked", "被调查人", "words", required=True, key="B"),
                Field("about", "其情况", hint="性别、年龄、住址、和当事人的关系", key="S"),
                Field("askers", "调查人", "checks", hint="需要证明事实的，一般由两人调查", key="Y"),
                Field("recorder", "记录人", "words", key="L"),
                Field("present", "在场人", key="C"),
                Field("text", "调查记录", "long", lines=10, phrases="inquiry", key="T"),
            ]
        )
        super().__init__(services, "调查", form, noun="调查记录")

    def show_file(self, file: CaseFile) -> None:
        """Offer this case's people."""
        used = {name for one in file.inquiries for name in one.askers}
        names = mediator_options(self.services, used | {file.case.mediator, *file.case.assistants})
        self.form.field("asked").set_options([(party.name, party.name) for party in file.parties])
        self.form.field("askers").set_options(names)
        self.form.field("recorder").set_options(names)
        super().show_file(file)

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The inquiries in order of date."""
        return [(one.id, f"{one.held_on:%m-%d} {one.asked}".rstrip()) for one in file.inquiries]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """An inquiry as the form shows it."""
        one = next(one for one in file.inquiries if one.id == record_id)
        values = one.model_dump(include=set(InquiryFacts.model_fields))
        return values | {name: parse_time(values[name]) if values[name] else None for name in TIMES}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new inquiry: today, asked by who mediates the case."""
        desk = self.services.desk
        team = [file.case.mediator or desk.who, *file.case.assistants][:2]
        blank = InquiryFacts(held_on=desk.today(), askers=tuple(team), recorder=desk.who)
        return blank.model_dump() | dict.fromkeys(TIMES)

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the inquiry."""
        times = {name: f"{values[name]:%H:%M}" if values[name] else "" for name in TIMES}
        party = next((one.id for one in file.parties if one.name == values["asked"]), None)
        facts = build(InquiryFacts, values | times | {"party": party, "askers": tuple(values["askers"])})
        record = None if self.chosen == NEW else self.chosen
        self.choose_saved(inquire(self.services.desk, file.id, facts, record))

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the inquiry away."""
        drop_inquiry(self.services.desk, file.id, record_id)
