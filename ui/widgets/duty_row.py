"""One duty: who, to whom, what or how much, in which parts, by when, where and how; its clause below."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.codes import code_list, word
from mediator.domain.duty import DutyFacts, check_duty
from mediator.domain.errors import RuleBroken
from ui.widgets.button import button
from ui.widgets.check_list import TickField
from ui.widgets.choice import ChoiceField
from ui.widgets.clause_box import ClauseBox
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.instalment_editor import InstalmentEditor
from ui.widgets.label import hairline, plain_label
from ui.widgets.party_editor import Member
from ui.widgets.row_list import ListRow

WHAT = {
    "pay": ("款项名目", "如 赔偿款、修理费"),
    "act": ("做什么", "如 修好水管"),
    "refrain": ("停止什么", "如 夜间施工"),
    "deliver": ("交付什么", "如 房屋钥匙"),
    "apologise": ("怎样道歉", "如 当面赔礼道歉"),
}
Worded = Callable[[DutyFacts], str]


class DutyRow(ListRow):
    """Gives and takes DutyFacts whose people are roster keys; `duty_id` names the duty on record."""

    submitted = Signal()

    def __init__(self, worded: Worded, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duty_id: int | None = None
        self._brief = brief
        self._people_chosen = False
        self._members: tuple[Member, ...] = ()
        self.title = plain_label("", "heading", self)
        self.kind = ChoiceField(code_list("duty_kind").pairs(), self)
        self.form = FieldForm(_fields(), self)
        self.on_spot = TickField("已当场履行完毕", self)
        self.parts = InstalmentEditor(self)
        self.clause = ClauseBox(lambda: worded(self._plain()), self)
        self._build()
        self._listen()
        self.kind.set_value("pay")
        self._fit_kind()

    def facts(self) -> DutyFacts:
        """The duty as it stands here."""
        wording, worded_from = self.clause.value()
        return self._plain().model_copy(update={"wording": wording, "worded_from": worded_from})

    def set_duty(self, duty_id: int | None, duty: DutyFacts) -> None:
        """Show a duty."""
        self.duty_id, self._people_chosen = duty_id, True
        self.kind.set_value(duty.kind)
        values = duty.model_dump(include={"what", "amount_fen", "due_on", "place", "way"})
        values["debtors"] = [str(key) for key in duty.debtors]
        values["creditors"] = [str(key) for key in duty.creditors]
        self.form.set_values(values)
        self.parts.set_total(duty.amount_fen)
        self.parts.set_value(duty.instalments)
        self._fit_kind()
        self.clause.set_value(duty.wording, duty.worded_from)

    def set_people(self, members: Sequence[Member]) -> None:
        """Offer these people; until someone is ticked, the respondents owe the applicants."""
        self._members = tuple(members)
        options = [(str(one.key), f"{word('party_role', one.role)} {one.name}") for one in members]
        for name in ("debtors", "creditors"):
            self.form.field(name).set_options(options)
        if not self._people_chosen:
            for name, role in (("debtors", "respondent"), ("creditors", "applicant")):
                self.form.field(name).set_value([str(one.key) for one in members if one.role == role])
        self.clause.refresh()

    def set_number(self, number: int) -> None:
        """Its place among the duties."""
        self.title.setText(f"第 {number} 项")

    def is_empty(self) -> bool:
        """Whether nothing has been agreed here yet; a duty on record is never empty."""
        values = self.form.values()
        told = [values[name] for name in ("what", "amount_fen", "due_on", "place")]
        return self.duty_id is None and not any(told) and not self.parts.value() and not self.form.problems()

    def problem(self) -> str:
        """The first thing that cannot be read or does not add up, in words."""
        found = next(iter(self.form.problems().values()), "")
        return found or (self.parts.problem() if self._parted() else "")

    def check(self, words: Callable[[RuleBroken], str]) -> bool:
        """Mark what is wrong with this duty; True when nothing is."""
        if self.problem():
            if self.form.check():
                self.parts.focus_first()
            return False
        try:
            check_duty(self.facts())
        except RuleBroken as refusal:
            self.mark(refusal.field, words(refusal))
            return False
        return True

    def mark(self, name: str, message: str) -> None:
        """Say beside a field of this duty what is wrong with it."""
        self.form.mark(name if name in self.form.values() else "what", message)

    def raw(self) -> dict[str, Any]:
        """What stands in the row right now."""
        return {
            "id": self.duty_id,
            "kind": self.kind.raw(),
            "fields": self.form.raw(),
            "parts": self.parts.raw(),
            "on_spot": self.on_spot.raw(),
            "clause": self.clause.raw(),
        }

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood in the row; its people are ticked again as far as they are there."""
        self.duty_id, self._people_chosen = raw["id"], True
        self.kind.set_raw(raw["kind"])
        self.form.set_raw(raw["fields"])
        self.parts.set_total(self.form.field("amount_fen").value())
        self.parts.set_raw(raw["parts"])
        self.on_spot.set_raw(raw["on_spot"])
        self._fit_kind()
        self.clause.set_raw(raw["clause"])

    def words(self) -> str:
        """The clause as it stands."""
        return self.clause.words()

    def focus_first(self) -> None:
        """Put the keyboard where a duty starts."""
        name = "amount_fen" if self.kind.value() == "pay" else "what"
        self.form.field(name).focus_target().setFocus(Qt.FocusReason.TabFocusReason)

    def _plain(self) -> DutyFacts:
        values = self.form.values()
        pays = self.kind.value() == "pay"
        return DutyFacts(
            kind=self.kind.value(),
            debtors=tuple(int(key) for key in values["debtors"]),
            creditors=tuple(int(key) for key in values["creditors"]),
            what=values["what"],
            amount_fen=values["amount_fen"] if pays else None,
            instalments=self.parts.value() if self._parted() else (),
            due_on=None if self.on_spot.value() else values["due_on"],
            place=values["place"],
            way=values["way"],
        )

    def _fit_kind(self) -> None:
        kind = self.kind.value()
        label, hint = WHAT.get(kind, WHAT["act"])
        self.form.set_label("what", label)
        self.form.field("what").line.setPlaceholderText(hint)
        self.form.set_shown("amount_fen", kind == "pay")
        self.form.set_shown("way", not self._brief)
        self.form.set_shown("place", not self._brief)
        self.on_spot.setVisible(self._brief)
        self._fit_parts()

    def _fit_parts(self) -> None:
        """A sum that has been handed over needs no parts, and parts have days of their own."""
        self.parts.setVisible(self._parted())
        dated = bool(self._parted() and self.parts.value()) and not self.form.field("due_on").raw()
        self.form.set_shown("due_on", not self.on_spot.value() and not dated)

    def _parted(self) -> bool:
        """Whether parts count; what has been handed over keeps them only for a tick that was a slip."""
        return self.kind.value() == "pay" and not self.on_spot.value()

    def _on_field(self, name: str) -> None:
        if name in ("debtors", "creditors"):
            self._people_chosen = True
        if name == "amount_fen":
            self.parts.set_total(self.form.field("amount_fen").value())
        self._on_changed()

    def _on_kind(self) -> None:
        self._fit_kind()
        self._on_changed()

    def _on_spot(self) -> None:
        self.form.field("way").set_value("on-site" if self.on_spot.value() else "")
        self._fit_parts()
        self._on_changed()

    def _on_parts(self) -> None:
        self._fit_parts()
        self._on_changed()

    def _on_changed(self) -> None:
        self.clause.refresh()
        self.changed.emit()

    def _listen(self) -> None:
        self.form.changed.connect(self._on_field)
        self.form.submitted.connect(self.submitted)
        self.kind.changed.connect(self._on_kind)
        self.on_spot.changed.connect(self._on_spot)
        self.parts.changed.connect(self._on_parts)
        self.parts.submitted.connect(self.submitted)
        self.clause.changed.connect(self.changed)

    def _build(self) -> None:
        self.kind.setAccessibleName("义务种类")
        self.kind.setFixedWidth(self.fontMetrics().horizontalAdvance("中") * 9)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.kind)
        head.addWidget(self.on_spot)
        head.addStretch(1)
        for label, asked in (("上移", "up"), ("下移", "down"), ("移除", "remove")):
            head.addWidget(button(label, partial(self.asked.emit, asked), role="link", parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        for part in (self.form, self.parts, self.clause, hairline(self)):
            layout.addWidget(part)


def _fields() -> list[Field]:
    return [
        Field("debtors", "谁", "checks"),
        Field("creditors", "向谁", "checks"),
        Field("amount_fen", "金额", "money"),
        Field("what", "款项名目"),
        Field("due_on", "何时", "date"),
        Field("way", "方式", "choice", code_list("payment_way").pairs()),
        Field("place", "何地"),
    ]
