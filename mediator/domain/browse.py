"""What lists and the desk page show of cases: short lines, filters, and things due."""

from dataclasses import dataclass, field
from datetime import date

from mediator.domain.clock import Limit

STAGES = ("accepted", "mediating", "settled", "failed", "terminated", "refused", "archived")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a case list; `applicants` and `respondents` are names in their order."""

    id: int
    code: str
    dossier_number: str
    accepted_on: date
    concluded_on: date | None
    type_written: str
    applicants: tuple[str, ...]
    respondents: tuple[str, ...]
    mediator: str
    stage: str  # one of STAGES
    hearings: int
    amount_fen: int | None
    track: str = "people"
    extended_to: date | None = None  # the last day for mediation the parties have agreed to


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a case list is narrowed to; empty fields narrow nothing."""

    text: str = ""
    stages: tuple[str, ...] = ()
    type_written: tuple[str, ...] = ()
    mediator: str = ""
    first: date | None = None  # accepted, both included
    last: date | None = None
    codes: tuple[str, ...] = ()
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something to be done by a day; `limit` tells why where a rule sets the day.

    `ordinal` and `part` name the duty and its instalment, `supplemented_on` the supplementary agreement it
    comes from; `note` tells the hour and place of a hearing.
    """

    kind: str  # mediation | hearing | duty | confirmation | visit
    case_id: int
    code: str
    who: str
    due_on: date
    amount_fen: int | None = None
    part: int = 0
    limit: Limit | None = field(default=None)
    ordinal: int = 0
    supplemented_on: date | None = None
    note: str = ""


def stage_of(archived: bool, outcome: str, hearings: int) -> str:
    """The stage a list shows."""
    if archived:
        return "archived"
    if outcome == "success":
        return "settled"
    return outcome or ("mediating" if hearings else "accepted")
