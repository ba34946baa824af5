"""The papers of a case as lines of a list: the title, what became of the paper, what is missing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.press import PaperRef
from mediator.domain.attachment import Attachment
from mediator.domain.casefile import HistoryEntry, PaperMark
from mediator.domain.errors import MediatorError
from mediator.domain.office import dossier_items
from mediator.domain.track import DossierItem, all_tracks
from ui.models.rows import Column
from ui.tokens import Tone

Slot = tuple[str, int | None]  # form key and the hearing or visit the paper is about
PREFIX = "人民调解"
SCAN: Final = "scan"  # codes/attachment_kind
NO_FACT: Final = ("print", "sign-paper", "unsign-paper", "file-scan", "archive", "unarchive")  # acts
_COUNTED = re.compile(r"(.+记录)（(第\d+次)）")


@dataclass(frozen=True)
class PaperLine:
    """One line of the list: a paper, `stale` when the case now says something else, or its `scan`."""

    ref: PaperRef
    mark: PaperMark | None
    stale: bool = False
    scan: Attachment | None = None

    @property
    def slot(self) -> Slot:
        """What the mark of this paper is filed under."""
        return self.ref.key, self.ref.subject_id

    @property
    def status(self) -> str:
        """The state of the paper in words."""
        if self.scan is not None:
            return f"{self.scan.received_on:%m-%d} 收" if self.scan.received_on else ""
        if self.mark is not None and self.mark.signed_on is not None:
            last = self.mark.seal
            again = f"第{last.version}版" if last is not None and last.version > 1 else ""
            return "已签，有改动" if self.stale else f"已签{again} {self.mark.signed_on:%m-%d}"
        if self.mark is not None and self.mark.printed_at is not None:
            return "已打印，有改动" if self.stale else f"已打印 {self.mark.printed_at.astimezone():%m-%d}"
        return "未打印" if self.ref.bound else "按需打印"

    @property
    def tone(self) -> Tone:
        """The state of the paper in a tone."""
        if self.scan is not None:
            return Tone.QUIET
        if self.stale:
            return Tone.ATTENTION
        if self.mark is None or (self.mark.signed_on is None and self.mark.printed_at is None):
            return Tone.QUIET
        return Tone.GOOD if self.mark.signed_on else Tone.ACCENT

    @property
    def short_title(self) -> str:
        """The title without the words that all papers begin with; which record it is comes first."""
        if self.scan is not None:
            last = self.mark.seal if self.mark else None
            version = self.scan.paper_version
            of = "" if version == 1 and last is not None and last.version == 1 else f"（第{version}版）"
            return f"　附扫描件{of}"
        short = self.ref.title.removeprefix(PREFIX)
        short = f"调解{short}" if short.startswith(("记录", "员")) else short
        return _COUNTED.sub(r"\2\1", short)

    @property
    def tip(self) -> str:
        """The whole title, and what a change after printing means."""
        if self.scan is not None:
            return f"{self.ref.title}签名的第{self.scan.paper_version}版扫描件：{self.scan.file_name}"
        if not self.stale:
            return self.ref.title if self.ref.bound else f"{self.ref.title}：需要时打印；现在不在卷内目录里"
        return f"{self.ref.title}：打印或签名以后案件内容有改动，请核对，必要时重新打印、重新签名"


def paper_columns() -> list[Column[PaperLine]]:
    """Title and status."""
    return [
        Column("文书", lambda line: line.short_title, 12, tip=lambda line: line.tip),
        Column("状态", lambda line: line.status, 7, tone=lambda line: line.tone, tip=lambda line: line.tip),
    ]


def paper_lines(matter: Matter, stale: frozenset[Slot] = frozenset()) -> list[PaperLine]:
    """The papers that this case has, each with what is known of it."""
    marks = {(mark.key, mark.subject_id): mark for mark in matter.file.papers}
    lines = []
    for ref in press.keys_for(matter):
        slot = ref.key, ref.subject_id
        lines.append(PaperLine(ref, marks.get(slot), slot in stale))
        scans = [one for one in matter.file.attachments if _is_scan_of(one, slot)]
        lines += [PaperLine(ref, marks.get(slot), scan=one) for one in scans]
    return lines


def _is_scan_of(one: Attachment, slot: Slot) -> bool:
    return one.kind == SCAN and (one.paper_key, one.paper_subject) == slot


def stale_papers(matter: Matter, history: Sequence[HistoryEntry] | None = None) -> frozenset[Slot]:
    """Papers whose printed or signed words are no longer what the case says.

    Of a paper only printed the bytes are not kept: where they are others now, it counts as changed only
    if the `history` tells of an act upon the facts since, for a newer program writes other bytes too.
    """
    there = {(ref.key, ref.subject_id) for ref in press.keys_for(matter)}
    marks = [mark for mark in matter.file.papers if mark.sha256 and (mark.key, mark.subject_id) in there]
    return frozenset((mark.key, mark.subject_id) for mark in marks if _changed(matter, mark, history))


def _changed(matter: Matter, mark: PaperMark, history: Sequence[HistoryEntry] | None) -> bool:
    """Whether a paper reads otherwise now."""
    digest = mark.seal.sha256 if mark.seal is not None else mark.sha256
    kept = _kept(matter.files, digest)
    if kept is not None:
        try:
            return press.change_since(matter, mark, kept) is not None
        except ValueError:  # no PDF: nothing of it can be compared but the bytes
            pass
    if any(sha256(data).hexdigest() == digest for data in press.readings(matter, mark)):
        return False
    return mark.seal is not None or history is None or acted_since(history, mark.printed_at)


def _kept(read: Callable[[str], bytes] | None, digest: str) -> bytes | None:
    try:
        return read(digest) if read is not None else None
    except MediatorError:
        return None


def acted_since(history: Sequence[HistoryEntry], printed_at: datetime | None) -> bool:
    """Whether a case was worked on after a paper was printed; without that print in the history it was."""
    prints = (n for n, entry in enumerate(history) if entry.verb == "print")
    first = next((n for n in prints if printed_at is not None and history[n].at >= printed_at), None)
    if first is None:
        return True
    return any(entry.verb not in NO_FACT for entry in history[first:])


def missing_words(matter: Matter) -> str:
    """Which required items of the dossier have no paper yet, in words."""
    made = {ref.key for ref in press.keys_for(matter)}
    missing = [item.title for item in _required(matter) if item.forms and not made & set(item.forms)]
    return f"入卷还缺：{'、'.join(missing)}" if missing else ""


def by_hand_words(matter: Matter) -> str:
    """Which required items are put into the dossier by hand; attached copies are in it already."""
    kept = {piece.kind for piece in matter.file.attachments}
    items = [item.title for item in _required(matter) if not item.forms and not kept & set(item.copies)]
    return f"另需手工放入：{'、'.join(items)}" if items else ""


def _required(matter: Matter) -> list[DossierItem]:
    outcome = matter.file.ending.outcome
    if outcome == "refused":  # a case that was never taken on has no dossier to complete
        return []
    items = dossier_items(matter.settings, all_tracks()[matter.file.case.track])
    settled = outcome not in ("failed", "terminated")
    return [item for item in items if item.required and (settled or "agreement" not in item.forms)]
