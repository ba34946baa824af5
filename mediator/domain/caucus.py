"""A private talk of the mediator with one side; its notes never reach any paper."""

from datetime import date

from mediator.domain.facts import Facts


class CaucusFacts(Facts):
    """When and with whom the mediator talked apart, and what is to be kept in mind of it."""

    held_on: date
    began: str = ""  # HH:MM
    ended: str = ""
    parties: tuple[int, ...] = ()  # case places (CaseParty.id)
    mediator: str = ""
    text: str = ""


class Caucus(CaucusFacts):
    """A private talk on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
