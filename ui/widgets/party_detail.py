"""What is known of one party beside the name: the fields of a person or those of an organisation."""

from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.codes import code_list
from mediator.domain.identity import IdFacts, normalise
from mediator.domain.party import PartyFacts
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

RESIDENT = "resident"
CREDIT_CODE = "credit-code"
ETHNICITIES = ("汉族", "回族", "满族", "蒙古族", "壮族", "维吾尔族", "苗族", "彝族", "土家族", "藏族")
LABEL_CHARS = 8  # the column of labels through the whole intake
PERSON_ONLY = ("sex", "birth_date", "ethnicity", "occupation")
FIRM_ONLY = ("representative", "representative_title")
PLAIN = (*PERSON_ONLY, *FIRM_ONLY, "phone", "address")


class PartyDetail(FieldForm):
    """Gives and takes PartyFacts; an identity number fills sex and birth date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_fields(), parent)
        self._kind = "person"
        self._given_type = ""
        self.align_labels(LABEL_CHARS)
        self.field("id_number").facts_read.connect(self._take_from_number)
        self.changed.connect(self._on_touched)
        self.set_kind("person")

    def set_kind(self, kind: str) -> None:
        """Show the fields of a person or of an organisation; what was typed stays."""
        before = self._number()
        if kind == "person" and self._type() in (CREDIT_CODE, ""):
            self.field("id_type").set_value(RESIDENT)
        if kind != "person" and self._type() in (RESIDENT, ""):
            self.field("id_type").set_value(CREDIT_CODE)
        self._kind = kind
        self._show_number(before)
        for name in PERSON_ONLY:
            self.set_shown(name, kind == "person")
        for name in FIRM_ONLY:
            self.set_shown(name, kind != "person")
        self.set_label("address", "住址" if kind == "person" else "住所地")

    def facts(self, name: str) -> PartyFacts:
        """The party under a name; what belongs to the other kind of party is left out."""
        values = self.values()
        dropped = FIRM_ONLY if self._kind == "person" else PERSON_ONLY
        told: dict[str, Any] = {key: values[key] for key in PLAIN if key not in dropped}
        number = self._number()
        told |= {"id_number": number, "id_type": self._type() if number else self._given_type}
        return PartyFacts(kind=self._kind, name=name, **told)

    def set_facts(self, facts: PartyFacts) -> None:
        """Show what is known of a party."""
        self._kind, self._given_type = facts.kind, facts.id_type
        usual = RESIDENT if facts.kind == "person" else CREDIT_CODE
        values = {key: getattr(facts, key) for key in PLAIN}
        id_type = facts.id_type or usual
        shown, hidden = ("id_number", "other_number")[:: 1 if id_type == RESIDENT else -1]
        self.set_values(values | {"id_type": id_type, shown: facts.id_number, hidden: ""})
        self.set_kind(facts.kind)
        self.mark_clean()

    def summary(self) -> str:
        """The known facts in short, for the folded row."""
        values = self.values()
        if self._kind != "person":
            parts = [values["representative"], self._number(), values["phone"]]
        else:
            parts = [self.field("sex").word(), self._number(), values["phone"], values["address"]]
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
        if name == "id_type":
            self._given_type = ""
            shown = "other_number" if self._type() == RESIDENT else "id_number"
            self._show_number(str(self.field(shown).value()))

    def _show_number(self, number: str) -> None:
        """A resident's number is read, any other is only kept; a change of type takes it along."""
        resident = self._type() == RESIDENT
        self.field("id_number").put_value(number if resident else "")
        self.field("other_number").put_value("" if resident else number)
        self.set_shown("id_number", resident)
        self.set_shown("other_number", not resident)
        self.set_shown("id_type", self._kind == "person" or self._type() != CREDIT_CODE)
        self.set_label("other_number", self.field("id_type").word() or "证件号码")

    def _take_from_number(self, facts: IdFacts) -> None:
        self.field("sex").set_value(facts.sex)
        self.field("birth_date").put_value(facts.birth_date)


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
        Field("phone", "联系电话", chars=18),
        Field("address", "住址", wide=True),
    ]
