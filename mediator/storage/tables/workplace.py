"""What makes typing easier: phrases of the office and its people, and words that were not saved yet."""

from datetime import date, datetime
from typing import Any

from sqlmodel import JSON, Column, Field, SQLModel


class PhraseRow(SQLModel, table=True):
    """A phrase for one kind of field; `who` is empty for one of the whole office."""

    __tablename__ = "phrase"
    id: int | None = Field(default=None, primary_key=True)
    place: str = Field(index=True)  # the kind of field it is for
    who: str = ""
    text: str
    used_on: date | None = None
    uses: int = 0


class DraftRow(SQLModel, table=True):
    """What somebody typed into a form and has not saved."""

    __tablename__ = "draft"
    who: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # the form: intake, case:12:hearings, …
    title: str = ""
    at: datetime
    value: Any = Field(sa_column=Column(JSON, nullable=False))
