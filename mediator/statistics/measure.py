"""Measures: what a row of a return counts; the same predicate gives the figure and the list behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from mediator.domain.case_facts import CaseCount, SweepCount
from mediator.domain.money import wan
from mediator.statistics.figures import change, percent, points

Where = Callable[[CaseCount], bool]

MONEY = "万元"  # a measure of this unit weighs whole 分 and is printed in 万元
PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class Span:
    """What fell in one span of days."""

    cases: tuple[CaseCount, ...]
    sweeps: tuple[SweepCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with what stands behind it; `exact` is the number before rounding, None for a rate."""

    value: int | str
    exact: int | None
    cases: tuple[str, ...] = ()
    sweeps: tuple[str, ...] = ()
    numerator: int | None = None
    denominator: int | None = None

    def change_since(self, then: "Figure") -> str:
        """Growth since an earlier figure in per cent; for a rate, in percentage points."""
        if self.exact is None or then.exact is None:
            return points(str(self.value), str(then.value))
        return change(self.exact, then.exact)


class Line(Protocol):
    """A row of a return before it is counted."""

    @property
    def key(self) -> str:
        """Stable key of the row."""

    @property
    def group(self) -> str:
        """The form's own heading over the row."""

    @property
    def title(self) -> str:
        """The form's own words for the row."""

    @property
    def unit(self) -> str:
        """The unit the form counts in."""

    @property
    def formula(self) -> str:
        """How a rate is made; empty for a count."""

    @property
    def share_of(self) -> str:
        """Key of the row this one is a share of; empty where a share says nothing."""

    def figure(self, span: Span) -> Figure:
        """Count it over a span."""


def one(_case: CaseCount) -> int:
    """Every case weighs one."""
    return 1


def everything(_case: CaseCount) -> bool:
    """Whatever fell in the span."""
    return True


def succeeded(case: CaseCount) -> bool:
    """Ended in 调解成功."""
    return case.outcome == "success"


def among(field: str, keys: Iterable[str]) -> Where:
    """A coded field of the case has one of these keys."""
    wanted, read = frozenset(keys), attrgetter(field)
    return lambda case: read(case) in wanted


def both(first: Where, second: Where) -> Where:
    """Both hold."""
    return lambda case: first(case) and second(case)


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts the cases where a predicate holds, or adds up what they weigh (people, 分)."""

    key: str
    group: str
    title: str
    unit: str
    where: Where
    weigh: Callable[[CaseCount], int] = one
    share_of: str = ""
    formula: str = ""

    def chosen(self, span: Span) -> tuple[CaseCount, ...]:
        """The cases behind the figure."""
        return tuple(case for case in span.cases if self.where(case))

    def figure(self, span: Span) -> Figure:
        """Count or add up the chosen cases."""
        chosen = self.chosen(span)
        total = sum(self.weigh(case) for case in chosen)
        value = f"{wan(total):f}" if self.unit == MONEY else total
        return Figure(value, total, tuple(case.code for case in chosen))


@dataclass(frozen=True, slots=True)
class Rate:
    """One measure over another in per cent; its list is that of the denominator, misses included."""

    key: str
    group: str
    title: str
    above: Measure
    below: Measure
    places: int
    unit: str = PER_CENT
    share_of: str = ""

    @property
    def formula(self) -> str:
        """The rate in words."""
        return f"{self.above.title}÷{self.below.title}×100%"

    def figure(self, span: Span) -> Figure:
        """Divide; over nothing there is no rate."""
        above, below = self.above.chosen(span), self.below.chosen(span)
        value = percent(len(above), len(below), self.places)
        codes = tuple(case.code for case in below)
        return Figure(value, None, codes, (), len(above), len(below))


@dataclass(frozen=True, slots=True)
class SweepMeasure:
    """Counts sweeps; what they found is never added to the disputes."""

    key: str
    group: str
    title: str
    unit: str
    where: Callable[[SweepCount], bool]
    share_of: str = ""
    formula: str = ""

    def figure(self, span: Span) -> Figure:
        """Count the sweeps and name them."""
        chosen = tuple(sweep for sweep in span.sweeps if self.where(sweep))
        return Figure(len(chosen), len(chosen), (), tuple(sweep.number for sweep in chosen))
