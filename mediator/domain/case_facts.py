"""One flat row of facts per case, over which every figure is counted."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CaseCount:
    """Facts of a case for counting; coded values are keys of `resources/codes`.

    `source` is a key of ledger_source, `type_written` the type's name as written, `amount_fen`
    whole 分 of the agreement, `found_on` the earlier day of finding or accepting the dispute.
    """

    case_id: int
    code: str
    dispute_code: str
    track: str
    committee: str
    committee_kind: str
    accepted_on: date
    found_on: date
    concluded_on: date | None
    source: str
    type_written: str
    type_key: str
    difficulty: str
    outcome: str
    form: str
    amount_fen: int | None
    performance: str
    confirmation: str
    party_count: int
    people_count: int | None
    prevented: tuple[tuple[str, int], ...] = ()
    visited: bool = False
    satisfaction: str = ""


@dataclass(frozen=True, slots=True)
class SweepCount:
    """A sweep for counting."""

    number: str
    kind: str
    began_on: date
    found: int | None
