"""A mapping as a small .json file, by which one room gives it to another."""

import json
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from mediator.domain.errors import MediatorError
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.exchange.ledger_words import MAPPED
from mediator.exchange.mapping import PARTY_FIELDS

MARK: Final = "mediator-ledger-mapping"
VERSION: Final = 1
MOST_BYTES: Final = 2 * 2**20
FIELDS: Final = frozenset((*(column.field for column in MAPPED), *PARTY_FIELDS))


def mapping_bytes(mapping: LedgerMapping) -> bytes:
    """The file of a mapping."""
    told = {"kind": MARK, "version": VERSION, "mapping": mapping.model_dump(mode="json")}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def read_mapping(path: Path) -> LedgerMapping:
    """The mapping in a file; MediatorError 'mapping-file-broken' for any other file."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise MediatorError("file-unreadable", file=str(path)) from error
    try:
        mapping = LedgerMapping.model_validate(_told(data))
    except (ValueError, RecursionError, ValidationError) as error:
        raise MediatorError("mapping-file-broken", file=path.name) from error
    if not FIELDS.issuperset(rule.field for rule in mapping.rules):
        raise MediatorError("mapping-file-broken", file=path.name)
    return mapping


def _told(data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise ValueError("too large")
    told = json.loads(data.decode("utf-8-sig"))
    if not isinstance(told, dict) or told.get("kind") != MARK or told.get("version") != VERSION:
        raise ValueError("another file")
    return told.get("mapping")
