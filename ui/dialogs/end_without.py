"""Ends a case without agreement: result, reason, and the other legal ways told to the parties."""

from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.conclude import end_without
from mediator.casework.state_facts import state_undisputed
from mediator.codes import code_list
from mediator.domain.case import Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Undisputed
from mediator.domain.track import all_tracks
from ui.dialogs.base import FormDialog
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.phrase_link import offer_phrases

RESULTS = ("failed", "terminated")


def ending_fields(track: str) -> list[Field]:
    """Without agreement in which way, when, and for which of the track's reasons."""
    words = code_list("outcome")
    reasons = [(row.key, row.word) for row in all_tracks()[track].closing_reasons]
    return [
        Field("outcome", "结果", "choice", [(key, words.word(key)) for key in RESULTS], required=True),
        Field("on", "日期", "date", required=True),
        Field("reason", "原因", "choice", reasons, required=True, wide=True),
    ]


def end_dialog(services: Services, file: CaseFile, parent: QWidget | None = None) -> FormDialog:
    """A dialog that ends this case; Art. 26 of 人民调解法 wants the other ways told."""
    form = FieldForm(
        [
            *ending_fields(file.case.track),
            Field("reason_text", "说明", "long", lines=3, phrases="ending"),
            Field(
                "told_ways", "已告知当事人的其他途径", "checks", code_list("other_way").pairs(), required=True
            ),
            Field("transformed", "纠纷转化", "choice", code_list("transformed").pairs()),
            Field("undisputed", "无争议事实", "long", lines=3, hint="双方都认可的事实，一行一条；没有就留空"),
        ]
    )
    offer_phrases(form, services)
    form.set_values(_first_values(services, file))

    def save(given: dict[str, Any]) -> None:
        values = dict(given)
        facts = lines_of(values.pop("undisputed"))
        end_without(services.desk, file.id, Ending(**{**values, "told_ways": tuple(values["told_ways"])}))
        if facts:
            state_undisputed(services.desk, file.id, Undisputed(on=values["on"], facts=facts))
        services.saved()

    dialog = FormDialog(
        "以未达成协议结束", form, services.messages, save, words=services.words, ok="结束调解", parent=parent
    )
    dialog.keep_drafts(services.drafts, f"case:{file.id}:do/end:0", f"{file.code} 以未达成协议结束")
    return dialog


def lines_of(text: str) -> tuple[str, ...]:
    """One fact a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _first_values(services: Services, file: CaseFile) -> dict[str, Any]:
    last = file.hearings[-1].held_on if file.hearings else services.desk.today()
    return {
        "outcome": "failed",
        "on": last,
        "reason": "no-agreement",
        "undisputed": "\n".join(file.undisputed.facts),
        "told_ways": [code.key for code in code_list("other_way").rows],
    }
