"""A form of several parts: one dirty state, one check, and a refusal marked in the part it is about."""

from collections.abc import Callable, Mapping
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
        self._clean: dict[str, Any] = {}

    def forms(self) -> list[FieldForm]:
        """The parts whose fields have names."""
        return []

    def raw(self) -> dict[str, Any]:
        """What stands in every part right now, by name, as plain JSON."""
        found: dict[str, Any] = {}
        for form in self.forms():
            found |= form.raw()
        return found

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what `raw` gave; the form is dirty where it differs from what was last saved."""
        for form in self.forms():
            form.set_raw(raw)
        self.changed.emit()

    @property
    def clean(self) -> dict[str, Any]:
        """What `raw` was when it was last shown or saved."""
        return self._clean

    def words(self) -> dict[str, str]:
        """What every field that is not empty shows, by its label."""
        found: dict[str, str] = {}
        for form in self.forms():
            found |= form.words()
        return found

    def tell_saved(self, words: Mapping[str, str]) -> None:
        """Say beside what differs what is on record; `words` are those of the clean form."""
        for form in self.forms():
            form.tell_saved(words)

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
