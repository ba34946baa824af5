"""Evidence and copies: their bytes in files named by what is in them, and the rows that name the files."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select

from mediator.domain.attachment import AttachmentFacts
from mediator.domain.errors import Damaged, MediatorError, NotFound
from mediator.storage.rows import added, columns, get
from mediator.storage.store import Work
from mediator.storage.tables.attachment import AttachmentRow

FOLDER: Final = "attachments"  # beside the database


def keep_bytes(folder: Path, data: bytes) -> str:
    """Keep bytes in the data folder and give their SHA-256 (hex); the same bytes are kept once.

    The file is whole on the disk before any row names it. Raises MediatorError "attachment-not-kept".
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = _path(folder, sha256)
    try:
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise MediatorError("attachment-not-kept", reason=error.strerror or "") from error
    return sha256


def read_bytes(folder: Path, sha256: str) -> bytes:
    """The kept bytes of a SHA-256; NotFound "attachment-file-gone", Damaged "attachment-changed"."""
    try:
        data = _path(folder, sha256).read_bytes()
    except OSError as error:
        raise NotFound("attachment-file-gone", sha256=sha256[:12]) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged("attachment-changed", sha256=sha256[:12])
    return data


def _path(folder: Path, sha256: str) -> Path:
    return folder / FOLDER / sha256[:2] / sha256


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose bytes are kept: its own name, media type, size in bytes and SHA-256 (hex)."""

    file_name: str
    media_type: str
    size: int
    sha256: str


def add(
    work: Work, case_id: int, facts: AttachmentFacts, file: KeptFile | None = None, *, at: datetime
) -> int:
    """Write an attachment down, its bytes kept before; its id."""
    last = select(func.max(AttachmentRow.position)).where(AttachmentRow.case_id == case_id)
    row = AttachmentRow(
        case_id=case_id,
        position=(work.session.exec(last).one() or 0) + 1,
        added_at=at.astimezone(UTC),
        **(asdict(file) if file else {}),
        **columns(facts),
    )
    return added(work, row).id or 0


def reorder(work: Work, attachment_ids: Sequence[int]) -> None:
    """Put the attachments of a case in this order."""
    for position, attachment_id in enumerate(attachment_ids, 1):
        get(work, AttachmentRow, attachment_id).position = position
    work.session.flush()


def all_files(work: Work) -> list[tuple[str, int, str]]:
    """(SHA-256, size in bytes, file name) of every attachment that has a file, put away or not."""
    query = select(AttachmentRow).where(AttachmentRow.sha256 != "").order_by(col(AttachmentRow.id))
    return [(row.sha256, row.size, row.file_name) for row in work.session.exec(query).all()]
