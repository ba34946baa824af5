"""One case as a ledger knows it: a flat row, the same for import, export and counting."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LedgerCase:
    """Facts of one ledger row and its joined sheets; coded values are keys of `resources/codes`.

    `source` is a key of ledger_source; `parties` are (role, name) in the order written; `amount_fen`
    whole 分; `mark` knows again a row that came without a code.
    """

    code: str
    accepted_on: date
    source: str
    type_written: str
    summary: str
    committee: str = ""
    room: str = ""
    registrar: str = ""
    difficulty: str = "ordinary"
    area: str = ""
    death: str = ""
    mediator: str = ""
    assistants: tuple[str, ...] = ()
    concluded_on: date | None = None
    agreement_number: str = ""
    outcome: str = ""
    amount_fen: int | None = None
    performance: str = ""
    parties: tuple[tuple[str, str], ...] = ()
    form: str = ""
    subsidy_class: str = ""
    attribute: str = ""
    special_group: str = ""
    migrant_workers: str = ""
    transformed: str = ""
    preventions: tuple[tuple[str, int], ...] = ()
    people_count: int | None = None
    confirmation: str = ""
    confirmed_on: date | None = None
    visited_on: date | None = None
    satisfaction: str = ""
    mark: str = ""
    case_id: int = 0
    dispute_code: str = ""
    committee_kind: str = ""
    track: str = "people"
    found_on: date | None = None
