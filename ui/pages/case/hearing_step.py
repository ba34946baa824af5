"""The step 调解: the hearings of a case."""

from collections.abc import Callable
from typing import Any

from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.set_up import mediators
from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import parse_time
from mediator.domain.facts import build
from mediator.domain.hearing import HearingFacts
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TIMES = ("began", "ended")


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
        ]
    )


class HearingStep(RecordsStep):
    """Hearings one by one; a failed one leads to the ending without agreement."""

    def __init__(self, services: Services, on_end: Callable[[], object]) -> None:
        super().__init__(services, "调解", _form(), noun="调解记录")
        self.end_button = button("以未达成协议结束……", on_end, parent=self)
        self.buttons.addWidget(self.end_button)

    def show_file(self, file: CaseFile) -> None:
        """Offer this case's people."""
        names = [(person.name, person.name) for person in mediators(self.services.desk) if person.works_here]
        known = {name for name, _ in names}
        used = {name for hearing in file.hearings for name in hearing.mediators} | {file.case.mediator}
        names += [(name, name) for name in sorted(used - known) if name]
        self.form.field("present").set_options([(str(party.id), party.name) for party in file.parties])
        self.form.field("mediators").set_options(names)
        self.form.field("recorder").set_options(names)
        self.end_button.setVisible(not file.ending.outcome and not file.is_archived)
        super().show_file(file)

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
        """A new hearing: today, at the usual place, everybody there."""
        helpers = [
            name for name in (file.case.mediator or self.services.desk.who, *file.case.assistants) if name
        ]
        last = file.hearings[-1] if file.hearings else None
        return {
            "held_on": self.services.desk.today(),
            "began": None,
            "ended": None,
            "place": last.place if last else self.services.desk.office().place,
            "present": [str(party.id) for party in file.parties],
            "mediators": list(last.mediators) if last else helpers,
            "recorder": last.recorder if last else self.services.desk.who,
            "helpers": last.helpers if last else "",
            "rights_told": True,
            "text": "",
            "result": "continue",
        }

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the hearing."""
        values = {**values, "present": tuple(int(place) for place in values["present"])}
        values["mediators"] = tuple(values["mediators"])
        values |= {name: f"{values[name]:%H:%M}" if values[name] else "" for name in TIMES}
        facts = build(HearingFacts, values)
        saved = hold_hearing(self.services.desk, file.id, facts, None if self.chosen == NEW else self.chosen)
        self.choose_saved(saved)

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the hearing away."""
        drop_hearing(self.services.desk, file.id, record_id)
