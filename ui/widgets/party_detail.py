"""What is known of one party beside the name: the fields of its kind, person, firm, household or group."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from mediator.codes import code_list
from mediator.domain.identity import IdFacts, normalise
from mediator.domain.party import PartyFacts, capacity_on
from ui.widgets.choice import ChoiceField
from ui.widgets.count_edit import CountField
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

RESIDENT = "resident"
CREDIT_CODE = "credit-code"
ETHNICITIES = ("汉族", "回族", "满族", "蒙古族", "壮族", "维吾尔族", "苗族", "彝族", "土家族", "藏族")
LABEL_CHARS = 8  # the column of labels through the whole intake
OF_KIND: Final = {
    "person": ("sex", "birth_date", "ethnicity", "occupation", "capacity"),
    "organisation": ("representative", "representative_title"),
    "household": ("representative", "members"),
    "group": ("members",),
}
PARTICULAR = tuple(dict.fromkeys(name for names in OF_KIND.values() for name in names))
PLAIN = (*PARTICULAR, "phone", "address")
ADDRESS = {"person": "住址", "organisation": "住所地", "household": "住址", "group": "单位或住址"}
USUAL = {"person": RESIDENT, "organisation": CREDIT_CODE}
BY_AGE = {
    "none": "不满八周岁，为无民事行为能力人（《民法典》第二十条）",
    "limited": "八周岁以上不满十八周岁，为限制民事行为能力人（《民法典》第十九条）",
}
BY_HAND = "由您选定；空着时按出生日期推定（《民法典》第十七条至第二十条）"


class PartyDetail(FieldForm):
    """Gives and takes PartyFacts; an identity number fills sex and birth date.

    `today` lets it tell the capacity that a person has by the age.
    """

    _given_type = ""  # of somebody whose number is not known

    def __init__(self, parent: QWidget | None = None, today: Callable[[], date] | None = None) -> None:
        super().__init__(_fields(), parent)
        self._today = today
        self._kind = "person"
        self.align_labels(LABEL_CHARS)
        self.field("id_number").facts_read.connect(self._take_from_number)
        self.changed.connect(self._on_touched)
        self.set_kind("person")

    def set_kind(self, kind: str) -> None:
        """Show the fields of a kind of party; what was typed stays."""
        before = self._number()
        usual = USUAL.get(kind, "")
        if usual and self._type() in {RESIDENT, CREDIT_CODE, ""} - {usual}:
            self.field("id_type").set_value(usual)
        self._kind = kind
        self._show_number(before)
        for name in PARTICULAR:
            self.set_shown(name, name in OF_KIND[kind])
        self.set_label("address", ADDRESS[kind])
        self.set_label("representative", "户主" if kind == "household" else "法定代表人")
        self._tell_capacity()

    def raw(self) -> dict[str, Any]:
        """What stands in every field, and the type of a card whose number is not known."""
        return super().raw() | {"given_type": self._given_type}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood here."""
        super().set_raw(raw)
        self._given_type = raw["given_type"]

    def capacity(self) -> str:
        """The capacity of the person today: as chosen, else by the age; "" where nothing tells it."""
        if self._today is None:
            return str(self.field("capacity").value())
        return capacity_on(self.facts(""), self._today())

    def facts(self, name: str) -> PartyFacts:
        """The party under a name; what belongs to the other kind of party is left out."""
        values = self.values()
        kept = (*OF_KIND[self._kind], "phone", "address")
        told: dict[str, Any] = {key: values[key] for key in kept}
        number = self._number() if self._kind in USUAL else ""
        given = self._given_type if self._kind in USUAL else ""
        told |= {"id_number": number, "id_type": self._type() if number else given}
        return PartyFacts(kind=self._kind, name=name, **told)

    def set_facts(self, facts: PartyFacts) -> None:
        """Show what is known of a party."""
        self._kind, self._given_type = facts.kind, facts.id_type
        usual = USUAL.get(facts.kind, RESIDENT)
        values = {key: getattr(facts, key) for key in PLAIN}
        id_type = facts.id_type or usual
        shown, hidden = ("id_number", "other_number")[:: 1 if id_type == RESIDENT else -1]
        self.set_values(values | {"id_type": id_type, shown: facts.id_number, hidden: ""})
        self.set_kind(facts.kind)
        self.mark_clean()

    def summary(self) -> str:
        """The known facts in short, for the folded row."""
        values = self.values()
        if self._kind == "person":
            parts = [self.field("sex").word(), self._number(), values["phone"], values["address"]]
        elif self._kind == "organisation":
            parts = [values["representative"], self._number(), values["phone"]]
        else:
            people = f"{values['members']} 人" if values["members"] else ""
            head = values["representative"] if self._kind == "household" else ""
            parts = [head, people, values["phone"], values["address"]]
        return " · ".join(part for part in parts if part)

    def is_empty(self) -> bool:
        """Whether nothing of the shown fields has been filled in."""
        facts = self.facts("").model_dump(exclude={"kind", "name", "id_type"})
        return not any(facts.values()) and not self.problems()

    def _type(self) -> str:
        return str(self.field("id_type").value())

    def _number(self) -> str:
        if self._type() == RESIDENT:
            return str(self.field("id_number").value())
        return normalise(self.field("other_number").value())

    def _on_touched(self, name: str) -> None:
        if name in ("birth_date", "capacity"):
            self._tell_capacity()
        if name == "id_type":
            self._given_type = ""
            shown = "other_number" if self._type() == RESIDENT else "id_number"
            self._show_number(str(self.field(shown).value()))

    def _show_number(self, number: str) -> None:
        """A resident's number is read, any other is only kept; a change of type takes it along."""
        resident = self._type() == RESIDENT
        self.field("id_number").put_value(number if resident else "")
        self.field("other_number").put_value("" if resident else number)
        carded = self._kind in USUAL
        self.set_shown("id_number", carded and resident)
        self.set_shown("other_number", carded and not resident)
        self.set_shown("id_type", self._kind == "person" or (carded and self._type() != CREDIT_CODE))
        self.set_label("other_number", self.field("id_type").word() or "证件号码")

    def _take_from_number(self, facts: IdFacts) -> None:
        self.field("sex").set_value(facts.sex)
        self.field("birth_date").put_value(facts.birth_date)
        self._tell_capacity()

    def _tell_capacity(self) -> None:
        """What the age says, and by which article; a choice by hand goes before it."""
        by_hand = BY_HAND if self.field("capacity").value() else ""
        self.tell("capacity", by_hand or BY_AGE.get(self.capacity(), ""))


def _capacity_field() -> ChoiceField:
    return ChoiceField(code_list("capacity").pairs(), empty_word="按年龄")


def _fields() -> list[Field]:
    return [
        Field("id_type", "证件", "choice", code_list("id_type").pairs()),
        Field("id_number", "身份证号", "id"),
        Field("other_number", "证件号码", chars=24),
        Field("sex", "性别", "choice", code_list("sex").pairs()),
        Field("birth_date", "出生日期", "date"),
        Field("ethnicity", "民族", "words", [(word, word) for word in ETHNICITIES]),
        Field("occupation", "职业"),
        Field("representative", "法定代表人"),
        Field("representative_title", "职务"),
        Field("members", "人数", "own", make=CountField),
        Field("capacity", "行为能力", "own", make=_capacity_field),
        Field("phone", "联系电话", chars=18),
        Field("address", "住址", wide=True),
    ]
