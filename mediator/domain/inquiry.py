"""One inquiry: somebody is asked about the dispute, party or not."""

from datetime import date

from mediator.domain.facts import Facts


class InquiryFacts(Facts):
    """When, where and who was asked by whom, and what was said, as the inquiry record prints it."""

    held_on: date
    began: str = ""  # HH:MM
    ended: str = ""
    place: str = ""
    asked: str = ""  # the name of who is asked
    party: int | None = None  # case place, when a party is asked
    about: str = ""  # who that is: sex, age, address, relation to the parties
    present: str = ""  # others who are there
    askers: tuple[str, ...] = ()  # two where a fact is to be proved
    recorder: str = ""
    text: str = ""


class Inquiry(InquiryFacts):
    """An inquiry on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
