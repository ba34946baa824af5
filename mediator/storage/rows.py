"""Between rows and domain facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Table, func, select
from sqlmodel import SQLModel

from mediator.domain.errors import NotFound
from mediator.domain.facts import Facts
from mediator.storage.store import Work

F = TypeVar("F", bound=Facts)
R = TypeVar("R", bound=SQLModel)
V = TypeVar("V")


def facts_of(kind: type[F], row: SQLModel, **more: Any) -> F:
    """Domain facts from a row's columns; `more` adds or replaces fields."""
    values = {
        name: getattr(row, name) for name in kind.model_fields if name not in more and hasattr(row, name)
    }
    return kind.model_validate({**values, **more})


def columns(facts: Facts, *, leave: tuple[str, ...] = ()) -> dict[str, Any]:
    """A facts object as column values; tuples become lists and nested facts plain JSON."""
    values: dict[str, Any] = {}
    for name in type(facts).model_fields:
        if name in leave:
            continue
        value = getattr(facts, name)
        values[name] = _plain(value)
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Facts):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def put(row: SQLModel, values: dict[str, Any]) -> None:
    """Write column values onto a row."""
    for name, value in values.items():
        setattr(row, name, value)


def get(work: Work, table: type[R], key: object) -> R:
    """A row by its primary key; NotFound('record-gone') when there is none."""
    row = work.session.get(table, key)
    if row is None:
        raise NotFound("record-gone")
    return row


def get_many(work: Work, table: type[R], keys: Sequence[int]) -> list[R]:
    """The rows of these ids, in this order, in one statement; NotFound('record-gone') when one is missing."""
    key = table_of(table).c.id
    lines = work.session.execute(select(key, table).where(key.in_(set(keys))))
    found: dict[int, R] = {line[0]: line[1] for line in lines}
    if not found.keys() >= set(keys):
        raise NotFound("record-gone")
    return [found[each] for each in keys]


def grouped(rows: Iterable[V], owner: Callable[[V], int]) -> dict[int, list[V]]:
    """Rows by the id of their owner, each owner's in the order they came; an owner without rows has none."""
    found: dict[int, list[V]] = defaultdict(list)
    for row in rows:
        found[owner(row)].append(row)
    return found


def added(work: Work, row: R) -> R:
    """Add a row and give it its id."""
    work.session.add(row)
    work.session.flush()
    return row


def table_of(row: type[SQLModel]) -> Table:
    """The table behind a row class, for statements over many rows at once."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


def next_id(work: Work, row: type[SQLModel]) -> int:
    """The id that the next row of a table gets; nobody else writes until this transaction ends."""
    top = select(func.max(table_of(row).c.id))
    return int(work.session.connection().execute(top).scalar() or 0) + 1
