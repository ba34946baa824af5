"""Reads the rows of legal limits from `resources/rules`."""

import tomllib
from functools import cache
from importlib.resources import files

from mediator.domain.clock import LimitRule


@cache
def limit_rules(track: str) -> tuple[LimitRule, ...]:
    """All limit rows of a track."""
    text = files("resources.rules").joinpath(f"{track}.toml").read_text(encoding="utf-8")
    return tuple(LimitRule(**row) for row in tomllib.loads(text)["rule"])
