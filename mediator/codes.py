"""The code lists of `resources/codes`: one TOML file a list, a row a code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a list: the stable key that is stored and the word that is shown."""

    key: str
    word: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list with its title, the source of its rows and the rows in the order of the form."""

    name: str
    title: str
    source: str
    rows: tuple[Code, ...]

    def word(self, key: str | None) -> str:
        """The word of a key; an unknown or empty key gives an empty word."""
        return next((row.word for row in self.rows if row.key == key), "")

    def key(self, word: str) -> str | None:
        """The key of a word, or None where the list does not hold it."""
        return next((row.key for row in self.rows if row.word == word), None)

    def row(self, key: str | None) -> Code | None:
        """The whole row of a key."""
        return next((row for row in self.rows if row.key == key), None)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """(key, word) rows as a choice field takes them."""
        return tuple((row.key, row.word) for row in self.rows)


@cache
def code_list(name: str) -> CodeList:
    """Read one list; raises FileNotFoundError for a name that is no list."""
    text = files("resources.codes").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rows = tuple(
        Code(row["key"], row["word"], {k: v for k, v in row.items() if k not in ("key", "word")})
        for row in data["row"]
    )
    return CodeList(name, data["title"], data["source"], rows)


def word(name: str, key: str | None) -> str:
    """The word of a key in a list."""
    return code_list(name).word(key)
