"""Who somebody of the register is now, after merges."""

from sqlmodel import col, select

from mediator.storage.store import Work
from mediator.storage.tables.party import PersonMergeRow


def current(work: Work, person_id: int) -> int:
    """Who somebody is now: whom he was merged into, since a form may have been open meanwhile."""
    seen = {person_id}
    while (gone := _into(work, person_id)) is not None and gone not in seen:
        seen.add(gone)
        person_id = gone
    return person_id


def _into(work: Work, person_id: int) -> int | None:
    query = select(PersonMergeRow.kept_id).where(
        PersonMergeRow.gone_id == person_id, ~col(PersonMergeRow.undone)
    )
    return work.session.exec(query.order_by(col(PersonMergeRow.id).desc())).first()
