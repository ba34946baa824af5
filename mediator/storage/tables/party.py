"""People and organisations, and their places in cases."""

from sqlmodel import Field, SQLModel

from mediator.domain.party import PartyFacts


class PartyRow(PartyFacts, SQLModel, table=True):
    """A party in the register."""

    __tablename__ = "party"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)


class CasePartyRow(SQLModel, table=True):
    """A party's place in a case; a removed one stays for the history."""

    __tablename__ = "case_party"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    party_id: int = Field(foreign_key="party.id", index=True)
    role: str
    position: int
    removed: bool = False
