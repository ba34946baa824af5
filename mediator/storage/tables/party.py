"""People and organisations, and their places in cases."""

from datetime import datetime

from sqlmodel import JSON, Column, Field, SQLModel

from mediator.domain.agent import AgentFacts
from mediator.domain.party import PartyFacts


class PersonRow(SQLModel, table=True):
    """Somebody of the register, a person or not; who that is, the descriptions in the cases tell."""

    __tablename__ = "person"
    id: int | None = Field(default=None, primary_key=True)


class PersonMergeRow(SQLModel, table=True):
    """Two of the register were found to be one; `party_ids` are the descriptions that moved."""

    __tablename__ = "person_merge"
    id: int | None = Field(default=None, primary_key=True)
    kept_id: int = Field(foreign_key="person.id", index=True)
    gone_id: int = Field(foreign_key="person.id", index=True)
    party_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    at: datetime
    who: str
    reason: str = ""
    undone: bool = False


class PartyRow(PartyFacts, SQLModel, table=True):
    """Somebody as one case describes him: a later case never changes it."""

    __tablename__ = "party"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    id_number: str = Field(default="", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class CasePartyRow(SQLModel, table=True):
    """A party's place in a case; a removed one stays for the history."""

    __tablename__ = "case_party"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    party_id: int = Field(foreign_key="party.id", index=True)
    role: str
    position: int
    removed: bool = False


class AgentRow(AgentFacts, SQLModel, table=True):
    """Who acts for a party in its place; a removed one stays for the history."""

    __tablename__ = "agent"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    place_id: int = Field(foreign_key="case_party.id", index=True)
    powers: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    removed: bool = False
