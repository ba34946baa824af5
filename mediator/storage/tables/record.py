"""Papers, sweeps and the audit trail."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import JSON, Column, Field, SQLModel


class PaperRow(SQLModel, table=True):
    """What happened to one paper of a case; `subject_id` 0 where the paper is about the whole case."""

    __tablename__ = "paper"
    case_id: int = Field(foreign_key="mediation_case.id", primary_key=True)
    key: str = Field(primary_key=True)
    subject_id: int = Field(default=0, primary_key=True)
    printed_at: datetime | None = None
    sha256: str = ""
    signed_on: date | None = None


class SealRow(SQLModel, table=True):
    """One signed version of a paper; its bytes lie beside the database, named by their SHA-256."""

    __tablename__ = "seal"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    key: str
    subject_id: int = 0
    version: int
    sha256: str
    signed_on: date
    sealed_at: datetime
    who: str = ""
    withdrawn: bool = False  # marked as signed by mistake
    __table_args__ = (Index("ux_seal_version", "case_id", "key", "subject_id", "version", unique=True),)


class SweepRow(SQLModel, table=True):
    """A sweep for disputes."""

    __tablename__ = "sweep"
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    kind: str
    began_on: date
    ended_on: date | None = None
    found: int | None = None


class AuditRow(SQLModel, table=True):
    """One act: who, when, what, before and after; written in the act's own transaction."""

    __tablename__ = "audit"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    who: str
    verb: str
    case_id: int | None = Field(default=None, index=True)
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
