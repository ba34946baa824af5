"""The office, its settings, committees, rooms, areas and people."""

from typing import Any

from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.office import Office


class OfficeRow(Office, SQLModel, table=True):
    """The one office of this data folder (id 1)."""

    __tablename__ = "office"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)


class SettingRow(SQLModel, table=True):
    """One choice of the office that differs from the default."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: Any = Field(sa_column=Column(JSON, nullable=False))


class CommitteeRow(SQLModel, table=True):
    """A committee named in the ledger."""

    __tablename__ = "committee"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    kind: str
    own: bool = False


class RoomRow(SQLModel, table=True):
    """A mediation room."""

    __tablename__ = "room"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class AreaRow(SQLModel, table=True):
    """An area by the name or code the office uses."""

    __tablename__ = "area"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class MediatorRow(SQLModel, table=True):
    """A mediator or registrar."""

    __tablename__ = "mediator"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    active: bool = True
    at_desk: bool = True


class GivenNumberRow(SQLModel, table=True):
    """A number once given, so that it is never given again."""

    __tablename__ = "given_number"
    series: str = Field(primary_key=True)  # code:2026, dossier:2026, …
    serial: int = Field(primary_key=True)
    text: str = Field(index=True)
    case_id: int | None = None
