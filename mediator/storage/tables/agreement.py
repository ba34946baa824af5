"""Agreements, duties and what was done of them."""

from datetime import date
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.agreement import AgreementFacts
from mediator.domain.duty import DutyFacts


class AgreementRow(AgreementFacts, SQLModel, table=True):
    """The agreement of a case; one taken back stays for the history."""

    __tablename__ = "agreement"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id")
    number: str = ""
    clauses: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    signing: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    removed: bool = False
    __table_args__ = (
        Index(
            "ux_agreement_case_id",
            "case_id",
            unique=True,
            sqlite_where=text("NOT removed"),
            postgresql_where=text("NOT removed"),
        ),
    )


class DutyRow(DutyFacts, SQLModel, table=True):
    """A duty of an agreement; a removed one stays for the history."""

    __tablename__ = "duty"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    ordinal: int
    debtors: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    creditors: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    instalments: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    supplement_id: int | None = Field(default=None, foreign_key="supplement.id")
    ended_by: int | None = Field(default=None, foreign_key="supplement.id")
    removed: bool = False


class PerformanceRow(SQLModel, table=True):
    """Something done on a duty."""

    __tablename__ = "performance"
    id: int | None = Field(default=None, primary_key=True)
    duty_id: int = Field(foreign_key="duty.id", index=True)
    on: date
    amount_fen: int | None = None
    complete: bool = False
    note: str = ""
    removed: bool = False
