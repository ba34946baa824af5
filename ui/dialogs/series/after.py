"""What is done together after the agreement: signatures, performance, visits; and the endings."""

from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.series_acts import (
    archive_together,
    end_together,
    perform_together,
    sign_together,
    visit_together,
)
from mediator.codes import code_list, word
from mediator.domain.case import Archived, Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import is_settled
from mediator.domain.facts import build
from mediator.domain.follow_up import VisitFacts
from mediator.domain.money import format_yuan
from mediator.domain.series import SeriesState, SignedTogether, left_fen, unsigned
from ui.dialogs.base import FormDialog, Save
from ui.dialogs.end_without import ending_fields
from ui.dialogs.series.members import members_field
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field


def sign_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """Who has signed: the ticked cases, all hands on these days; a hand that signed before keeps its day."""
    hands = (
        ("parties_on", "当事人签名"),
        ("mediator_on", "调解员签名"),
        ("recorder_on", "记录人签名"),
        ("sealed_on", "调委会盖章"),
    )
    form = FieldForm(
        [
            members_field(state, "sign", info=lambda file: f"还缺 {unsigned(file)} 个签名或印章"),
            *(Field(name, word, "date") for name, word in hands),
        ]
    )
    form.set_values({name: services.desk.today() for name, _ in hands})

    def save(values: dict[str, Any]) -> None:
        days = SignedTogether(**{name: values[name] for name, _ in hands})
        sign_together(services.desk, state.series.id, days, only=tuple(values["members"]))

    return _dialog(services, "共同签名盖章", form, save, "登记签名盖章", parent)


def perform_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """Money received today, by case; what is due comes filled in."""
    today = services.desk.today()
    others = any(
        duty.kind != "pay" and not is_settled(duty)
        for file in state.in_step("perform")
        for duty in (file.agreement.running_duties if file.agreement else ())
    )
    form = FieldForm(
        [
            Field("on", "日期", "date", required=True),
            Field("note", "说明", hint="如 银行转账、当面付清"),
            members_field(
                state,
                "perform",
                info=lambda file: f"尚欠 {format_yuan(left_fen(file))} 元",
                amount=lambda file: left_fen(file, today),
                amount_word="这次付（元）",
            ),
            *([Field("complete", "", "tick", hint="金钱以外的事项也已做完")] if others else []),
        ]
    )
    form.set_values({"on": today})

    def save(values: dict[str, Any]) -> None:
        paid = {key: fen or 0 for key, fen in values["members"].items()}
        perform_together(
            services.desk,
            state.series.id,
            values["on"],
            paid,
            note=values["note"],
            complete=bool(values.get("complete")),
        )

    return _dialog(services, "共同履行", form, save, "登记履行", parent)


def visit_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """One visit to all; each case names its own applicants as visited."""
    form = FieldForm(
        [
            Field("on", "回访日期", "date", required=True),
            Field("way", "方式", "choice", code_list("visit_way").pairs()),
            Field("visitor", "回访人"),
            Field("satisfaction", "满意度", "choice", code_list("satisfaction").pairs()),
            Field(
                "situation", "回访情况", "long", lines=4, hint="履行情况；写 {申请人} 的地方换成各件的姓名"
            ),
            Field("escalation", "激化迹象和措施", "long", lines=2),
            members_field(state, "visit", info=_performed),
        ]
    )
    form.set_values({"on": services.desk.today(), "way": "phone", "visitor": services.desk.who})

    def save(values: dict[str, Any]) -> None:
        told = {name: values[name] for name in values if name != "members"}
        visit_together(services.desk, state.series.id, build(VisitFacts, told), only=tuple(values["members"]))

    return _dialog(services, "共同回访", form, save, "登记回访", parent)


def end_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """Those who do not settle; Art. 26 of 人民调解法 wants the other ways told."""
    form = FieldForm(
        [
            members_field(state, "fail"),
            *ending_fields(state.files[0].case.track),
            Field("reason_text", "说明", "long", lines=2),
            Field("told_ways", "已告知的其他途径", "checks", code_list("other_way").pairs(), required=True),
        ]
    )
    ways = [code.key for code in code_list("other_way").rows]
    form.set_values(
        {
            "outcome": "failed",
            "on": services.desk.today(),
            "reason": "no-agreement",
            "told_ways": ways,
            "members": {file.id: None for file in state.in_step("fail")},
        }
    )

    def save(values: dict[str, Any]) -> None:
        told = {name: values[name] for name in ("outcome", "on", "reason", "reason_text")}
        ending = Ending(**told, told_ways=tuple(values["told_ways"]))
        end_together(services.desk, state.series.id, ending, only=tuple(values["members"]))

    return _dialog(services, "以未达成协议结束", form, save, "结束调解", parent)


def archive_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """Each case goes into the archive under its own number."""
    form = FieldForm(
        [
            members_field(state, "archive", info=lambda file: word("outcome", file.ending.outcome)),
            Field("on", "归档日期", "date", required=True),
            Field("by", "立卷人"),
            Field("retention", "保管期限", "choice", code_list("retention").pairs()),
            Field("remark", "备注"),
        ]
    )
    desk = services.desk
    form.set_values({"on": desk.today(), "by": desk.who, "retention": desk.settings().retention})

    def save(values: dict[str, Any]) -> None:
        told = {name: values[name] for name in ("on", "by", "retention", "remark")}
        archive_together(desk, state.series.id, Archived(**told), only=tuple(values["members"]))

    return _dialog(services, "共同归档（归档后内容不能再改）", form, save, "归档", parent)


def _dialog(
    services: Services, title: str, form: FieldForm, act: Save, ok: str, parent: QWidget | None
) -> FormDialog:
    def save(values: dict[str, Any]) -> None:
        act(values)
        services.saved()

    return FormDialog(title, form, services.messages, save, words=services.words, ok=ok, parent=parent)


def _performed(file: CaseFile) -> str:
    return "已履行" if file.performance == "done" else "还有未履行的"
