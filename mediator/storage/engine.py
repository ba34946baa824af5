"""Opens the database: one driver, one set of pragmas, checked at every connect."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

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
SMALLEST = 512  # bytes; SQLite takes a shorter file for an empty one and writes over it
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
    reads = bool(connection.get_execution_options().get("reads_only", False))
    connection.exec_driver_sql(f"PRAGMA query_only={int(reads)}")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@dataclass(frozen=True, slots=True)
class Header:
    """What a database file says of itself: whose it is, its schema version, how many tables it has."""

    application: int
    version: int
    tables: int


def peek(path: Path) -> Header:
    """The header of a file, read without changing a byte; the driver's errors come out as they are."""
    if path.stat().st_size < SMALLEST:
        raise Damaged("not-a-database", file=path.name)
    # Without a -wal beside it nobody has the file open, and a plain read-only look would leave one there.
    way = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    with closing(sqlcipher3.dbapi2.connect(f"{uri(path.absolute())}?{way}", uri=True)) as connection:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return Header(application, version, tables)


def uri(path: PurePath) -> str:
    """An absolute path as SQLite wants it; it refuses the server that `as_uri` names as an authority."""
    text = path.as_posix()
    return "file://" + quote(text if text.startswith("/") else f"/{text}", safe="/:")
