"""Agreements with their duties, signatures and performance."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlmodel import col, select

from mediator.domain.agreement import Agreement, AgreementFacts, Signing
from mediator.domain.duty import Duty, DutyFacts, Performance
from mediator.storage.rows import added, columns, facts_of, get, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow, DutyRow, PerformanceRow


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, Agreement]:
    """The agreement of each case that has one, with its duties."""
    rows = _rows(work, case_ids)
    duties = _duties(work, [row.id or 0 for row in rows])
    return {
        row.case_id: facts_of(
            Agreement,
            row,
            duties=duties.get(row.id or 0, ()),
            signing=Signing.model_validate(row.signing),
        )
        for row in rows
    }


def _row(work: Work, case_id: int) -> AgreementRow | None:
    return next(iter(_rows(work, (case_id,))), None)


def _rows(work: Work, case_ids: Sequence[int]) -> Sequence[AgreementRow]:
    query = select(AgreementRow).where(col(AgreementRow.case_id).in_(case_ids), ~col(AgreementRow.removed))
    return work.session.exec(query).all()


def _duties(work: Work, agreement_ids: Sequence[int]) -> dict[int, tuple[Duty, ...]]:
    query = (
        select(DutyRow)
        .where(col(DutyRow.agreement_id).in_(agreement_ids), ~col(DutyRow.removed))
        .order_by(col(DutyRow.supplement_id).asc().nulls_first(), col(DutyRow.ordinal), col(DutyRow.id))
    )
    rows = work.session.exec(query).all()
    done = _performances(work, [row.id or 0 for row in rows])
    return {
        agreement_id: tuple(
            facts_of(Duty, row, ordinal=number, performed=tuple(done.get(row.id or 0, ())))
            for number, row in enumerate(own, 1)
        )
        for agreement_id, own in grouped(rows, lambda row: row.agreement_id).items()
    }


def _performances(work: Work, duty_ids: Sequence[int]) -> dict[int, list[Performance]]:
    query = (
        select(PerformanceRow)
        .where(col(PerformanceRow.duty_id).in_(duty_ids), ~col(PerformanceRow.removed))
        .order_by(col(PerformanceRow.on), col(PerformanceRow.id))
    )
    found = (facts_of(Performance, row) for row in work.session.exec(query).all())
    return grouped(found, lambda entry: entry.duty_id)


def save(work: Work, case_id: int, facts: AgreementFacts, number: str | None = None) -> int:
    """Write the agreement of a case or correct it; its id. `number` None leaves the number as it is."""
    row = _row(work, case_id)
    values = columns(facts)
    if number is not None:
        values["number"] = number
    if row is None:
        return added(work, AgreementRow(case_id=case_id, **values)).id or 0
    put(row, values)
    work.session.flush()
    return row.id or 0


def remove(work: Work, case_id: int) -> None:
    """Put the agreement of a case away with its duties; it stays in the history."""
    row = _row(work, case_id)
    if row is not None:
        save_duties(work, row.id or 0, ())
        row.removed = True
        work.session.flush()


def save_duties(
    work: Work,
    agreement_id: int,
    duties: tuple[tuple[int | None, DutyFacts], ...],
    supplement_id: int | None = None,
) -> None:
    """Make the duties what the pairs (id or None, facts) say; the missing ones are put away.

    Those of the agreement itself, or of one supplementary agreement; the others stay as they are.
    """
    kept = {duty_id for duty_id, _ in duties if duty_id is not None}
    for old in _duties(work, (agreement_id,)).get(agreement_id, ()):
        if old.id not in kept and old.supplement_id == supplement_id:
            get(work, DutyRow, old.id).removed = True
    for ordinal, (duty_id, facts) in enumerate(duties, 1):
        values = _duty_columns(facts, ordinal)
        if duty_id is None:
            added(work, DutyRow(agreement_id=agreement_id, supplement_id=supplement_id, **values))
        else:
            put(get(work, DutyRow, duty_id), values)
    work.session.flush()


def end_duties(work: Work, agreement_id: int, supplement_id: int, duty_ids: Collection[int]) -> None:
    """Make these the duties that a supplementary agreement ends; those it no longer ends run again."""
    for duty in _duties(work, (agreement_id,)).get(agreement_id, ()):
        if duty.id in duty_ids:
            get(work, DutyRow, duty.id).ended_by = supplement_id
        elif duty.ended_by == supplement_id:
            get(work, DutyRow, duty.id).ended_by = None
    work.session.flush()


def _duty_columns(facts: DutyFacts, ordinal: int) -> dict[str, Any]:
    values = {**columns(facts), "ordinal": ordinal}
    return {
        name: value for name, value in values.items() if name in DutyFacts.model_fields or name == "ordinal"
    }


def save_signing(work: Work, case_id: int, signing: Signing) -> None:
    """Write down who has signed and when."""
    row = _row(work, case_id)
    if row is not None:
        row.signing = signing.model_dump(mode="json")
        work.session.flush()


def add_performance(
    work: Work, duty_id: int, *, on: date, amount_fen: int | None, complete: bool, note: str
) -> int:
    """Write down something done on a duty; its id."""
    row = PerformanceRow(duty_id=duty_id, on=on, amount_fen=amount_fen, complete=complete, note=note)
    return added(work, row).id or 0


def correct_performance(work: Work, entry: Performance) -> None:
    """Correct an entry of performance."""
    put(get(work, PerformanceRow, entry.id), columns(entry, leave=("id",)))
    work.session.flush()


def remove_performance(work: Work, entry_id: int) -> None:
    """Put an entry of performance away; it stays in the history."""
    get(work, PerformanceRow, entry_id).removed = True
    work.session.flush()
