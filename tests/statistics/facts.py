"""Case facts for tests: an ordinary settled case, and whatever a test wants otherwise."""

from dataclasses import replace
from datetime import date
from typing import Any

from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import type_key
from mediator.domain.office import Office, Settings
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import find
from mediator.statistics.model import ReturnSheet

OFFICE = Office(name="示例街道人民调解委员会", kind="street", short_name="示")

ORDINARY = CaseCount(
    case_id=1,
    code="A-1",
    dispute_code="D-1",
    track="people",
    committee=OFFICE.name,
    committee_kind="street",
    accepted_on=date(2026, 10, 8),
    found_on=date(2026, 10, 8),
    concluded_on=date(2026, 10, 12),
    source="application",
    type_written="邻里",
    type_key="neighbour",
    difficulty="ordinary",
    outcome="success",
    form="written",
    amount_fen=None,
    performance="done",
    confirmation="",
    party_count=2,
    people_count=None,
)


def case(number: int = 1, **otherwise: Any) -> CaseCount:
    """The ordinary case with its own numbers; the type follows the word, the finding the acceptance."""
    if "type_written" in otherwise:
        otherwise.setdefault("type_key", type_key(otherwise["type_written"]))
    if "accepted_on" in otherwise:
        otherwise.setdefault("found_on", otherwise["accepted_on"])
    own = {"case_id": number, "code": f"A-{number}", "dispute_code": f"D-{number}"}
    return replace(ORDINARY, **{**own, **otherwise})


def made(key: str, *cases: CaseCount, period: str = "2026-10", **settings: Any) -> ReturnSheet:
    """A return of the office over some cases."""
    chosen = Settings(**settings)
    return find(key).build(Book(cases, (), OFFICE, chosen), parse(period, chosen.cut_day))
