"""Statistics periods: month, quarter, half-year, year, with the office's cut day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from mediator.domain.clock import add_months
from mediator.domain.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included; `text` is how it is written: 2026-10, 2026-Q3, 2026-H1, 2026."""

    text: str
    year: int
    first_month: int
    months: int
    cut_day: int = 1

    @property
    def first_day(self) -> date:
        """The first day; with cut day 26, 2026-10 begins on 2026-09-26."""
        return _month_start(self.year, self.first_month, self.cut_day)

    @property
    def last_day(self) -> date:
        """The last day, included."""
        return _month_start(self.year, self.first_month + self.months, self.cut_day) - timedelta(days=1)

    def holds(self, day: date | None) -> bool:
        """Whether a day falls in the period."""
        return day is not None and self.first_day <= day <= self.last_day

    def year_to_date(self) -> tuple[date, date]:
        """The span from the start of the statistics year to the end of this period."""
        return _month_start(self.year, 1, self.cut_day), self.last_day

    def before(self) -> "Period":
        """The period of the same length just before."""
        month = self.year * 12 + self.first_month - 1 - self.months
        return make(month // 12, month % 12 + 1, self.months, self.cut_day)

    def last_year(self) -> "Period":
        """The same period one year earlier."""
        return make(self.year - 1, self.first_month, self.months, self.cut_day)


def _month_start(year: int, month: int, cut_day: int) -> date:
    first = add_months(date(year, 1, 1), month - 1)
    return first if cut_day == 1 else add_months(first, -1).replace(day=cut_day)


def make(year: int, first_month: int, months: int, cut_day: int = 1) -> Period:
    """A period by its numbers."""
    text = {
        1: f"{year}-{first_month:02d}",
        3: f"{year}-Q{(first_month + 2) // 3}",
        6: f"{year}-H{(first_month + 5) // 6}",
        12: f"{year}",
    }[months]
    return Period(text, year, first_month, months, cut_day)


def parse(text: str, cut_day: int = 1) -> Period:
    """Read 2026-10, 2026-Q3, 2026-H1 or 2026; raises WrongUsage('period-unknown')."""
    found = re.fullmatch(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?", text.strip())
    if found is None or not 1900 <= int(found[1]) <= 9998:
        raise WrongUsage("period-unknown", period=text)
    year, month, quarter, half = found.groups()
    if month:
        if not 1 <= int(month) <= 12:
            raise WrongUsage("period-unknown", period=text)
        return make(int(year), int(month), 1, cut_day)
    if quarter:
        return make(int(year), int(quarter) * 3 - 2, 3, cut_day)
    if half:
        return make(int(year), int(half) * 6 - 5, 6, cut_day)
    return make(int(year), 1, 12, cut_day)


def title(period: Period) -> str:
    """The period as people write it: 2026年10月."""
    if period.months == 1:
        return f"{period.year}年{period.first_month}月"
    if period.months == 3:
        return f"{period.year}年第{(period.first_month + 2) // 3}季度"
    if period.months == 6:
        return f"{period.year}年{'上' if period.first_month == 1 else '下'}半年"
    return f"{period.year}年"
