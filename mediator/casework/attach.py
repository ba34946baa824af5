"""Keep evidence, copies and scans with a case; say what they are, put them in order, put them away."""

import mimetypes
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Final

from mediator.casework.desk import Act, Desk, refuse_stranger
from mediator.domain.attachment import Attachment, AttachmentFacts
from mediator.domain.errors import RuleBroken
from mediator.storage import attachments
from mediator.storage.attachments import KeptFile
from mediator.storage.procedure import ATTACHMENTS

LARGEST: Final = 100 * 1024 * 1024  # bytes


def attach(
    desk: Desk, case_id: int, facts: AttachmentFacts, data: bytes | None = None, file_name: str = ""
) -> int:
    """Add a piece, with the bytes of its file where there is one; its id."""
    with desk.act("attach", case_id) as act:
        check(facts, data)
        return add(act, facts, data, file_name, desk.now())


def add(act: Act, facts: AttachmentFacts, data: bytes | None, file_name: str, at: datetime) -> int:
    """Add a piece inside an act; its id."""
    kept = None
    if data is not None:
        sha256 = attachments.keep_bytes(act.folder, data)
        name = PurePath(file_name.replace("\\", "/")).name
        kept = KeptFile(name, mimetypes.guess_type(name)[0] or "", len(data), sha256)
    return attachments.add(act.work, act.file.id, facts, kept, at=at)


def correct_attachment(desk: Desk, case_id: int, attachment_id: int, facts: AttachmentFacts) -> None:
    """Correct what is said of a piece; its file stays as it is."""
    with desk.act("correct-attachment", case_id) as act:
        refuse_stranger(attachment_id, act.file.attachments)
        check(facts, None)
        ATTACHMENTS.save(act.work, case_id, facts, attachment_id)


def drop_attachment(desk: Desk, case_id: int, attachment_id: int) -> None:
    """Put a piece away; the file and the history stay."""
    with desk.act("drop-attachment", case_id) as act:
        refuse_stranger(attachment_id, act.file.attachments)
        ATTACHMENTS.remove(act.work, attachment_id)


def order_attachments(desk: Desk, case_id: int, attachment_ids: Sequence[int]) -> None:
    """Put the pieces of a case in this order, every one named once."""
    with desk.act("order-attachments", case_id) as act:
        if sorted(attachment_ids) != sorted(one.id for one in act.file.attachments):
            raise RuleBroken("record-not-here")
        attachments.reorder(act.work, attachment_ids)


def read_attachment(desk: Desk, attachment: Attachment) -> bytes:
    """The bytes of a piece's file; NotFound or Damaged where they are gone or changed."""
    return attachments.read_bytes(desk.store.folder, attachment.sha256)


def check(facts: AttachmentFacts, data: bytes | None) -> None:
    """Refuse a piece without a title, an empty file, or one that is too large."""
    if not facts.title.strip():
        raise RuleBroken("attachment-title-missing", field="title")
    if data is not None and not data:
        raise RuleBroken("attachment-empty", field="file")
    if data is not None and len(data) > LARGEST:
        raise RuleBroken("attachment-too-large", field="file", most=LARGEST // 1024 // 1024)
