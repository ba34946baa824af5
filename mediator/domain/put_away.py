"""Records of a case that were put away: what each was, who put it away and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from mediator.domain.casefile import HistoryEntry

DROPPED: Final = {  # kind of record: the act that puts it away, and where a case keeps the kind
    "hearing": ("drop-hearing", "hearings"),
    "inquiry": ("drop-inquiry", "inquiries"),
    "talk": ("drop-talk", "caucuses"),
    "extension": ("drop-extension", "extensions"),
    "replacement": ("drop-replacement", "replacements"),
    "supplement": ("drop-supplement", "supplements"),
    "performance": ("drop-performance", ".performed"),
    "visit": ("drop-visit", "visits"),
    "attachment": ("drop-attachment", "attachments"),
}


@dataclass(frozen=True, slots=True)
class PutAway:
    """A record that was put away; `on` is its own day, `at` and `who` tell the act."""

    kind: str  # a key of DROPPED
    id: int
    on: date | None
    text: str = ""
    at: datetime | None = None
    who: str = ""


def dropping(history: Sequence[HistoryEntry], kind: str, record_id: int) -> HistoryEntry | None:
    """The act that put a record away, the last one where it happened more than once."""
    verb, place = DROPPED[kind]
    mark = f"{place}.{record_id}.id"
    found = (
        entry
        for entry in reversed(history)
        if entry.verb == verb and any(path.endswith(mark) for path in entry.before or {})
    )
    return next(found, None)


def dropped_duties(entry: HistoryEntry) -> list[int]:
    """The duties that went away with a supplementary agreement."""
    kept, gone = entry.after or {}, entry.before or {}
    paths = (path.split(".") for path in gone if path not in kept)
    return [int(path[2]) for path in paths if path[:2] == ["agreement", "duties"] and path[3:] == ["id"]]


def ended_duties(entry: HistoryEntry, supplement_id: int) -> list[int]:
    """The duties that had ended because of a supplementary agreement and ran again without it."""
    paths = (path.split(".") for path, value in (entry.before or {}).items() if value == supplement_id)
    return [
        int(path[2]) for path in paths if path[:2] == ["agreement", "duties"] and path[3:] == ["ended_by"]
    ]
