"""What happens on the way: inquiries, private talks, extensions, replacements, supplementary agreements."""

from typing import Any

from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.caucus import CaucusFacts
from mediator.domain.extension import ExtensionFacts
from mediator.domain.inquiry import InquiryFacts
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts


class InquiryRow(InquiryFacts, SQLModel, table=True):
    """An inquiry; a removed one stays for the history."""

    __tablename__ = "inquiry"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    askers: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed: bool = False


class CaucusRow(CaucusFacts, SQLModel, table=True):
    """A private talk; a removed one stays for the history."""

    __tablename__ = "caucus"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    parties: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed: bool = False


class ExtensionRow(ExtensionFacts, SQLModel, table=True):
    """An extension of the mediation; a removed one stays for the history."""

    __tablename__ = "extension"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    agreed_by: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed: bool = False


class ReplacementRow(ReplacementFacts, SQLModel, table=True):
    """A withdrawal or replacement of a mediator; a removed one stays for the history."""

    __tablename__ = "replacement"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    removed: bool = False


class SupplementRow(SupplementFacts, SQLModel, table=True):
    """A supplementary agreement; a removed one stays for the history."""

    __tablename__ = "supplement"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    clauses: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    signing: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    removed: bool = False
