"""The phrases of `resources/phrases` that every office begins with: one TOML file a kind of field."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def starters(place: str, dispute_type: str = "") -> tuple[str, ...]:
    """The first phrases for a kind of field: those of this type of dispute, then those for any."""
    rows = _file(place)["phrase"]
    own = [row["text"] for row in rows if dispute_type and row.get("type") == dispute_type]
    return (*own, *(row["text"] for row in rows if "type" not in row))


def place_title(place: str) -> str:
    """What a kind of field is called; raises FileNotFoundError for one that does not exist."""
    return str(_file(place)["title"])


@cache
def _file(place: str) -> dict[str, Any]:
    text = files("resources.phrases").joinpath(f"{place}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
