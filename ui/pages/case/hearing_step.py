"""The step 调解: the hearings of a case."""

from collections.abc import Callable
from typing import Any

from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.look_up import adjourned_to
from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import parse_time
from mediator.domain.facts import build
from mediator.domain.hearing import HearingFacts
from mediator.domain.replacement import team_after
from ui.pages.case.people_here import mediator_options, party_options, places
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TIMES = ("began", "ended", "next_began")
NEXT_FIELDS = ("next_on", "next_began", "next_place")


def _form() -> FieldForm:
    return FieldForm(
        [
            Field("held_on", "日期", "date", required=True, key="R"),
            Field("began", "开始时间", "time", key="K"),
            Field("place", "地点", key="D"),
            Field("ended", "结束时间", "time", key="J"),
            Field("present", "到场当事人", "checks", key="C"),
            Field("mediators", "人民调解员", "checks", key="Y"),
            Field("recorder", "记录人", "words", key="L"),
            Field("helpers", "参加人", hint="邀请协助调解的人，不含当事人、调解员和记录人", key="H"),
            Field("rights_told", "告知", "tick", hint="已告知当事人权利义务", key="G"),
            Field("text", "调解记录", "long", lines=12, phrases="hearing", key="T"),
            Field(
                "result", "本次结果", "choice", code_list("hearing_result").pairs(), required=True, key="B"
            ),
            Field("next_on", "择日到", "date"),
            Field("next_began", "几点", "time"),
            Field("next_place", "在哪里"),
        ]
    )


class HearingStep(RecordsStep):
    """Hearings one by one; a failed one leads to the ending without agreement."""

    def __init__(self, services: Services, on_end: Callable[[], object]) -> None:
        super().__init__(services, "调解", _form(), noun="调解记录")
        self.end_button = button("以未达成协议结束…", on_end, parent=self)
        self.buttons.addWidget(self.end_button)
        self.form.changed.connect(lambda name: self._fit_fields() if name == "result" else None)

    def show_file(self, file: CaseFile) -> None:
        """Offer this case's people."""
        used = {name for hearing in file.hearings for name in hearing.mediators}
        names = mediator_options(self.services, used | {file.case.mediator, *file.case.assistants})
        self.form.field("present").set_options(party_options(file))
        self.form.field("mediators").set_options(names)
        self.form.field("recorder").set_options(names)
        self.end_button.setVisible(not file.ending.outcome and not file.is_closed)
        super().show_file(file)
        self._fit_fields()

    def new_word(self, file: CaseFile) -> str:
        """The number the new hearing will have."""
        return f"＋ 第 {len(file.hearings) + 1} 次调解"

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The hearings in order of date."""
        return [(one.id, f"第 {one.ordinal} 次 {one.held_on:%m-%d}") for one in file.hearings]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """A hearing as the form shows it."""
        hearing = next(one for one in file.hearings if one.id == record_id)
        values = {name: getattr(hearing, name) for name in HearingFacts.model_fields}
        times = {name: parse_time(values[name]) if values[name] else None for name in TIMES}
        return {**values, **times, "present": [str(place) for place in hearing.present]}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new hearing: when and where the last one was adjourned to, else today at the usual place."""
        desk = self.services.desk
        last = file.hearings[-1] if file.hearings else None
        planned = adjourned_to(file)
        day = planned.next_on if planned and planned.next_on else desk.today()
        place = last.place if last else desk.office().place
        return {
            "held_on": min(day, desk.today()),
            "began": parse_time(planned.next_began) if planned and planned.next_began else None,
            "ended": None,
            "place": planned.next_place if planned and planned.next_place else place,
            "present": [str(party.id) for party in file.parties],
            "mediators": self._team(file),
            "recorder": self._recorder(file),
            "helpers": last.helpers if last else "",
            "rights_told": True,
            "text": "",
            "result": "continue",
            **dict.fromkeys(("next_on", "next_began")),
            "next_place": "",
        }

    def _team(self, file: CaseFile) -> list[str]:
        """Who held the last hearing, as far as nobody was replaced since."""
        last = file.hearings[-1] if file.hearings else None
        if last is None:
            names = (file.case.mediator or self.services.desk.who, *file.case.assistants)
            return [name for name in names if name]
        return list(team_after(last.mediators, (one for one in file.replacements if one.on >= last.held_on)))

    def _recorder(self, file: CaseFile) -> str:
        """Who wrote last; one who has left the case since is not offered again."""
        last = file.hearings[-1] if file.hearings else None
        name = last.recorder if last else self.services.desk.who
        gone = {one.leaving for one in file.replacements if one.granted} - {file.case.mediator}
        return "" if name in gone else name

    def _fit_fields(self) -> None:
        """When and where one goes on is asked where one does, and shown where it stands on record."""
        goes_on = self.form.field("result").value() == "continue"
        for name in NEXT_FIELDS:
            self.form.set_shown(name, goes_on or bool(self.form.field(name).raw()))

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the hearing."""
        values = {**values, "present": places(values["present"])}
        values["mediators"] = tuple(values["mediators"])
        values |= {name: f"{values[name]:%H:%M}" if values[name] else "" for name in TIMES}
        facts = build(HearingFacts, values)
        saved = hold_hearing(self.services.desk, file.id, facts, None if self.chosen == NEW else self.chosen)
        self.choose_saved(saved)

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the hearing away."""
        drop_hearing(self.services.desk, file.id, record_id)
