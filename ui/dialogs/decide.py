"""Decides something about a case as a whole, with its reason: reopen, another outcome, again, the bin."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.recycle import remove_case
from mediator.casework.reopen import change_outcome, mediate_again, reopen, unarchive
from mediator.codes import code_list
from mediator.domain.case import Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.track import all_tracks
from ui.dialogs.base import FormDialog
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

RESULTS = ("failed", "terminated")
REASON = Field("reason_text", "理由", "long", lines=3, required=True, hint="以后查阅时看得到")
HINTS = {
    "reopen": "当事人愿意继续调解时用，原来怎样结束的保留在改动记录里。"
    "只是登记错了，用“归档”一步的“撤回结束”。",
    "unarchive": "撤回后可以更正和继续办理，改完请重新归档。撤回和重新归档都有记录。",
    "remove": "案件不再出现在列表、统计和检索里，案号不会再用；可以从回收站恢复。",
    "mediate-again": "另立一个新案，沿用本案的纠纷和当事人，编新的案号；本案保持原样。",
    "change-outcome": "只改结果本身。已经达成协议的，先恢复调解，再写明协议。",
}
VERBS = {
    "reopen": ("恢复调解", reopen),
    "unarchive": ("撤回归档", unarchive),
    "remove": ("移入回收站", remove_case),
}


def decision_dialog(
    services: Services, file: CaseFile, kind: str, parent: QWidget | None = None
) -> FormDialog:
    """A dialog that does one of HINTS; `values["new_id"]` is the new case after 再次调解."""
    make = {"mediate-again": _again, "change-outcome": _outcome}.get(kind)
    dialog = make(services, file, parent) if make else _with_reason(services, file, kind, parent)
    dialog.banner.say(HINTS[kind], Tone.QUIET)
    title = f"{file.code} {dialog.windowTitle()}"
    dialog.keep_drafts(services.drafts, f"case:{file.id}:do/{kind}:0", title)
    return dialog


def _with_reason(services: Services, file: CaseFile, kind: str, parent: QWidget | None) -> FormDialog:
    title, verb = VERBS[kind]

    def save(values: dict[str, Any]) -> None:
        verb(services.desk, file.id, values["reason_text"])

    return _dialog(services, title, FieldForm([REASON]), save, parent)


def _again(services: Services, file: CaseFile, parent: QWidget | None) -> FormDialog:
    form = FieldForm([Field("accepted_on", "受理日期", "date", required=True), REASON])
    form.set_values({"accepted_on": services.desk.today()})

    def save(values: dict[str, Any]) -> None:
        values["new_id"] = mediate_again(services.desk, file.id, values["accepted_on"], values["reason_text"])

    return _dialog(services, "再次调解", form, save, parent)


def _outcome(services: Services, file: CaseFile, parent: QWidget | None) -> FormDialog:
    form = FieldForm(_outcome_fields(file))
    form.set_values(
        {
            "outcome": file.ending.outcome,
            "concluded_on": file.ending.on,
            "reason": file.ending.reason,
            "note": file.ending.reason_text,
            "told_ways": file.ending.told_ways,
        }
    )

    def save(values: dict[str, Any]) -> None:
        ending = Ending(
            outcome=values["outcome"],
            on=values["concluded_on"],
            reason=values["reason"],
            reason_text=values["note"],
            told_ways=tuple(values["told_ways"]),
        )
        change_outcome(services.desk, file.id, ending, values["reason_text"])

    return _dialog(services, "变更结果", form, save, parent)


def _outcome_fields(file: CaseFile) -> list[Field]:
    words, track = code_list("outcome"), all_tracks()[file.case.track]
    results = [(key, words.word(key)) for key in RESULTS]
    reasons = [(row.key, row.word) for row in track.closing_reasons]
    ways = code_list("other_way").pairs()
    return [
        Field("outcome", "结果", "choice", results, required=True),
        Field("concluded_on", "日期", "date", required=True),
        Field("reason", "原因", "choice", reasons, required=True, wide=True),
        Field("note", "说明", "long", lines=2),
        Field("told_ways", "已告知的其他途径", "checks", ways, required=True),
        Field("reason_text", "变更理由", "long", lines=3, required=True, hint="以后查阅时看得到"),
    ]


def _dialog(
    services: Services,
    title: str,
    form: FieldForm,
    save: Callable[[dict[str, Any]], object],
    parent: QWidget | None,
) -> FormDialog:
    def saved(values: dict[str, Any]) -> None:
        save(values)
        services.saved()

    return FormDialog(title, form, services.messages, saved, words=services.words, ok=title, parent=parent)
