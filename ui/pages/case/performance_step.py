"""The step 履行: what has been done of each duty, and what is still due."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from mediator.casework.perform import correct_performance, drop_performance, perform
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty, Performance, is_settled, last_due_on, paid_fen, settled_on, still_due
from mediator.domain.errors import RuleBroken
from mediator.domain.money import format_yuan
from ui.models.words import duty_word
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label


class PerformanceStep(RecordsStep):
    """Entries of performance under a short balance of every duty."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("duty", "哪一项义务", "choice", required=True, wide=True, key="Y"),
                Field("on", "履行日期", "date", required=True, key="R"),
                Field("amount_fen", "金额（元）", "money", key="J"),
                Field("complete", "完成", "tick", hint="这一项已全部做到（不是付款的义务）", key="W"),
                Field("note", "凭证和说明", hint="收条、转账凭证编号等", wide=True, key="P"),
            ]
        )
        super().__init__(services, "履行", form, noun="履行记录")
        self._balance = QVBoxLayout()
        self._balance.setSpacing(4)
        self.body.insertLayout(2, self._balance)
        self._labels: list[QLabel] = []
        self.form.changed.connect(self._on_changed)

    def show_file(self, file: CaseFile) -> None:
        """Show the balance of every duty above the entries."""
        duties = _duties(file)
        self.form.field("duty").set_options(
            [
                (str(one.id), f"{one.ordinal}. {duty_word(file, one)}")
                for one in duties
                if one.in_force or one.performed
            ]
        )
        self._show_balance(file, duties)
        super().show_file(file)
        usable = bool(duties) and not file.is_closed
        self.form.setEnabled(usable)
        self.save_button.setEnabled(usable)
        self._fit_fields()

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """Entries in order of date."""
        return [(entry.id, _entry_word(entry)) for entry in _entries(file)]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """An entry as the form shows it."""
        entry = next(entry for entry in _entries(file) if entry.id == record_id)
        return {**entry.model_dump(), "duty": str(entry.duty_id)}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new entry for the first thing still due, with its amount."""
        dues = [due for duty in _duties(file) for due in still_due(duty)]
        first = dues[0] if dues else None
        return {
            "duty": str(first.duty_id) if first else "",
            "on": self.services.desk.today(),
            "amount_fen": first.amount_fen if first else None,
            "complete": first is not None and first.amount_fen is None,
            "note": "",
        }

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the entry."""
        duty = next((one for one in _duties(file) if str(one.id) == values["duty"]), None)
        if duty is None:
            raise RuleBroken("duty-not-here", field="duty")
        facts = {name: values[name] for name in ("on", "amount_fen", "complete", "note")}
        facts["complete"] = facts["complete"] and duty.kind != "pay"
        if self.chosen == NEW:
            self.choose_saved(perform(self.services.desk, file.id, duty.id, **facts))
        else:
            entry = Performance(id=self.chosen, duty_id=duty.id, **facts)
            correct_performance(self.services.desk, file.id, entry)

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the entry away."""
        drop_performance(self.services.desk, file.id, record_id)

    def _on_changed(self, name: str) -> None:
        if name == "duty":
            self._fit_fields()

    def _fit_fields(self) -> None:
        """Money for duties to pay, a tick for duties to do."""
        chosen = self.form.field("duty").value()
        duty = next((one for one in _duties(self.file) if str(one.id) == chosen), None) if self.file else None
        pays = duty is not None and duty.kind == "pay"
        self.form.set_shown("complete", duty is not None and not pays)
        # An older entry may name a sum for a duty to do; what is on record stays in sight.
        self.form.set_shown("amount_fen", pays or self.form.field("amount_fen").raw() != "")

    def _show_balance(self, file: CaseFile, duties: tuple[Duty, ...]) -> None:
        for label in self._labels:
            self._balance.removeWidget(label)
            label.deleteLater()
        texts = [_balance_word(file, duty) for duty in duties] or [
            "协议里还没有写明义务；先在“协议”一步写好。"
        ]
        self._labels = [plain_label(text, "secondary", self, wrap=True) for text in texts]
        for label in self._labels:
            self._balance.addWidget(label)


def _duties(file: CaseFile) -> tuple[Duty, ...]:
    return file.agreement.duties if file.agreement else ()


def _entries(file: CaseFile) -> list[Performance]:
    entries = [entry for duty in _duties(file) for entry in duty.performed]
    return sorted(entries, key=lambda entry: (entry.on, entry.id))


def _entry_word(entry: Performance) -> str:
    what = f"{format_yuan(entry.amount_fen)} 元" if entry.amount_fen is not None else "完成"
    return f"{entry.on:%m-%d} {what}"


def _balance_word(file: CaseFile, duty: Duty) -> str:
    head = f"{duty.ordinal}. {duty_word(file, duty)}："
    if duty.ended:
        return f"{head}{_paid_word(duty)}已由补充协议终止"
    if not duty.in_force:
        return f"{head}补充协议签名生效后开始履行"
    if is_settled(duty):
        return f"{head}已履行{_lateness(duty)}"
    parts = [f"已付 {format_yuan(paid_fen(duty))} 元"] if duty.kind == "pay" else []
    for due in still_due(duty):
        amount = "" if due.amount_fen is None else f" {format_yuan(due.amount_fen)} 元"
        day = f"{due.due_on:%Y-%m-%d} 到期" if due.due_on else "未约定日期"
        parts.append(f"{f'第 {due.part} 期' if due.part else '尚欠'}{amount}，{day}")
    return head + "；".join(parts)


def _paid_word(duty: Duty) -> str:
    return f"已付 {format_yuan(paid_fen(duty))} 元，" if paid_fen(duty) else ""


def _lateness(duty: Duty) -> str:
    done, due = settled_on(duty), last_due_on(duty)
    late = (done - due).days if done and due else 0
    return f"（逾期 {late} 天）" if late > 0 else ""
