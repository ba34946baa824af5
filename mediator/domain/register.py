"""Who is who: people of the register with their cases, doubles among them, and disputes that came before."""

from datetime import date, datetime
from typing import Final

from mediator.domain.facts import Facts
from mediator.domain.identity import tells_who
from mediator.domain.party import CaseParty, PartyEntry, PartyFacts

AGAIN_WITHIN_MONTHS: Final = 6  # a closed case of the same people; later it is rather a new dispute
ID_TAIL: Final = 4
PHONE_TAIL: Final = 4


class EarlierCase(Facts):
    """One place of somebody in a case, with what the case wrote of him."""

    case_id: int
    place_id: int
    code: str
    accepted_on: date
    type_written: str
    role: str  # codes/party_role
    outcome: str = ""  # codes/outcome; empty while the case is open
    facts: PartyFacts


class KnownPerson(Facts):
    """Somebody of the register: as the last case describes him, and all his cases, the last one first."""

    id: int
    cases: tuple[EarlierCase, ...]

    @property
    def facts(self) -> PartyFacts:
        """The last description, with what only an earlier one knew."""
        told = self.cases[0].facts.model_dump()
        for case in self.cases[1:]:
            if case.facts.kind == told["kind"]:
                told |= {name: value for name, value in case.facts.model_dump().items() if not told[name]}
        return PartyFacts(**told)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name he has been written by, the last one first."""
        return tuple(dict.fromkeys(case.facts.name for case in self.cases))


class PersonMerge(Facts):
    """Two of the register made one: the descriptions that moved, so that exactly these can go back."""

    id: int = 0
    kept_id: int
    gone_id: int
    party_ids: tuple[int, ...]
    at: datetime
    who: str
    reason: str = ""
    undone: bool = False


class Double(Facts):
    """Two of the register who may be one, and why: id-number, name-phone, name-birth-date."""

    one: KnownPerson
    other: KnownPerson
    why: str


class CaseBrief(Facts):
    """As much of a case as tells whether it is the same dispute."""

    id: int
    dispute_id: int
    code: str
    accepted_on: date
    type_written: str
    outcome: str = ""
    parties: tuple[CaseParty, ...]

    def of_role(self, role: str) -> tuple[CaseParty, ...]:
        """The parties of one side."""
        return tuple(party for party in self.parties if party.role == role)


class SameDispute(Facts):
    """A case that may be the dispute just being registered, and why: both-sides, same-type."""

    case_id: int
    code: str
    accepted_on: date
    type_written: str
    outcome: str = ""
    sides: str
    why: str


def masked(number: str) -> str:
    """An identity number of which only the beginning and the end can be read."""
    hidden = max(len(number) - 6 - ID_TAIL, 0)
    return f"{number[:6]}{'*' * hidden}{number[-ID_TAIL:]}" if hidden else number


def same_person(entry: PartyEntry, person_id: int, facts: PartyFacts) -> bool:
    """Whether a party being typed is one on record: as chosen, by the number, else by the name.

    Two numbers that differ are two people, whatever their name.
    """
    if entry.person_id and person_id and entry.person_id == person_id:
        return True
    mine, theirs = entry.facts.id_number, facts.id_number
    if tells_who(mine) and tells_who(theirs):
        return mine == theirs
    return entry.facts.name.strip() == facts.name.strip() != ""


def surely_same(entry: PartyEntry, person_id: int, facts: PartyFacts) -> bool:
    """The same, without trusting a mere name."""
    if entry.person_id and entry.person_id == person_id:
        return True
    return tells_who(facts.id_number) and entry.facts.id_number == facts.id_number


def disagree(one: PartyFacts, other: PartyFacts) -> tuple[str, ...]:
    """What speaks against two descriptions being of one person: fields that both know and that differ."""
    same_card = one.id_type == other.id_type
    fields = ("kind", "birth_date", "sex", *(("id_number",) if same_card else ()))
    return tuple(
        name
        for name in fields
        if getattr(one, name) and getattr(other, name) and getattr(one, name) != getattr(other, name)
    )
