"""Disputes and their cases."""

from datetime import date
from typing import Any

from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.case import CaseFacts
from mediator.domain.dispute import DisputeFacts


class DisputeRow(DisputeFacts, SQLModel, table=True):
    """A dispute with its lifelong code."""

    __tablename__ = "dispute"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)


class CaseRow(CaseFacts, SQLModel, table=True):
    """A case: intake facts, ending, confirmation and archive in one row."""

    __tablename__ = "mediation_case"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    dispute_id: int = Field(foreign_key="dispute.id", index=True)
    committee_id: int = Field(foreign_key="committee.id")
    code: str = Field(unique=True)
    dossier_number: str | None = Field(default=None, unique=True)
    accepted_on: date = Field(index=True)
    assistants: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    outcome: str = ""
    concluded_on: date | None = None
    end_reason: str = ""
    end_text: str = ""
    told_ways: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    transformed: str = ""
    confirmation: str = ""
    confirmed_on: date | None = None
    archived_on: date | None = None
    archived_by: str = ""
    retention: str = ""
    archive_remark: str = ""
    series_id: int | None = Field(default=None, foreign_key="case_series.id", index=True)
    previous_id: int | None = Field(default=None, foreign_key="mediation_case.id")
    undisputed_on: date | None = None
    undisputed: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed_on: date | None = None
    removed_by: str = ""
    removed_reason: str = ""
    ledger_mark: str | None = Field(default=None, unique=True)
    # What a ledger row told that has no place of its own yet, such as the sum of a case still open.
    ledger_rest: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class SeriesRow(SQLModel, table=True):
    """Cases opened, heard and signed together."""

    __tablename__ = "case_series"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    opened_on: date


class DecisionRow(SQLModel, table=True):
    """Something decided about a case as a whole."""

    __tablename__ = "decision"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    kind: str
    on: date
    by: str = ""
    reason: str = ""


class PreventionRow(SQLModel, table=True):
    """Something worse that a case prevented."""

    __tablename__ = "prevention"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    kind: str
    people: int
