"""Drafts and phrases: what makes typing easier and belongs to no case."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, delete, select

from mediator.domain.workplace import Draft, Phrase
from mediator.storage.rows import added, facts_of, get
from mediator.storage.store import Work
from mediator.storage.tables.workplace import DraftRow, PhraseRow


def put_draft(work: Work, who: str, key: str, *, title: str, value: Any, at: datetime) -> None:
    """Keep what somebody has typed into a form, in place of what was kept of it before."""
    row = work.session.get(DraftRow, (who, key))
    if row is None:
        added(work, DraftRow(who=who, key=key, title=title, at=at.astimezone(UTC), value=value))
        return
    row.title, row.at, row.value = title, at.astimezone(UTC), value
    work.session.flush()


def drafts(work: Work, who: str) -> list[Draft]:
    """What somebody has typed and not saved, the latest first."""
    query = select(DraftRow).where(DraftRow.who == who).order_by(col(DraftRow.at).desc())
    return [facts_of(Draft, row) for row in work.session.exec(query).all()]


def drop_draft(work: Work, who: str, key: str) -> None:
    """Forget a draft, because it was saved or is not wanted."""
    work.session.exec(delete(DraftRow).where(col(DraftRow.who) == who, col(DraftRow.key) == key))


def phrases(work: Work, place: str, who: str) -> list[Phrase]:
    """The phrases for a kind of field, the office's and one's own, the last used first."""
    query = (
        select(PhraseRow)
        .where(PhraseRow.place == place, or_(col(PhraseRow.who) == who, col(PhraseRow.who) == ""))
        .order_by(col(PhraseRow.used_on).desc().nulls_last(), col(PhraseRow.uses).desc(), col(PhraseRow.id))
    )
    return [facts_of(Phrase, row) for row in work.session.exec(query).all()]


def save_phrase(work: Work, place: str, who: str, text: str, phrase_id: int | None = None) -> int:
    """Add a phrase or reword one; its id."""
    if phrase_id is None:
        return added(work, PhraseRow(place=place, who=who, text=text)).id or 0
    row = get(work, PhraseRow, phrase_id)
    row.place, row.who, row.text = place, who, text
    work.session.flush()
    return phrase_id


def use_phrase(work: Work, phrase_id: int, on: date) -> None:
    """Count that a phrase was used."""
    row = get(work, PhraseRow, phrase_id)
    row.used_on, row.uses = on, row.uses + 1
    work.session.flush()


def drop_phrase(work: Work, phrase_id: int) -> None:
    """Forget a phrase."""
    work.session.exec(delete(PhraseRow).where(col(PhraseRow.id) == phrase_id))
