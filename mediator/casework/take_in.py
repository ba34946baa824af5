"""Take in a whole ledger that has been checked: all of it in one transaction, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from mediator.casework.desk import Desk
from mediator.domain.errors import Conflict
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.office import Office
from mediator.domain.sweep import Sweep
from mediator.storage import audit, offices, sweeps
from mediator.storage.ledger import known_codes, known_marks
from mediator.storage.ledger_write import add_ledger_cases
from mediator.storage.store import Work

DEFAULT_OFFICE = Office(name="本街道人民调解委员会", kind="street", short_name="本")
STEPS = 3  # words of progress of one import
Step = Callable[[int, int], object]
PLACES = {  # where the case file keeps what the ledger tells, for the history
    "code": "code",
    "committee": "committee",
    "type_written": "dispute.type_written",
    "area": "dispute.area",
    "people_count": "dispute.people_count",
    "summary": "dispute.summary",
    **{
        name: f"case.{name}"
        for name in (
            *("accepted_on", "source", "room", "registrar", "mediator", "assistants", "difficulty", "death"),
            *("attribute", "special_group", "migrant_workers", "subsidy_class"),
        )
    },
    "outcome": "ending.outcome",
    "concluded_on": "ending.on",
    "transformed": "ending.transformed",
    "agreement_number": "agreement.number",
    "form": "agreement.form",
    "amount_fen": "agreement.stated_fen",
    "performance": "agreement.stated_performance",
    "confirmation": "confirmation.state",
    "confirmed_on": "confirmation.on",
    "visited_on": "visits.0.on",
    "satisfaction": "visits.0.satisfaction",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger whose rows are checked and new to the office; `source` names the file it came from."""

    cases: list[LedgerCase]
    sweeps: list[Sweep]
    source: str
    sha256: str = ""


def name_default_office(desk: Desk, work: Work) -> None:
    """Name the office as the command does when nobody has named it yet."""
    if not offices.has_office(work):
        offices.save_office(work, DEFAULT_OFFICE)
        desk.note(work, "name-office", None, DEFAULT_OFFICE)


def take_in(desk: Desk, ledger: Ledger, step: Step = lambda _done, _all: None) -> list[LedgerCase]:
    """Add the cases and sweeps of a ledger; the cases as they are now on record.

    `step` hears how far it is; what it raises gives the whole up. Raises Conflict('ledger-overtaken') when
    somebody else took in one of its rows meanwhile.
    """
    with desk.store.work() as work:
        step(0, STEPS)
        name_default_office(desk, work)
        _refuse_known(work, ledger)
        step(1, STEPS)
        cases = add_ledger_cases(work, ledger.cases)
        step(2, STEPS)
        for sweep in ledger.sweeps:
            sweeps.save(work, sweep)
        _write_audit(desk, work, ledger, cases)
        step(STEPS, STEPS)
        return cases


def _refuse_known(work: Work, ledger: Ledger) -> None:
    codes = known_codes(work) & {case.code for case in ledger.cases if case.code}
    marks = known_marks(work) & {case.mark for case in ledger.cases if case.mark}
    numbers = {sweep.number for sweep in sweeps.all_sweeps(work)} & {sweep.number for sweep in ledger.sweeps}
    if codes or marks or numbers:
        raise Conflict("ledger-overtaken")


def _write_audit(desk: Desk, work: Work, ledger: Ledger, cases: list[LedgerCase]) -> None:
    told = {
        "file": ledger.source,
        "sha256": ledger.sha256,
        "cases": len(cases),
        "sweeps": [sweep.number for sweep in ledger.sweeps],
    }
    now = desk.now()
    if cases or ledger.sweeps:
        audit.write(work, at=now, who=desk.who, verb="import", after=told)
    rows = [(case.case_id, history(case)) for case in cases]
    audit.write_many(work, at=now, who=desk.who, verb="import", rows=rows)


def history(case: LedgerCase) -> dict[str, object]:
    """What the import wrote down of a case, by the paths of the case file."""
    told = {path: _plain(getattr(case, name)) for name, path in PLACES.items()}
    for place, (role, name) in enumerate(case.parties):
        told |= {f"parties.{place}.role": role, f"parties.{place}.facts.name": name}
    for place, (kind, people) in enumerate(case.preventions):
        told |= {f"preventions.{place}.kind": kind, f"preventions.{place}.people": people}
    return {path: value for path, value in told.items() if value not in (None, "", [])}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int | None) else str(value)
