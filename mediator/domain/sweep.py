"""排查: looking for disputes before they come in."""

from datetime import date

from mediator.domain.facts import Facts


class Sweep(Facts):
    """One sweep; `found` disputes are told here and never added to the counts of cases."""

    number: str
    kind: str  # codes/sweep_kind
    began_on: date
    ended_on: date | None = None
    found: int | None = None
