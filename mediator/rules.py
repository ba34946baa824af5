"""Reads the rows of legal limits from `resources/rules`."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from mediator.domain.clock import Limit, LimitRule, limit, rule_on


@cache
def limit_rules(track: str) -> tuple[LimitRule, ...]:
    """All limit rows of a track."""
    text = files("resources.rules").joinpath(f"{track}.toml").read_text(encoding="utf-8")
    return tuple(LimitRule(**row) for row in tomllib.loads(text)["rule"])


def limit_from(track: str, key: str, start: date, value: int | None = None) -> Limit | None:
    """A limit of a track counted from a day, by the law's or the office's own number."""
    rule = rule_on(limit_rules(track), key, start)
    if rule is None:
        return None
    return limit(rule if value is None else rule.with_value(value), start)
