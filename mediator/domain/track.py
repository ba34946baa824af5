"""A mediation track: its words, ways to start and end, and its papers."""

from dataclasses import dataclass

from mediator import discover
from mediator.domain import tracks

Words = tuple[tuple[str, str], ...]  # (key, word) rows in the order shown


@dataclass(frozen=True, slots=True)
class Reason:
    """A coded reason with the rule it rests on; `advice` tells the parties where to go."""

    key: str
    word: str
    source: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One track; everything that differs between tracks stands in its file."""

    key: str
    word: str
    stages: Words
    start_ways: Words
    refusal_reasons: tuple[Reason, ...]
    closing_reasons: tuple[Reason, ...]
    dossier_lists: dict[str, tuple["DossierItem", ...]]

    def reason(self, key: str) -> Reason | None:
        """A reason by its key, of refusal or of closing; None for a key the track does not know."""
        both = self.refusal_reasons + self.closing_reasons
        return next((reason for reason in both if reason.key == key), None)


@dataclass(frozen=True, slots=True)
class DossierItem:
    """One line of a 卷内目录: a title, whether it is required, and the papers and copies that fill it."""

    title: str
    required: bool
    forms: tuple[str, ...] = ()  # form keys; empty = papers kept by hand (copies, vouchers)
    copies: tuple[str, ...] = ()  # codes/attachment_kind: what is bound behind those papers


def all_tracks() -> dict[str, Track]:
    """Every track by its key."""
    return discover.declared(tracks, "TRACK", Track)
