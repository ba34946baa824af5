"""Which papers and copies a dossier must have and lacks, and which papers say nothing."""

from collections.abc import Iterator

from mediator.documents.matter import Matter
from mediator.documents.order import drafts_of, forms
from mediator.documents.payments import payments
from mediator.domain.casefile import CaseFile
from mediator.domain.finding import Finding
from mediator.domain.office import dossier_items
from mediator.domain.track import DossierItem, all_tracks


def item_findings(matter: Matter) -> Iterator[Finding]:
    """Required items without a paper, copies that were not taken, records without a word in them."""
    for item in dossier_items(matter.settings, all_tracks()[matter.file.case.track]):
        if item.required and _is_missing(item, matter):
            yield Finding("item-missing", "papers", values={"title": item.title})
    yield from _copies(matter.file)
    yield from _empty_records(matter.file)
    yield from _intake(matter.file)
    yield from _archive(matter)


def _is_missing(item: DossierItem, matter: Matter) -> bool:
    if not item.forms or not _is_due(item, matter.file):
        return False  # copies are asked for one by one below
    known = [forms()[key] for key in item.forms if key in forms()]
    return not any(
        form.bound(matter, draft.subject) for form in known for draft in drafts_of(form, matter)
    ) and not any(one.kind in item.copies for one in matter.file.attachments)


def _is_due(item: DossierItem, file: CaseFile) -> bool:
    """An agreement is not asked of a case that ended without one, nor a back cover before the ending."""
    if not file.ending.outcome:
        return False
    return file.ending.outcome == "success" or "agreement" not in item.forms


def _copies(file: CaseFile) -> Iterator[Finding]:
    given = {one.party for one in file.attachments if one.kind == "identity"}
    whole = None in given  # a copy that names nobody may hold everybody
    for party in file.parties:
        if party.id not in given and not whole:
            yield Finding("identity-copy-missing", "materials", values={"name": party.name})
    mandates = {one.party for one in file.attachments if one.kind == "mandate"}
    sealed = {mark.subject_id for mark in file.papers if mark.key == "mandate" and mark.signed_on}
    for party in file.parties:
        for agent in (agent for agent in party.agents if agent.kind == "agent"):
            if agent.id not in sealed and party.id not in mandates:
                values = {"name": party.name, "agent": agent.name}
                yield Finding("mandate-missing", "materials", values=values)
    if file.confirmation.state in ("valid", "invalid") and not _has(file, "confirmation"):
        yield Finding("ruling-missing", "materials")
    receipts = {mark.subject_id for mark in file.papers if mark.key == "receipt" and mark.signed_on}
    unproved = [one for one in payments(file) if one.id not in receipts]
    if unproved and not _has(file, "voucher"):
        yield Finding("voucher-missing", "materials", values={"count": len(unproved)})
    for piece in file.attachments:
        if piece.kind == "evidence" and not piece.has_file and piece.form != "thing":
            yield Finding("evidence-without-copy", "materials", values={"title": piece.title})


def _has(file: CaseFile, kind: str) -> bool:
    return any(one.kind == kind for one in file.attachments)


def _empty_records(file: CaseFile) -> Iterator[Finding]:
    for hearing in file.hearings:
        if not hearing.text.strip():
            yield Finding("hearing-empty", "hearings", "text", {"number": hearing.ordinal}, hearing.id)
        if not hearing.place.strip():
            yield Finding("hearing-nowhere", "hearings", "place", {"number": hearing.ordinal}, hearing.id)
        if not hearing.recorder.strip():
            values = {"number": hearing.ordinal}
            yield Finding("hearing-without-recorder", "hearings", "recorder", values, hearing.id)
    for inquiry in file.inquiries:
        if not inquiry.text.strip() or not inquiry.asked.strip():
            yield Finding("inquiry-empty", "inquiry", "text", {"number": inquiry.ordinal}, inquiry.id)
    for visit in file.visits:
        if not visit.situation.strip():
            yield Finding("visit-empty", "visits", "situation", {"number": visit.ordinal}, visit.id)
    if file.hearings and not any(hearing.rights_told for hearing in file.hearings):
        yield Finding("rights-not-told", "hearings", "rights_told")


def _intake(file: CaseFile) -> Iterator[Finding]:
    if not file.dispute.summary.strip():
        yield Finding("summary-missing", "intake", "summary")
    if file.case.start_way == "application" and not file.case.claims.strip():
        yield Finding("claims-missing", "intake", "claims")
    if not file.case.registrar.strip():
        yield Finding("registrar-missing", "intake", "registrar")
    if not file.dossier_number:
        yield Finding("dossier-number-missing", "archive")


def _archive(matter: Matter) -> Iterator[Finding]:
    file = matter.file
    if file.is_archived and not file.archived.by.strip():
        yield Finding("filer-missing", "archive", "archived_by")
    if file.is_archived and not file.archived.retention:
        yield Finding("retention-missing", "archive", "retention")
