"""What is known of the papers of a case."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import func
from sqlmodel import col, select

from mediator.domain.casefile import PaperMark, Seal
from mediator.storage.rows import added, columns, facts_of, grouped
from mediator.storage.store import Work
from mediator.storage.tables.record import PaperRow, SealRow


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[PaperMark, ...]]:
    """Every paper of each case that was printed or signed."""
    query = (
        select(PaperRow)
        .where(col(PaperRow.case_id).in_(case_ids))
        .order_by(col(PaperRow.key), col(PaperRow.subject_id))
    )
    found = grouped(work.session.exec(query).all(), lambda row: row.case_id)
    seals = _seals(work, case_ids)
    return {
        case_id: tuple(
            facts_of(
                PaperMark,
                row,
                subject_id=row.subject_id or None,
                seals=tuple(seals.get((case_id, row.key, row.subject_id), ())),
            )
            for row in rows
        )
        for case_id, rows in found.items()
    }


def _seals(work: Work, case_ids: Sequence[int]) -> dict[tuple[int, str, int], list[Seal]]:
    query = (
        select(SealRow)
        .where(col(SealRow.case_id).in_(case_ids), ~col(SealRow.withdrawn))
        .order_by(col(SealRow.version))
    )
    found: dict[tuple[int, str, int], list[Seal]] = {}
    for row in work.session.exec(query).all():
        found.setdefault((row.case_id, row.key, row.subject_id), []).append(facts_of(Seal, row))
    return found


def next_version(work: Work, case_id: int, key: str, subject_id: int | None) -> int:
    """The version that the next seal of a paper gets; one that was taken back is not given again."""
    same = (SealRow.case_id == case_id, SealRow.key == key, SealRow.subject_id == (subject_id or 0))
    return (work.session.exec(select(func.max(SealRow.version)).where(*same)).one() or 0) + 1


def seal(work: Work, case_id: int, key: str, subject_id: int | None, facts: Seal) -> None:
    """Write down a signed version of a paper, its bytes kept before."""
    values = columns(facts) | {"sealed_at": facts.sealed_at.astimezone(UTC)}
    added(work, SealRow(case_id=case_id, key=key, subject_id=subject_id or 0, **values))


def withdraw_seal(work: Work, case_id: int, key: str, subject_id: int | None, version: int) -> None:
    """Take back a seal set by mistake; its version is never given again."""
    query = select(SealRow).where(
        SealRow.case_id == case_id,
        SealRow.key == key,
        SealRow.subject_id == (subject_id or 0),
        SealRow.version == version,
    )
    for row in work.session.exec(query).all():
        row.withdrawn = True
    work.session.flush()


def all_seals(work: Work) -> list[tuple[int, str, int, str]]:
    """(case id, form key, version, SHA-256) of every sealed paper, for the check of their bytes."""
    rows = work.session.exec(select(SealRow).order_by(col(SealRow.id))).all()
    return [(row.case_id, row.key, row.version, row.sha256) for row in rows]


def mark_printed(
    work: Work, case_id: int, key: str, subject_id: int | None, *, at: datetime, sha256: str
) -> None:
    """Write down that these bytes of a paper were printed."""
    row = _ensure(work, case_id, key, subject_id)
    row.printed_at = at.astimezone(UTC)
    row.sha256 = sha256
    work.session.flush()


def mark_signed(
    work: Work, case_id: int, key: str, subject_id: int | None, on: date | None, *, sha256: str
) -> None:
    """Write down the day a paper was signed, and its bytes where no printing told them; None undoes it."""
    row = _ensure(work, case_id, key, subject_id)
    row.signed_on = on
    if row.printed_at is None:
        row.sha256 = sha256 if on is not None else ""
    work.session.flush()


def _ensure(work: Work, case_id: int, key: str, subject_id: int | None) -> PaperRow:
    row = work.session.get(PaperRow, (case_id, key, subject_id or 0))
    if row is None:
        row = PaperRow(case_id=case_id, key=key, subject_id=subject_id or 0)
        work.session.add(row)
    return row
