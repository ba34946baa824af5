"""Tables of the database, one noun a file; importing this package makes the metadata whole."""

from mediator.storage.tables import (
    agreement,
    attachment,
    case,
    hearing,
    office,
    party,
    procedure,
    record,
    workplace,
)

__all__ = [
    "agreement",
    "attachment",
    "case",
    "hearing",
    "office",
    "party",
    "procedure",
    "record",
    "workplace",
]
