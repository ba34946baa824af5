"""Where a case stands and what comes next, worked out from what is on record."""

from dataclasses import dataclass

from mediator.domain.agreement import missing_hands
from mediator.domain.casefile import CaseFile


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage a case is in and the key of its next step (the page has the words)."""

    stage: str  # accepted | mediating | agreed | performing | followed | archived | closed
    next_step: str  # hold | agree | fail | sign | perform | visit | archive | none


def standing(file: CaseFile) -> Standing:
    """The stage of a case and its next step."""
    if file.is_archived:
        return Standing("archived", "none")
    if file.ending.outcome in ("failed", "terminated", "refused"):
        return Standing("closed", "archive")
    if file.agreement is None:
        return _before_agreement(file)
    return _after_agreement(file)


def _before_agreement(file: CaseFile) -> Standing:
    if not file.hearings:
        return Standing("accepted", "hold")
    agreed = file.hearings[-1].result == "agreed"
    failed = file.hearings[-1].result == "failed"
    return Standing("mediating", "agree" if agreed else "fail" if failed else "hold")


def _after_agreement(file: CaseFile) -> Standing:
    agreement = file.agreement
    assert agreement is not None
    places = tuple(party.id for party in file.parties)
    told = agreement.duties or agreement.clauses  # a ledger's agreement was signed before it came here
    if told and missing_hands(agreement, places):
        return Standing("agreed", "sign")
    if file.performance not in ("done", ""):
        return Standing("performing", "perform")
    if not file.visits:
        return Standing("performing", "visit")
    return Standing("followed", "archive")
