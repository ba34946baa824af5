"""One sitting of the mediation."""

from datetime import date

from mediator.domain.facts import Facts


class HearingFacts(Facts):
    """When, where, who and what was said, as the record of mediation prints it."""

    held_on: date
    began: str = ""  # HH:MM
    ended: str = ""
    place: str = ""
    present: tuple[int, ...] = ()  # case places (CaseParty.id)
    helpers: str = ""  # people invited to help, neither party nor mediator (Art. 20)
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    rights_told: bool = True
    text: str = ""
    result: str = "continue"  # codes/hearing_result
    next_on: date | None = None  # to when and where the mediation is adjourned
    next_began: str = ""  # HH:MM
    next_place: str = ""


class Hearing(HearingFacts):
    """A hearing on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
