"""A form of several parts: one dirty state, one check, and a refusal marked in the part it is about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.services import Services
from ui.widgets.form import FieldForm


class PartForm(QWidget):
    """Parts are named in order; `submitted` comes with Enter in the last of them."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._clean: object = None

    def forms(self) -> list[FieldForm]:
        """The parts whose fields have names."""
        return []

    def raw(self) -> object:
        """What stands in every part right now."""
        return [
            [form.field(field.name).raw() for field in form.fields if field.kind != "heading"]
            for form in self.forms()
        ]

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was last shown or saved."""
        return self.raw() != self._clean

    def mark_clean(self) -> None:
        """What stands here now has been saved."""
        self._clean = self.raw()

    def values(self) -> dict[str, Any]:
        """Every named value; decides whether a refusal can be marked here."""
        found: dict[str, Any] = {}
        for form in self.forms():
            found |= form.values()
        return found

    def check(self) -> bool:
        """Mark what is wrong in every part; True when nothing is."""
        return not [form for form in self.forms() if not form.check()]

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        for form in self.forms()[:1]:
            form.focus_first()

    def mark(self, name: str, message: str) -> None:
        """Say beside a field what is wrong with it, and go there."""
        for form in self.forms():
            if name in form.values():
                form.mark(name, message)
                return

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do a verb; a refusal is marked at its field and nothing typed is lost."""
        done = self.services.attempt(verb, self)
        if done:
            self.mark_clean()
        return done
