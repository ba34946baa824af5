"""Evidence and copies kept with a case: what each is, who gave it, and the file of it where there is one."""

from datetime import date, datetime

from mediator.domain.facts import Facts


class AttachmentFacts(Facts):
    """One piece as the evidence list names it; without a file it is only listed."""

    kind: str = "evidence"  # codes/attachment_kind
    title: str
    party: int | None = None  # case place of who gave it
    received_on: date | None = None
    form: str = ""  # codes/evidence_form: original, copy, …
    pages: int | None = None
    proves: str = ""  # what it is to prove
    note: str = ""
    turn: int = 0  # degrees clockwise by which its picture is turned for paper: 0, 90, 180 or 270
    paper_key: str = ""  # for a scan of a signed paper: which paper, of which subject, which version
    paper_subject: int | None = None
    paper_version: int | None = None


class Attachment(AttachmentFacts):
    """A piece on record; the file's bytes are named by their SHA-256, empty where there is no file."""

    id: int
    ordinal: int  # from 1, within the case
    file_name: str = ""
    media_type: str = ""
    size: int = 0  # bytes
    sha256: str = ""
    added_at: datetime | None = None

    @property
    def has_file(self) -> bool:
        """Whether the file itself is kept."""
        return bool(self.sha256)
