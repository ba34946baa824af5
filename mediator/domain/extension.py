"""An extension of the time for mediation, agreed by the parties."""

from datetime import date

from mediator.domain.facts import Facts


class ExtensionFacts(Facts):
    """Until when the parties agree to go on, and why."""

    agreed_on: date
    until_on: date  # the new last day, counted as agreed and not moved
    reason: str = ""
    agreed_by: tuple[int, ...] = ()  # case places of the parties who have consented


class Extension(ExtensionFacts):
    """An extension on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
