"""Seal a paper that was signed: its very bytes, version and day are kept, and its scan is filed to it."""

import hashlib
from datetime import date

from mediator.casework import attach
from mediator.casework.desk import Desk
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.casefile import CaseFile, PaperMark, Seal
from mediator.domain.errors import RuleBroken
from mediator.storage import attachments, papers


def seal_paper(desk: Desk, case_id: int, key: str, subject_id: int | None, pdf: bytes, on: date) -> int:
    """Keep these bytes as the version that was signed on this day; the version, from 1.

    The same bytes with the same day are the same version; anything else is the next one.
    """
    if on > desk.today():
        raise RuleBroken("date-in-future", field="signed_on", date=on, today=desk.today())
    sha256 = hashlib.sha256(pdf).hexdigest()
    with desk.act("sign-paper", case_id) as act:
        last = _mark(act.file, key, subject_id).seal
        if last is not None and (last.sha256, last.signed_on) == (sha256, on):
            return last.version
        if last is not None and last.sha256 == sha256:  # only its day was wrong
            papers.withdraw_seal(act.work, case_id, key, subject_id, last.version)
        attachments.keep_bytes(act.folder, pdf)
        version = papers.next_version(act.work, case_id, key, subject_id)
        seal = Seal(version=version, sha256=sha256, signed_on=on, sealed_at=desk.now(), who=desk.who)
        papers.mark_signed(act.work, case_id, key, subject_id, on, sha256=sha256)
        papers.seal(act.work, case_id, key, subject_id, seal)
        return version


def unseal_paper(desk: Desk, case_id: int, key: str, subject_id: int | None) -> None:
    """Take the last seal back: it was set by mistake. The version before it counts again, if there is one."""
    with desk.act("unsign-paper", case_id) as act:
        seals = _mark(act.file, key, subject_id).seals
        before = seals[-2] if len(seals) > 1 else None
        if seals:
            papers.withdraw_seal(act.work, case_id, key, subject_id, seals[-1].version)
        on, sha256 = (before.signed_on, before.sha256) if before else (None, "")
        papers.mark_signed(act.work, case_id, key, subject_id, on, sha256=sha256)


def file_scan(desk: Desk, case_id: int, key: str, subject_id: int | None, data: bytes, file_name: str) -> int:
    """Keep the scan of a signed paper with its last sealed version, in the archive too; its id."""
    with desk.act("file-scan", case_id, facts=False) as act:
        seal = _mark(act.file, key, subject_id).seal
        if seal is None:
            raise RuleBroken("paper-not-signed")
        facts = AttachmentFacts(
            kind="scan",
            title=file_name or key,
            received_on=desk.today(),
            form="copy",
            paper_key=key,
            paper_subject=subject_id,
            paper_version=seal.version,
        )
        attach.check(facts, data)
        return attach.add(act, facts, data, file_name, desk.now())


def sealed_bytes(desk: Desk, seal: Seal) -> bytes:
    """The very bytes that were signed; NotFound or Damaged where they are gone or changed."""
    return attachments.read_bytes(desk.store.folder, seal.sha256)


def _mark(file: CaseFile, key: str, subject_id: int | None) -> PaperMark:
    marks = (mark for mark in file.papers if (mark.key, mark.subject_id) == (key, subject_id))
    return next(marks, PaperMark(key=key, subject_id=subject_id))
