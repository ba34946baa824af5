"""Whose signature or seal is missing, and which papers nobody has marked as signed."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.matter import Matter
from mediator.documents.order import bound_drafts
from mediator.domain.agreement import Signing, missing_hands
from mediator.domain.casefile import CaseFile
from mediator.domain.finding import Finding

UNSIGNED: Final = ("cover", "contents", "back-cover", "dossier-note")  # papers of the dossier itself


def hand_findings(matter: Matter) -> Iterator[Finding]:
    """Papers not signed, hands and seal missing under an agreement, consents that are not complete."""
    yield from _papers(matter)
    yield from _agreement(matter.file)
    for extension in matter.file.extensions:
        for party in matter.file.parties:
            if party.id not in extension.agreed_by:
                values = {"name": party.name, "number": extension.ordinal}
                yield Finding("consent-missing", "extension", "agreed_by", values, extension.id)
    for one in matter.file.replacements:
        if not one.decided_by.strip():
            values = {"name": one.leaving}
            yield Finding("decision-without-name", "replacement", "decided_by", values, one.id)


def _papers(matter: Matter) -> Iterator[Finding]:
    signed = {(mark.key, mark.subject_id) for mark in matter.file.papers if mark.signed_on}
    scans = {(one.paper_key, one.paper_subject) for one in matter.file.attachments if one.kind == "scan"}
    for draft in bound_drafts(matter):
        if draft.form.key in UNSIGNED:
            continue
        slot = (draft.form.key, draft.subject.id if draft.subject else None)
        values = {"title": draft.title}
        if slot not in signed:
            yield Finding("paper-unsigned", "papers", values=values, subject_id=slot[1])
        elif slot not in scans:
            yield Finding("scan-missing", "papers", values=values, subject_id=slot[1])


def _agreement(file: CaseFile) -> Iterator[Finding]:
    agreement, places = file.agreement, tuple(party.id for party in file.parties)
    if agreement is None:
        return
    for hand in missing_hands(agreement, places):
        yield Finding(
            "hand-missing", "agreement", "signing", {"who": _who(file, hand), "paper": "调解协议书"}
        )
    if agreement.form == "written" and agreement.signing.recorder_on is None and agreement.recorder:
        values = {"who": f"记录人{agreement.recorder}", "paper": "调解协议书"}
        yield Finding("hand-missing", "agreement", "signing", values)
    for supplement in file.supplements:
        signing: Signing = supplement.signing
        later = agreement.model_copy(update={"form": "written", "signing": signing})
        for hand in missing_hands(later, places):
            values = {"who": _who(file, hand), "paper": f"补充协议书（{supplement.ordinal}）"}
            yield Finding("hand-missing", "supplement", "signing", values, supplement.id)


def _who(file: CaseFile, hand: int | str) -> str:
    if isinstance(hand, int):
        party = file.party(hand)
        return party.name if party else ""
    return {"mediator": "人民调解员", "seal": "人民调解委员会印章"}[hand]
