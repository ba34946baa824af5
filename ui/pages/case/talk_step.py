"""单独谈话: private notes of a talk with one side, which never reach paper."""

from typing import Any

from mediator.casework.talk_apart import drop_talk, talk_apart
from mediator.domain.casefile import CaseFile
from mediator.domain.caucus import CaucusFacts
from mediator.domain.dates import parse_time
from mediator.domain.facts import build
from ui.pages.case.people_here import mediator_options, party_options, places
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.note import Note

TIMES = ("began", "ended")
PRIVATE = "不入卷、不打印。单独谈话只供调解时参考，不会出现在任何文书、卷宗、报表和导出文件里。"


class TalkStep(RecordsStep):
    """Private talks one by one, under a line that says they stay private."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("held_on", "日期", "date", required=True, key="R"),
                Field("mediator", "谈话人", "words", key="Y"),
                Field("began", "开始时间", "time", key="K"),
                Field("ended", "结束时间", "time", key="J"),
                Field("parties", "谈话对象", "checks", key="C"),
                Field("text", "谈话要点", "long", lines=10, hint="底线、顾虑、可以让步的地方", key="T"),
            ]
        )
        super().__init__(services, "单独谈话", form, noun="单独谈话")
        self.private = Note(self)
        self.private.say(PRIVATE, Tone.ATTENTION)
        self.body.insertWidget(1, self.private)

    def show_file(self, file: CaseFile) -> None:
        """Offer this case's people."""
        used = {one.mediator for one in file.caucuses} | {file.case.mediator, *file.case.assistants}
        self.form.field("parties").set_options(party_options(file))
        self.form.field("mediator").set_options(mediator_options(self.services, used))
        super().show_file(file)

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The talks in order of date."""
        return [(one.id, f"{one.held_on:%m-%d} {file.names(one.parties)}".rstrip()) for one in file.caucuses]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A talk as the form shows it."""
        one = next(one for one in file.caucuses if one.id == record_id)
        values = one.model_dump(include=set(CaucusFacts.model_fields))
        times = {name: parse_time(values[name]) if values[name] else None for name in TIMES}
        return values | times | {"parties": [str(place) for place in one.parties]}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new talk: today, by who mediates."""
        desk = self.services.desk
        blank = CaucusFacts(held_on=desk.today(), mediator=file.case.mediator or desk.who)
        return blank.model_dump() | dict.fromkeys(TIMES)

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the talk."""
        times = {name: f"{values[name]:%H:%M}" if values[name] else "" for name in TIMES}
        facts = build(CaucusFacts, values | times | {"parties": places(values["parties"])})
        record = None if self.chosen == NEW else self.chosen
        self.choose_saved(talk_apart(self.services.desk, file.id, facts, record))

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the talk away."""
        drop_talk(self.services.desk, file.id, record_id)
