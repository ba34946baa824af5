"""Who has signed the agreement and when, and from which day it takes effect."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.codes import word
from mediator.domain.agreement import Agreement, AgreementFacts, Signing, effect_on, missing_hands
from mediator.domain.case import check_not_future, check_order
from mediator.domain.dates import write_date
from mediator.domain.errors import RuleBroken
from mediator.domain.party import CaseParty
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.why import WhyLink

OFFICE_HANDS = (("mediator_on", "调解员签名"), ("recorder_on", "记录人签名"), ("sealed_on", "调委会盖章"))
HAND_WORDS: dict[int | str, str] = {"mediator": "调解员签名", "seal": "调委会盖章"}
LONGEST_PAIRED = 8  # longer names leave no room for a date beside another
WRITTEN_RULE = (
    "《人民调解法》第二十九条：调解协议书自各方当事人签名、盖章或者按指印，"
    "人民调解员签名并加盖人民调解委员会印章之日起生效。"
)
ORAL_RULE = "《人民调解法》第三十条：口头调解协议自各方当事人达成协议之日起生效。"


class SigningForm(QWidget):
    """One date for each hand; `set_agreement` tells for which agreement the effect is worked out."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._parties: tuple[CaseParty, ...] = ()
        self._agreement: AgreementFacts | None = None
        self._kept: dict[int, date] = {}
        self.form = FieldForm([], self)
        self.all_today = button("全部今天签", self.sign_all, parent=self)
        self.all_today.setToolTip("把还没有日期的都填成今天")
        self.effect = plain_label("", parent=self, wrap=True)
        self.why = WhyLink(self.reasons, self)
        self._build()

    def show_signing(self, parties: Sequence[CaseParty], signing: Signing) -> None:
        """Show the hands of a case and the days they signed."""
        self._parties = tuple(parties)
        fields = [
            Field(f"party{one.id}", f"{word('party_role', one.role)} {one.name}", "date") for one in parties
        ]
        fields += [Field(name, label, "date") for name, label in OFFICE_HANDS]
        values: dict[str, date | None] = {name: getattr(signing, name) for name, _ in OFFICE_HANDS}
        values |= {f"party{place}": day for place, day in signing.parties.items()}
        known = {one.id for one in parties}
        self._kept = {place: day for place, day in signing.parties.items() if place not in known}
        long_names = any(len(field.label) > LONGEST_PAIRED for field in fields)
        old, self.form = self.form, FieldForm(fields, self, columns=1 if long_names else 2)
        self._layout.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self.form.show()
        self.form.set_values(values)
        self.form.changed.connect(self._on_changed)
        self.form.submitted.connect(self.submitted)
        self._tell_effect()

    def value(self) -> Signing:
        """When each hand signed."""
        values = self.form.values()
        days = {one.id: values[f"party{one.id}"] for one in self._parties}
        signed = {place: day for place, day in days.items() if day is not None}
        return Signing(parties=self._kept | signed, **{name: values[name] for name, _ in OFFICE_HANDS})

    def set_agreement(self, agreement: AgreementFacts | None) -> None:
        """The agreement as it is being written; None while its date cannot be read."""
        self._agreement = agreement
        self._tell_effect()

    def sign_all(self) -> None:
        """Everybody who has no day yet signed today."""
        for name, day in self.form.values().items():
            if day is None and not self.form.field(name).problem():
                self.form.field(name).put_value(self._today())
        self._on_changed()

    def check(self, words: Callable[[RuleBroken], str]) -> bool:
        """Mark a day that cannot be; True when there is none."""
        if not self.form.check():
            return False
        for name, day in self.form.values().items():
            try:
                check_not_future("signed_on", day, self._today())
                if self._agreement is not None:
                    check_order("agreed_on", self._agreement.agreed_on, "signed_on", day)
            except RuleBroken as refusal:
                self.form.mark(name, words(refusal))
                return False
        return True

    def effect_on(self) -> date | None:
        """The day the agreement takes effect."""
        agreement = self._whole()
        return None if agreement is None else effect_on(agreement, self._places())

    def reasons(self) -> list[str]:
        """The rule and the days behind the effect date."""
        agreement = self._whole()
        if agreement is None:
            return ["还没有达成协议的日期。"]
        if agreement.form == "oral":
            return [ORAL_RULE, f"达成协议：{write_date(agreement.agreed_on)}"]
        lines = [WRITTEN_RULE]
        for field in self.form.fields:
            day = self.form.field(field.name).value()
            if field.name != "recorder_on":
                lines.append(f"{field.label}：{write_date(day) if day else '还没有'}")
        return lines

    def raw(self) -> dict[str, Any]:
        """What stands in the fields right now."""
        return self.form.raw()

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put the days back as they were typed."""
        self.form.set_raw(raw)

    def focus_first(self) -> None:
        """Put the keyboard on the first hand."""
        self.form.focus_first()

    def _places(self) -> tuple[int, ...]:
        return tuple(one.id for one in self._parties)

    def _whole(self) -> Agreement | None:
        if self._agreement is None:
            return None
        return Agreement(id=0, signing=self.value(), **self._agreement.model_dump())

    def _tell_effect(self) -> None:
        agreement, day = self._whole(), self.effect_on()
        oral = agreement is not None and agreement.form == "oral"
        self.form.setVisible(not oral)
        self.all_today.setVisible(not oral)
        if day is not None:
            self.effect.setText(f"协议自 {write_date(day)} 起生效")
        elif agreement is None:
            self.effect.setText("协议还没有生效")
        else:
            names = {one.id: one.name for one in self._parties}
            lacking = [
                names.get(hand, "") if isinstance(hand, int) else HAND_WORDS[hand]
                for hand in missing_hands(agreement, self._places())
            ]
            self.effect.setText(f"协议还没有生效，还缺：{'、'.join(lacking)}")

    def _on_changed(self, _name: str = "") -> None:
        self._tell_effect()
        self.changed.emit()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.effect, 1)
        line.addWidget(self.why)
        line.addWidget(self.all_today)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(line)
        self._layout.addWidget(self.form)
