"""Brings a database to the schema of this program, one numbered step at a time."""

from collections.abc import Callable
from importlib import import_module

from sqlalchemy import Connection, Engine

from mediator.discover import module_names
from mediator.domain.errors import Damaged, NewerDatabase
from mediator.storage import migrations
from mediator.storage.engine import APPLICATION_ID, Header

Backup = Callable[[], object]


def steps() -> list[tuple[int, tuple[str, ...]]]:
    """(version, statements) of every step, in order; versions count from 1 without a gap."""
    names = module_names(migrations)
    found = [(int(name.rpartition(".m")[2][:4]), import_module(name).STATEMENTS) for name in names]
    if [version for version, _ in found] != list(range(1, len(found) + 1)):
        raise LookupError("migration steps are not numbered 1, 2, 3, …")
    return found


def latest() -> int:
    """The schema version of this program."""
    return len(steps())


def check_header(header: Header) -> None:
    """Refuse a file that is not ours or is newer than this program.

    Nought everywhere is ours: a first start that was broken off leaves a database without a table.
    """
    if header.application != APPLICATION_ID and header != Header(0, 0, 0):
        raise Damaged("not-our-database")
    if header.version > latest():
        raise NewerDatabase("database-newer", version=header.version, known=latest())


def upgrade(engine: Engine, backup: Backup | None = None) -> None:
    """Run the steps that are missing; `backup` is called once before an existing database changes."""
    with engine.connect() as connection, connection.begin():
        version = _version(connection)
    todo = [step for step in steps() if step[0] > version]
    if todo and version and backup is not None:
        backup()
    for number, statements in todo:
        _run(engine, number, statements)


def _run(engine: Engine, number: int, statements: tuple[str, ...]) -> None:
    with engine.connect() as connection, connection.begin():
        if _version(connection) >= number:  # another process was quicker
            return
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={number}")


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
