"""A joint hearing: one record for all, each case naming its own parties as present."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.series_acts import hear_together
from mediator.casework.set_up import mediators
from mediator.codes import code_list
from mediator.domain.casefile import CaseFile
from mediator.domain.facts import build
from mediator.domain.hearing import HearingFacts
from mediator.domain.series import SeriesState, others_named
from ui.dialogs.base import FormDialog
from ui.dialogs.series.members import members_field, offered
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TIMES = ("began", "ended")
ABSENT, SKIP = "absent", "skip"
OWN = "这段文字原样写进每一件的记录；写 {申请人}、{金额} 的地方换成各件自己的姓名和金额"


def hear_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """The form of a joint hearing."""
    others = _others(state)
    form = FieldForm(_fields(services, state, others))
    form.set_values(_first_values(services, state, others))
    files = state.files

    def warn(name: str) -> None:
        if name == "text":
            named = others_named(form.field("text").value(), files)
            some = "、".join(named[:3]) + ("等" if len(named) > 3 else "")
            form.tell("text", f"写到了{some}，会出现在每一件的案卷里" if named else OWN, Tone.ATTENTION)

    def save(values: dict[str, Any]) -> None:
        here = set(values["members"])
        whole = {file.id for file, _ in offered(state, "hold")}
        skipped = values["unticked"] == SKIP
        hear_together(
            services.desk,
            state.series.id,
            _facts(values),
            absent=set() if skipped else whole - here,
            absent_names=set(others) - set(values["others"]),
            only=here if skipped else whole,
        )
        services.saved()

    form.changed.connect(warn)
    return FormDialog(
        "共同调解", form, services.messages, save, words=services.words, ok="登记调解", parent=parent
    )


def _fields(services: Services, state: SeriesState, others: Sequence[str]) -> list[Field]:
    names = [(one.name, one.name) for one in mediators(services.desk) if one.works_here]
    return [
        Field("held_on", "日期", "date", required=True),
        Field("began", "开始时间", "time"),
        Field("place", "地点"),
        Field("ended", "结束时间", "time"),
        Field("mediators", "人民调解员", "checks", names),
        Field("recorder", "记录人", "words", names),
        Field("helpers", "参加人", hint="邀请协助调解的人"),
        Field("others", "到场的对方", "checks", [(name, name) for name in others]),
        members_field(state, "hold", info=_hearings, may_be_none=True),
        Field(
            "unticked",
            "没有勾选的人",
            "choice",
            [(ABSENT, "记为未到场"), (SKIP, "这次不登记，以后单独办")],
            required=True,
        ),
        # Chosen anew each time: it decides the next step of everybody.
        Field("result", "本次结果", "choice", code_list("hearing_result").pairs(), required=True),
        Field("text", "调解记录", "long", lines=7, hint=OWN),
    ]


def _first_values(services: Services, state: SeriesState, others: Sequence[str]) -> dict[str, Any]:
    desk = services.desk
    first = state.files[0]
    last = max(
        (one for file in state.files for one in file.hearings), key=lambda one: one.held_on, default=None
    )
    usual = [name for name in (first.case.mediator or desk.who, *first.case.assistants) if name]
    return {
        "held_on": desk.today(),
        "place": last.place if last else desk.office().place,
        "mediators": list(last.mediators) if last else usual,
        "recorder": last.recorder if last else desk.who,
        "helpers": last.helpers if last else "",
        "others": list(others),
        "unticked": ABSENT,
    }


def _others(state: SeriesState) -> list[str]:
    """Everyone but the applicants, once."""
    parties = [party for file in state.files for party in file.parties if party.role != "applicant"]
    return list(dict.fromkeys(party.name for party in parties))


def _facts(values: dict[str, Any]) -> HearingFacts:
    told = {name: values[name] for name in ("held_on", "place", "recorder", "helpers", "text", "result")}
    told |= {name: f"{values[name]:%H:%M}" if values[name] else "" for name in TIMES}
    return build(HearingFacts, {**told, "mediators": tuple(values["mediators"])})


def _hearings(file: CaseFile) -> str:
    return f"已调解 {len(file.hearings)} 次" if file.hearings else "还没有调解过"
