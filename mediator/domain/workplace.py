"""Drafts of forms and phrases for fields."""

from datetime import date, datetime
from typing import Any

from mediator.domain.facts import Facts


class Draft(Facts):
    """What somebody typed into a form and has not saved; `value` is plain JSON."""

    key: str  # the form: intake, case:12:hearings, …
    title: str
    at: datetime
    value: Any = None


class Phrase(Facts):
    """A phrase for one kind of field; `who` is empty for one of the whole office."""

    id: int
    place: str
    who: str = ""
    text: str
    used_on: date | None = None
    uses: int = 0
