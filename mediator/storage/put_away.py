"""Finds the records of a case that were put away, and brings one back."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import select

from mediator.domain.put_away import PutAway
from mediator.storage.rows import get, get_many, table_of
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow, DutyRow, PerformanceRow
from mediator.storage.tables.attachment import AttachmentRow
from mediator.storage.tables.hearing import HearingRow, VisitRow
from mediator.storage.tables.procedure import (
    CaucusRow,
    ExtensionRow,
    InquiryRow,
    ReplacementRow,
    SupplementRow,
)

ROWS: Final[dict[str, tuple[type[Any], str, str]]] = {  # table, its day, what tells the record
    "hearing": (HearingRow, "held_on", "text"),
    "inquiry": (InquiryRow, "held_on", "asked"),
    "talk": (CaucusRow, "held_on", ""),  # private notes are not told in a list
    "extension": (ExtensionRow, "agreed_on", "reason"),
    "replacement": (ReplacementRow, "on", "leaving"),
    "supplement": (SupplementRow, "agreed_on", ""),
    "performance": (PerformanceRow, "on", "note"),
    "visit": (VisitRow, "on", "situation"),
    "attachment": (AttachmentRow, "received_on", "title"),
}


def of_case(work: Work, case_id: int) -> list[PutAway]:
    """The records of a case that were put away, kind by kind."""
    found = []
    for kind, (table, day, text) in ROWS.items():
        query = select(table).where(table.removed, _of(table, case_id)).order_by(table.id)
        for row in work.session.execute(query).scalars():
            told = str(getattr(row, text) or "") if text else ""
            found.append(PutAway(kind, row.id, getattr(row, day), told))
    return found


def _of(table: type[Any], case_id: int) -> Any:
    if table is not PerformanceRow:
        return table.case_id == case_id
    duty, agreement = table_of(DutyRow), table_of(AgreementRow)
    live = select(duty.c.id).join(agreement, duty.c.agreement_id == agreement.c.id)
    return table.duty_id.in_(
        live.where(agreement.c.case_id == case_id, ~agreement.c.removed, ~duty.c.removed)
    )


def restore(work: Work, kind: str, record_id: int) -> None:
    """Bring a record back as it was."""
    row: Any = get(work, ROWS[kind][0], record_id)
    row.removed = False
    work.session.flush()


def restore_duties(work: Work, agreement_id: int, duty_ids: Collection[int]) -> bool:
    """Bring duties back; False, and nothing done, where they belong to another agreement."""
    rows = get_many(work, DutyRow, list(duty_ids))
    if any(row.agreement_id != agreement_id for row in rows):
        return False
    for row in rows:
        row.removed = False
    work.session.flush()
    return True
