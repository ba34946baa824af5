"""Hearings and follow-up visits."""

from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts


class HearingRow(HearingFacts, SQLModel, table=True):
    """A hearing; a removed one stays for the history."""

    __tablename__ = "hearing"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    present: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    mediators: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed: bool = False


class VisitRow(VisitFacts, SQLModel, table=True):
    """A follow-up visit; a removed one stays for the history."""

    __tablename__ = "visit"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    removed: bool = False
