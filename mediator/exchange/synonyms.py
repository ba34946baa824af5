"""What rooms call the columns and the words of a ledger, from `resources/ledger/synonyms.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from mediator.codes import code_list
from mediator.domain.dispute import type_key

EXACT: Final = 100
PART: Final = 40


@cache
def _table() -> Mapping[str, Any]:
    text = files("resources.ledger").joinpath("synonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def head_words() -> Mapping[str, tuple[str, ...]]:
    """The heads that rooms give each of our fields, the likeliest first."""
    return {field: tuple(words) for field, words in _table()["head"].items()}


@cache
def is_head(text: str) -> bool:
    """Whether some room calls one of our columns so."""
    return bool(text) and any(head_score(field, text) >= EXACT // 2 for field in head_words())


@cache
def head_score(field: str, head: str) -> int:
    """How surely a head names one of our fields: 0 not at all, from 80 the very word."""
    core = head.rsplit("/", 1)[-1].split("(", 1)[0] if "(" not in "".join(head_words()[field]) else head
    for place, word in enumerate(head_words()[field]):
        if word in (head, core):
            return EXACT - place
    inside = [word for word in head_words()[field] if len(word) > 1 and word in head]
    return PART + len(max(inside, key=len)) * 20 // len(head) if inside else 0


def guess_word(codes: str, written: str) -> str:
    """Our word for a room's word of a code list; "" when none is near."""
    rows = code_list(codes).rows
    if codes == "dispute_type" and type_key(written) is not None:
        return written
    plain = written.strip().removesuffix("纠纷").removesuffix("案件")
    for row in rows:
        if row.word in (written, plain) or written in _synonyms(codes, row.key):
            return row.word
    near = [
        (len(word), row.word)
        for row in rows
        for word in (row.word, *_synonyms(codes, row.key))
        if len(word) > 1 and word in plain
    ]
    return max(near)[1] if near and codes != "outcome" else ""


def _synonyms(codes: str, key: str) -> tuple[str, ...]:
    return tuple(_table()["words"].get(codes, {}).get(key, ()))
