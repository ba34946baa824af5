"""Legal time limits: the rule rows are data, the day and its reasons are worked out here."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class LimitRule:
    """One row of `resources/rules`: a limit, the unit it is counted in and where it comes from."""

    key: str
    word: str
    value: int
    unit: str  # day | month
    article: str
    start_word: str
    sure: str
    valid_from: date | None = None
    valid_to: date | None = None
    of_office: bool = False  # the value is the office's own, not the article's

    def with_value(self, value: int) -> "LimitRule":
        """The same rule with the office's own number, marked as such where it differs."""
        if value == self.value:
            return self
        return replace(self, value=value, of_office=True)


@dataclass(frozen=True, slots=True)
class Limit:
    """A day worked out from a rule; `start` is not counted (民法典 Art. 201)."""

    rule: LimitRule
    start: date
    last_day: date
    before_extension: date | None = None  # the last day by the rule, where the parties agreed to a later one

    def days_left(self, today: date) -> int:
        """Days from today to the last day; negative when it is past."""
        return (self.last_day - today).days


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def limit(rule: LimitRule, start: date) -> Limit:
    """The last day of a limit; public holidays are not moved here (no calendar of them is loaded yet)."""
    last = add_months(start, rule.value) if rule.unit == "month" else start + timedelta(days=rule.value)
    return Limit(rule, start, last)


def extended(limit: Limit, until: date | None) -> Limit:
    """A limit moved to the day the parties agreed to; an earlier day moves nothing."""
    if until is None or until <= limit.last_day:
        return limit
    return replace(limit, last_day=until, before_extension=limit.before_extension or limit.last_day)


def rule_on(rules: tuple[LimitRule, ...], key: str, day: date) -> LimitRule | None:
    """The row of a key that is in force on a day."""
    return next((rule for rule in rules if rule.key == key and _in_force(rule, day)), None)


def _in_force(rule: LimitRule, day: date) -> bool:
    return (rule.valid_from is None or rule.valid_from <= day) and (
        rule.valid_to is None or day <= rule.valid_to
    )
