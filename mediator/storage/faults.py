"""Turns what the database driver raises into refusals that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError, IntegrityError

from mediator.domain.errors import Conflict, Damaged, MediatorError, RuleBroken

BY_TEXT = (
    ("database or disk is full", MediatorError, "disk-full"),
    ("database is locked", Conflict, "database-busy"),
    ("locking protocol", Conflict, "database-busy"),
    ("readonly", MediatorError, "folder-read-only"),
    ("unable to open", MediatorError, "folder-unreachable"),
    ("disk i/o error", MediatorError, "disk-fault"),
    ("malformed", Damaged, "database-damaged"),
    ("not a database", Damaged, "not-a-database"),
)


def refusal(error: Exception) -> MediatorError | None:
    """The refusal that a driver's error means, None for an error of our own."""
    text = str(getattr(error, "orig", error)).lower()
    return next((kind(code) for part, kind, code in BY_TEXT if part in text), None)


@contextmanager
def translated() -> Iterator[None]:
    """Let known faults of the world out as refusals; anything else is a bug and stays as it is."""
    try:
        yield
    except (IntegrityError, sqlcipher3.dbapi2.IntegrityError):
        raise
    except UnicodeEncodeError as error:  # half a character, as a field cut at its longest leaves it
        raise RuleBroken("value-unfit") from error
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        known = refusal(error)
        if known is None:
            raise
        raise known from error
