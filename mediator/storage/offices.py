"""The office, its settings, and the names it uses."""

from typing import Any

from sqlmodel import select

from mediator.domain.errors import NotFound
from mediator.domain.office import Committee, Office, Settings
from mediator.domain.staff import Mediator
from mediator.storage.rows import added, columns, facts_of, put
from mediator.storage.store import Work
from mediator.storage.tables.office import (
    AreaRow,
    CommitteeRow,
    MediatorRow,
    OfficeRow,
    RoomRow,
    SettingRow,
)


def has_office(work: Work) -> bool:
    """Whether the office has been named yet."""
    return work.session.get(OfficeRow, 1) is not None


def office(work: Work) -> Office:
    """The office; NotFound('no-office') before the first run is finished."""
    row = work.session.get(OfficeRow, 1)
    if row is None:
        raise NotFound("no-office")
    return facts_of(Office, row)


def save_office(work: Work, facts: Office) -> None:
    """Write the office down and keep its own committee under the same name."""
    row = work.session.get(OfficeRow, 1)
    if row is None:
        added(work, OfficeRow(id=1, **columns(facts)))
    else:
        put(row, columns(facts))
    own = work.session.exec(select(CommitteeRow).where(CommitteeRow.own)).first()
    if own is None:
        added(work, CommitteeRow(name=facts.name, kind=facts.kind, own=True))
    else:
        put(own, {"name": facts.name, "kind": facts.kind})
    work.session.flush()


def settings(work: Work) -> Settings:
    """The office's choices over the defaults."""
    rows = work.session.exec(select(SettingRow)).all()
    return Settings.model_validate({row.key: row.value for row in rows if row.key in Settings.model_fields})


def save_settings(work: Work, chosen: Settings) -> None:
    """Write down the choices that differ from the defaults."""
    values: dict[str, Any] = chosen.model_dump(mode="json")
    defaults = Settings().model_dump(mode="json")
    for key, value in values.items():
        row = work.session.get(SettingRow, key)
        if row is not None:
            row.value = value
        elif value != defaults[key]:
            added(work, SettingRow(key=key, value=value))
    work.session.flush()


def committees(work: Work) -> list[Committee]:
    """All committees, the office's own first."""
    rows = work.session.exec(select(CommitteeRow)).all()
    found = [facts_of(Committee, row) for row in rows]
    return sorted(found, key=lambda committee: (not committee.own, committee.id))


def own_committee(work: Work) -> Committee:
    """The committee that this office is."""
    return committees(work)[0]


def ensure_committee(work: Work, name: str, kind: str) -> int:
    """The id of a committee, which is made when it is new."""
    row = work.session.exec(select(CommitteeRow).where(CommitteeRow.name == name)).first()
    if row is None:
        row = added(work, CommitteeRow(name=name, kind=kind))
    assert row.id is not None
    return row.id


def ensure_names(
    work: Work, table: type[RoomRow] | type[AreaRow] | type[MediatorRow], names: set[str], **more: bool
) -> None:
    """Make the rows of names that are new."""
    known = set(work.session.exec(select(table.name)).all())
    for name in sorted(name for name in names if name and name not in known):
        work.session.add(table(name=name, **more))
    work.session.flush()


def remember_names(work: Work, *, rooms: set[str], areas: set[str], people: set[str]) -> None:
    """Keep rooms, areas and people that a case names, so that the next case can choose them."""
    ensure_names(work, RoomRow, rooms)
    ensure_names(work, AreaRow, areas)
    ensure_names(work, MediatorRow, people, at_desk=False)  # a ledger names people of other desks


def rooms(work: Work) -> list[str]:
    """Names of the rooms."""
    return [row.name for row in work.session.exec(select(RoomRow).order_by(RoomRow.name)).all()]


def areas(work: Work) -> list[str]:
    """Names or codes of the areas."""
    return [row.name for row in work.session.exec(select(AreaRow).order_by(AreaRow.name)).all()]


def mediators(work: Work) -> list[Mediator]:
    """All mediators in the order they were named."""
    return [facts_of(Mediator, row) for row in work.session.exec(select(MediatorRow)).all()]


def save_mediator(work: Work, name: str, *, mediator_id: int | None = None, active: bool = True) -> int:
    """Add a mediator or correct one."""
    if mediator_id is None:
        row = work.session.exec(select(MediatorRow).where(MediatorRow.name == name)).first()
        row = row or added(work, MediatorRow(name=name))
    else:
        row = work.session.get(MediatorRow, mediator_id)
        if row is None:
            raise NotFound("record-gone")
    put(row, {"name": name, "active": active, "at_desk": True})
    work.session.flush()
    assert row.id is not None
    return row.id
