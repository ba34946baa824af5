"""Evidence and copies kept with cases; their bytes lie beside the database, named by their SHA-256."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from mediator.domain.attachment import AttachmentFacts


class AttachmentRow(AttachmentFacts, SQLModel, table=True):
    """One piece of evidence, copy or scan; a removed one stays for the history."""

    __tablename__ = "attachment"
    model_config = {"frozen": False, "extra": "ignore"}
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="mediation_case.id", index=True)
    position: int
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = Field(default="", index=True)
    added_at: datetime | None = None
    removed: bool = False
