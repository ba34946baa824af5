"""The book a return is counted from: all case and sweep facts, with the office and its settings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from mediator.domain.case_facts import CaseCount, SweepCount
from mediator.domain.office import Office, Settings
from mediator.domain.period import Period
from mediator.statistics.measure import Span

REFUSED = "refused"
BASIS_WORDS = {"accepted": "按受理", "concluded": "按办结"}

Days = tuple[date, date]  # both included
Dated = Callable[[CaseCount], date | None]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything counted, as storage supplies it, and whose book it is."""

    cases: tuple[CaseCount, ...]
    sweeps: tuple[SweepCount, ...]
    office: Office
    settings: Settings = field(default_factory=Settings)


def days_of(period: Period) -> Days:
    """First and last day of a period."""
    return period.first_day, period.last_day


def taken_on(cases: Iterable[CaseCount]) -> tuple[CaseCount, ...]:
    """The cases that are counted: 不予受理 is in no total."""
    return tuple(case for case in cases if case.outcome != REFUSED)


def refused(cases: Iterable[CaseCount]) -> tuple[CaseCount, ...]:
    """The cases that were not taken on, to be counted apart."""
    return tuple(case for case in cases if case.outcome == REFUSED)


def one_a_dispute(cases: Iterable[CaseCount]) -> tuple[CaseCount, ...]:
    """One row a dispute, in order of finding: its last case, dated by the earliest day of all its cases."""
    ordered = sorted(cases, key=lambda case: (case.dispute_code, case.accepted_on, case.case_id))
    rows = []
    for _, chain in groupby(ordered, key=lambda case: case.dispute_code):
        held = tuple(chain)
        found = min(min(case.found_on, case.accepted_on) for case in held)
        rows.append(replace(held[-1], found_on=found))
    return tuple(sorted(rows, key=lambda case: (case.found_on, case.case_id)))


def dated(basis: str) -> Dated:
    """By which day a case falls in a period; a refusal that was never concluded keeps its day of arrival."""
    if basis == "accepted":
        return lambda case: case.accepted_on
    return lambda case: case.concluded_on or (case.accepted_on if case.outcome == REFUSED else None)


def found(case: CaseCount) -> date:
    """By which day a dispute falls in a period."""
    return case.found_on


def span(cases: Iterable[CaseCount], by: Dated, days: Days, sweeps: Iterable[SweepCount] = ()) -> Span:
    """What of the cases and sweeps fell in these days."""
    first, last = days
    return Span(
        tuple(case for case in cases if (day := by(case)) is not None and first <= day <= last),
        tuple(sweep for sweep in sweeps if first <= sweep.began_on <= last),
    )
