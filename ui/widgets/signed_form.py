"""What people agree and sign: named parts, the duties between them, and who has signed when."""

from collections.abc import Mapping
from typing import Any

from ui.widgets.duty_editor import DutyEditor
from ui.widgets.part_form import PartForm
from ui.widgets.signing_form import SigningForm

DUTY_FIELDS = ("duties", "debtors", "creditors", "what", "amount_fen", "instalments", "due_on")


class SignedForm(PartForm):
    """A form of parts around `duties` and `hands`, which its children make."""

    duties: DutyEditor
    hands: SigningForm

    def raw(self) -> dict[str, Any]:
        """What stands in the form right now."""
        return super().raw() | {"duties": self.duties.raw(), "hands": self.hands.raw()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood in the form."""
        self.duties.set_raw(raw["duties"])
        self.hands.set_raw(raw["hands"])
        super().set_raw(raw)
        self._tell_signing()

    def words(self) -> dict[str, str]:
        """The fields, the duties and the days of the signatures."""
        return super().words() | {"义务": self.duties.words()} | self.hands.form.words()

    def tell_saved(self, words: Mapping[str, str]) -> None:
        """Say beside what differs what is on record."""
        super().tell_saved(words)
        self.hands.form.tell_saved(words)
        if self.duties.raw() != self.clean["duties"]:
            self.duties.tell_saved(words["义务"])

    def values(self) -> dict[str, Any]:
        """Every name a refusal may be about."""
        return super().values() | dict.fromkeys((*DUTY_FIELDS, "signed_on"))

    def mark(self, name: str, message: str) -> None:
        """Say beside a field, under the duties or at the signatures what is wrong."""
        if name in DUTY_FIELDS:
            self.duties.mark(message)
        elif name == "signed_on":
            self.hands.form.mark(self.hands.form.fields[0].name, message)
        else:
            super().mark(name, message)

    def _on_terms(self, _name: str) -> None:
        self._tell_signing()
        self.changed.emit()

    def _tell_signing(self) -> None:
        """Tell the hands what it is that they sign."""
        raise NotImplementedError
