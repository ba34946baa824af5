"""What a refusal says to a person: the sentence of its code with its values filled in."""

import tomllib
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from mediator.codes import code_list
from mediator.domain.dates import write_date
from mediator.domain.errors import MediatorError
from mediator.domain.money import format_yuan

FIELDS = ("earlier", "later")  # values that name a field


@cache
def _table() -> dict[str, Any]:
    text = files("resources").joinpath("errors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def texts() -> dict[str, str]:
    """The sentence of every code, with its placeholders."""
    return {code: text for code, text in _table().items() if isinstance(text, str)}


def field_word(name: str) -> str:
    """What a field is called on the screen; an unknown one keeps its name."""
    return str(_table()["field"].get(name, name))


def say(error: MediatorError) -> str:
    """The Chinese sentence of a refusal."""
    text = texts().get(error.code)
    if text is None:
        return f"出现没有说明的情况（{error.code}）。请记下这个代号并联系维护人员。"
    return text.format_map({name: _shown(name, value) for name, value in error.values.items()})


def _shown(name: str, value: object) -> str:
    if name in FIELDS:
        return field_word(str(value))
    if name == "where":
        return str(_table()["where"].get(value, value))
    if name == "outcome":
        return code_list("outcome").word(str(value))
    if isinstance(value, MediatorError):
        return say(value)
    if isinstance(value, date | datetime):
        return write_date(value)
    if isinstance(value, int) and name.endswith("_fen"):
        return format_yuan(value)
    return str(value)
