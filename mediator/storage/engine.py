"""Opens the database: one driver, one set of pragmas, checked at every connect."""

from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from mediator.domain.errors import Damaged, MediatorError

APPLICATION_ID = 0x4D445431  # "MDT1" in the file header
PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", 2),  # FULL: NORMAL loses acknowledged saves at a power cut
    ("foreign_keys", 1),
    ("trusted_schema", 0),
)
BUSY_MS = 8000
OLDEST_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL database with two writers


def open_engine(path: Path) -> Engine:
    """An engine on a database file, which is made when it is not there."""
    if sqlcipher3.dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Damaged("sqlite-too-old", version=sqlcipher3.dbapi2.sqlite_version)
    engine = create_engine(
        URL.create("sqlite", database=str(path)), module=sqlcipher3.dbapi2, poolclass=QueuePool, pool_size=8
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlcipher3.dbapi2.Connection, _record: object) -> None:
    # The driver must not open transactions of its own, or DDL escapes from ours.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    for name, wanted in PRAGMAS:
        connection.execute(f"PRAGMA {name}={wanted}")
        (got,) = connection.execute(f"PRAGMA {name}").fetchone()
        if got != wanted:
            raise MediatorError("pragma-refused", name=name)


def _on_begin(connection: Connection) -> None:
    # A reader that turned writer midway would fail at once with SQLITE_BUSY_SNAPSHOT.
    reads = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def peek(path: Path) -> tuple[int, int]:
    """(application id, schema version) of a file, without changing a byte of it."""
    uri = path.resolve().as_uri() + "?mode=ro"
    connection = sqlcipher3.dbapi2.connect(uri, uri=True)
    try:
        (app,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlcipher3.dbapi2.DatabaseError as error:
        raise Damaged("not-a-database", file=path.name) from error
    finally:
        connection.close()
    return int(app), int(version)
