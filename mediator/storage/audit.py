"""The audit trail: one row an act, in the act's own transaction."""

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlmodel import col, select

from mediator.domain.casefile import HistoryEntry
from mediator.domain.facts import Facts
from mediator.storage.rows import facts_of, table_of
from mediator.storage.store import Work
from mediator.storage.tables.record import AuditRow

Values = dict[str, object]


def write(
    work: Work,
    *,
    at: datetime,
    who: str,
    verb: str,
    case_id: int | None = None,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """Write down who did what, with the values before and after."""
    row = AuditRow(at=at.astimezone(UTC), who=who, verb=verb, case_id=case_id, before=before, after=after)
    work.session.add(row)
    work.session.flush()


def write_many(work: Work, *, at: datetime, who: str, verb: str, rows: list[tuple[int, Values]]) -> None:
    """Write down one act upon many cases: (case id, values after) a row."""
    common = {"at": at.astimezone(UTC), "who": who, "verb": verb, "before": None}
    values = [{**common, "case_id": case_id, "after": after} for case_id, after in rows]
    if values:
        work.session.connection().execute(insert(table_of(AuditRow)), values)


def difference(before: Facts | None, after: Facts | None) -> tuple[Values | None, Values | None]:
    """Only the fields that changed, as plain values; all of them when one side is missing."""
    old = None if before is None else before.model_dump(mode="json")
    new = None if after is None else after.model_dump(mode="json")
    if old is None or new is None:
        return old, new
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return {name: old.get(name) for name in changed}, {name: new.get(name) for name in changed}


def of_case(work: Work, case_id: int) -> list[HistoryEntry]:
    """Everything that was done to a case, oldest first."""
    query = select(AuditRow).where(AuditRow.case_id == case_id).order_by(col(AuditRow.id))
    return [facts_of(HistoryEntry, row) for row in work.session.exec(query).all()]
