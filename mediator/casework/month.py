"""How the statistics month stands at the desk: taken in, settled, still open, and when its return is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediator.casework.count import book
from mediator.casework.desk import Desk
from mediator.domain.case_facts import CaseCount
from mediator.domain.clock import add_months
from mediator.domain.office import Settings
from mediator.domain.period import Period, make
from mediator.statistics.book import taken_on

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The month a day falls in, by the codes of its cases; `due` is the month whose return is due next."""

    period: Period
    accepted: Codes
    settled: Codes
    ended: Codes  # without agreement
    open: Codes  # of any month
    due: Period
    due_on: date
    total: int  # every case of the office, refusals too


def month_of(day: date, cut_day: int) -> Period:
    """The statistics month that a day falls in."""
    period = make(day.year, day.month, 1, cut_day)
    if period.holds(day):
        return period
    later = add_months(date(day.year, day.month, 1), 1)
    return make(later.year, later.month, 1, cut_day)


def due_on(period: Period, settings: Settings) -> date:
    """The day by which the return of a month is to be sent: the office's day in the month after."""
    return add_months(date(period.year, period.first_month, 1), 1).replace(day=settings.due_day)


def next_due(today: date, settings: Settings) -> Period:
    """The month whose return is due next, today included."""
    period = month_of(today, settings.cut_day)
    before = period.before()
    return before if today <= due_on(before, settings) else period


def this_month(desk: Desk) -> Month:
    """How the month of today stands."""
    counted, today = book(desk), desk.today()
    settings, cases = counted.settings, taken_on(counted.cases)
    period, due = month_of(today, settings.cut_day), next_due(today, settings)
    return Month(
        period=period,
        accepted=_codes(case for case in cases if period.holds(case.accepted_on)),
        settled=_codes(c for c in cases if c.outcome == "success" and period.holds(c.concluded_on)),
        ended=_codes(
            c for c in cases if c.outcome in ("failed", "terminated") and period.holds(c.concluded_on)
        ),
        open=_codes(case for case in cases if not case.outcome),
        due=due,
        due_on=due_on(due, settings),
        total=len(counted.cases),
    )


def _codes(cases: Iterable[CaseCount]) -> Codes:
    return tuple(case.code for case in cases)
