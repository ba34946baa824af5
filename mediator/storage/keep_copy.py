"""Keeps a copy of a database as it was before its schema changes. SQLite only."""

import os
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2

from mediator.storage.engine import BUSY_MS, peek


def keep_copy(path: Path) -> Path:
    """Copy a database beside itself under the version of its schema (mediator-v1.db); the copy.

    Not a copy of the file: what was saved last may still lie in the -wal beside it.
    """
    kept = path.with_name(f"{path.stem}-v{peek(path).version}{path.suffix}")
    part = kept.with_suffix(f".{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with closing(sqlcipher3.dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        connection.execute("VACUUM INTO ?", (str(part),))
    part.replace(kept)
    return kept
