"""A joint agreement: the same terms for all, each with a sum and a paper of its own."""

from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.series_acts import agree_together
from mediator.casework.set_up import mediators
from mediator.codes import code_list
from mediator.domain.agreement import AgreementFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.clock import add_months
from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan
from mediator.domain.series import JointDuty, SeriesState, Share, claimed_fen
from ui.dialogs.base import FormDialog
from ui.dialogs.series.members import members_field
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

MOST_PARTS = 60


def agree_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """The form of a joint agreement."""
    people = [(one.name, one.name) for one in mediators(services.desk) if one.works_here]
    owing = [party.name for file in state.files for party in file.of_role("respondent")]
    names = [(name, name) for name in dict.fromkeys(owing)]
    form = FieldForm(
        [
            Field("agreed_on", "达成日期", "date", required=True),
            Field("what", "款项名目", hint="如 工资、赔偿款", required=True),
            Field("debtors", "付款人", "checks", names, required=True),
            members_field(state, "agree", info=_asked, amount=_claimed, amount_word="协议金额（元）"),
            Field("due_on", "付款期限", "date", hint="分期的填第一期的日期"),
            Field(
                "shares",
                "分期比例",
                hint="一次付清留空；两期各半写 1:1，先付三成写 3:7；各期隔一个月",
                wide=True,
            ),
            Field("way", "付款方式", "choice", code_list("payment_way").pairs()),
            Field("place", "地点"),
            Field("recorder", "记录人", "words", people),
            Field("clauses", "其他条款", "long", lines=3, hint="一行一条，写进每一件的协议"),
        ]
    )
    form.set_values(_first_values(services, state, [name for name, _ in names]))

    def save(values: dict[str, Any]) -> None:
        facts = AgreementFacts(
            agreed_on=values["agreed_on"],
            place=values["place"],
            recorder=values["recorder"],
            clauses=tuple(line.strip() for line in values["clauses"].splitlines() if line.strip()),
        )
        agree_together(services.desk, state.series.id, facts, (_duty(values),), only=tuple(values["members"]))
        services.saved()

    return FormDialog(
        "共同协议", form, services.messages, save, words=services.words, ok="写明协议", parent=parent
    )


def _duty(values: dict[str, Any]) -> JointDuty:
    return JointDuty(
        what=values["what"],
        debtors=tuple(values["debtors"]),
        amounts={key: fen for key, fen in values["members"].items() if fen},
        shares=_shares(values),
        due_on=values["due_on"],
        way=values["way"],
    )


def _shares(values: dict[str, Any]) -> tuple[Share, ...]:
    """Instalments as typed: 3:7 or 1、1、1, a month apart from the first day on."""
    text = values["shares"].translate(str.maketrans("：、，,/", ":::::"))
    if not text.strip():
        return ()
    parts = [part.strip() for part in text.split(":")]
    if len(parts) > MOST_PARTS or not all(part.isdecimal() and int(part) for part in parts):
        raise RuleBroken("value-unfit", field="shares")
    first = values["due_on"]
    return tuple(
        Share(weight=int(part), due_on=first and add_months(first, number))
        for number, part in enumerate(parts)
    )


def _first_values(services: Services, state: SeriesState, owing: list[str]) -> dict[str, Any]:
    desk = services.desk
    hearings = [one for file in state.files for one in file.hearings]
    last = max(hearings, key=lambda one: one.held_on, default=None)
    return {
        "agreed_on": last.held_on if last else desk.today(),
        "debtors": owing,
        "place": last.place if last else desk.office().place,
        "recorder": last.recorder if last else desk.who,
        "way": "transfer",
    }


def _claimed(file: CaseFile) -> int | None:
    return claimed_fen(file.case.claims)


def _asked(file: CaseFile) -> str:
    asked = claimed_fen(file.case.claims)
    return "" if asked is None else f"请求 {format_yuan(asked)} 元"
