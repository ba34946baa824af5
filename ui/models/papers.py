"""The papers of a case as lines of a list: the title, what became of the paper, what is missing."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.press import PaperRef
from mediator.domain.casefile import PaperMark
from mediator.domain.office import dossier_items
from mediator.domain.track import DossierItem, all_tracks
from ui.models.rows import Column
from ui.tokens import Tone

Slot = tuple[str, int | None]  # form key and the hearing or visit the paper is about
PREFIX = "人民调解"
_COUNTED = re.compile(r"(.+记录)（(第\d+次)）")


@dataclass(frozen=True)
class PaperLine:
    """One line of the list; `stale` when the case now says something else than the printed bytes."""

    ref: PaperRef
    mark: PaperMark | None
    stale: bool = False

    @property
    def slot(self) -> Slot:
        """What the mark of this paper is filed under."""
        return self.ref.key, self.ref.subject_id

    @property
    def status(self) -> str:
        """The state of the paper in words."""
        if self.mark is not None and self.mark.signed_on is not None:
            return "已签，有改动" if self.stale else f"已签 {self.mark.signed_on:%m-%d}"
        if self.mark is not None and self.mark.printed_at is not None:
            return "已打印，有改动" if self.stale else f"已打印 {self.mark.printed_at.astimezone():%m-%d}"
        return "未打印" if self.ref.bound else "按需打印"

    @property
    def tone(self) -> Tone:
        """The state of the paper in a tone."""
        if self.stale:
            return Tone.ATTENTION
        if self.mark is None or (self.mark.signed_on is None and self.mark.printed_at is None):
            return Tone.QUIET
        return Tone.GOOD if self.mark.signed_on else Tone.ACCENT

    @property
    def short_title(self) -> str:
        """The title without the words that all papers begin with; which record it is comes first."""
        short = self.ref.title.removeprefix(PREFIX)
        short = f"调解{short}" if short.startswith("记录") else short
        return _COUNTED.sub(r"\2\1", short)

    @property
    def tip(self) -> str:
        """The whole title, and what a change after printing means."""
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
    slots = [((ref.key, ref.subject_id), ref) for ref in press.keys_for(matter)]
    return [PaperLine(ref, marks.get(slot), slot in stale) for slot, ref in slots]


def stale_papers(matter: Matter) -> frozenset[Slot]:
    """Papers whose printed bytes are no longer what the case says."""
    there = {(ref.key, ref.subject_id) for ref in press.keys_for(matter)}
    marks = [mark for mark in matter.file.papers if mark.sha256 and (mark.key, mark.subject_id) in there]
    return frozenset((mark.key, mark.subject_id) for mark in marks if _changed(matter, mark))


def _changed(matter: Matter, mark: PaperMark) -> bool:
    """Whether a paper reads otherwise now.

    That its own day of signing is known is no change of the case, nor are words that the office chose since.
    """
    others = tuple(one for one in matter.file.papers if one != mark)
    unsigned = replace(matter, file=matter.file.model_copy(update={"papers": others}))
    as_it_comes = matter.settings.model_copy(update={"wordings": {}})
    worded = (matter.settings, as_it_comes) if matter.settings.wordings else (matter.settings,)
    ways = (replace(one, settings=settings) for settings in worded for one in (matter, unsigned))
    made = (press.paper(one, mark.key, mark.subject_id) for one in ways)
    return all(sha256(data).hexdigest() != mark.sha256 for data in made)


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
