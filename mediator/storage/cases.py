"""Disputes and cases: add, find, load, correct."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col, delete, select

from mediator.domain.case import Archived, CaseFacts, Confirmation, Ending, Prevention
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Removed, Undisputed
from mediator.domain.dispute import DisputeFacts
from mediator.domain.errors import NotFound
from mediator.domain.supplement import with_force
from mediator.storage import agreements, decisions, papers, parties, procedure, search, series
from mediator.storage.rows import added, columns, facts_of, get, get_many, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow, DisputeRow, PreventionRow
from mediator.storage.tables.office import CommitteeRow

AT_ONCE = 500  # cases that are read by one set of statements
FULL_WIDTH = str.maketrans("()", "（）")
HALF_WIDTH = str.maketrans("（）", "()")


def add(
    work: Work, code: str, dispute: DisputeFacts, case: CaseFacts, committee_id: int, dossier: str | None
) -> int:
    """Add a dispute with its first case; the case's id. The dispute takes the case's code for life."""
    found = added(work, DisputeRow(code=code, **columns(dispute)))
    row = CaseRow(
        dispute_id=found.id or 0,
        committee_id=committee_id,
        code=code,
        dossier_number=dossier,
        **columns(case),
    )
    return added(work, row).id or 0


def find_id(work: Work, number: str) -> int:
    """The id of a case by 案件编码 or 卷号; NotFound('case-unknown')."""
    wanted = number.strip()
    # The number is printed with full-width brackets; a keyboard without an input method has no such.
    for written in (wanted, wanted.translate(FULL_WIDTH), wanted.translate(HALF_WIDTH)):
        found = work.session.exec(select(CaseRow.id).where(_is_numbered(written))).first()
        if found is not None:
            return found
    raise NotFound("case-unknown", number=wanted)


def _is_numbered(wanted: str) -> ColumnElement[bool]:
    return (col(CaseRow.code) == wanted) | (col(CaseRow.dossier_number) == wanted)


def load(work: Work, case_id: int) -> CaseFile:
    """The whole case in one picture."""
    return load_many(work, (case_id,))[0]


def load_all(work: Work, case_ids: Sequence[int]) -> Iterator[CaseFile]:
    """The same picture of as many cases as there are, in this order, some hundreds at once."""
    for start in range(0, len(case_ids), AT_ONCE):
        yield from load_many(work, case_ids[start : start + AT_ONCE])


def load_many(work: Work, case_ids: Sequence[int]) -> list[CaseFile]:
    """The same picture of many cases, in this order, for the price of a few statements.

    What is wrong with one of them is raised for all; at most some hundreds fit in one statement.
    """
    rows = get_many(work, CaseRow, case_ids)
    disputes = get_many(work, DisputeRow, [row.dispute_id for row in rows])
    committees = get_many(work, CommitteeRow, [row.committee_id for row in rows])
    agreement = agreements.of_cases(work, case_ids)
    records = _records(work, case_ids)
    joined = series.of_rows(work, rows)
    previous = _previous(work, rows)
    return [
        _file(
            *record,
            records={name: found.get(case_id, ()) for name, found in records.items()},
            agreement=agreement.get(case_id),
            series=joined.get(record[0].series_id or 0),
            previous_code=previous.get(record[0].previous_id or 0, ""),
        )
        for case_id, record in zip(case_ids, zip(rows, disputes, committees, strict=True), strict=True)
    ]


def _file(
    row: CaseRow, dispute: DisputeRow, committee: CommitteeRow, records: dict[str, Any], **more: Any
) -> CaseFile:
    agreement, places = more.pop("agreement"), tuple(party.id for party in records["parties"])
    return CaseFile(
        id=row.id or 0,
        code=row.code,
        dispute_id=row.dispute_id,
        dispute_code=dispute.code,
        dossier_number=row.dossier_number or "",
        committee=committee.name,
        committee_kind=committee.kind,
        dispute=facts_of(DisputeFacts, dispute),
        case=facts_of(CaseFacts, row),
        ending=_ending(row),
        confirmation=Confirmation(state=row.confirmation, on=row.confirmed_on),
        archived=_archived(row),
        undisputed=Undisputed(on=row.undisputed_on, facts=tuple(row.undisputed)),
        previous_id=row.previous_id,
        removed=Removed(on=row.removed_on, by=row.removed_by, reason=row.removed_reason),
        agreement=agreement and with_force(agreement, records["supplements"], places),
        **records,
        **more,
    )


def _ending(row: CaseRow) -> Ending:
    return Ending(
        outcome=row.outcome,
        on=row.concluded_on,
        reason=row.end_reason,
        reason_text=row.end_text,
        told_ways=tuple(row.told_ways),
        transformed=row.transformed,
    )


def _archived(row: CaseRow) -> Archived:
    return Archived(
        on=row.archived_on, by=row.archived_by, retention=row.retention, remark=row.archive_remark
    )


def _records(work: Work, case_ids: Sequence[int]) -> dict[str, Mapping[int, tuple[Any, ...]]]:
    return {
        "parties": parties.of_cases(work, case_ids),
        "preventions": _preventions(work, case_ids),
        "papers": papers.of_cases(work, case_ids),
        "hearings": procedure.HEARINGS.of_cases(work, case_ids),
        "visits": procedure.VISITS.of_cases(work, case_ids),
        "inquiries": procedure.INQUIRIES.of_cases(work, case_ids),
        "caucuses": procedure.CAUCUSES.of_cases(work, case_ids),
        "extensions": procedure.EXTENSIONS.of_cases(work, case_ids),
        "replacements": procedure.REPLACEMENTS.of_cases(work, case_ids),
        "supplements": procedure.SUPPLEMENTS.of_cases(work, case_ids),
        "attachments": procedure.ATTACHMENTS.of_cases(work, case_ids),
        "decisions": decisions.of_cases(work, case_ids),
    }


def _previous(work: Work, rows: Sequence[CaseRow]) -> dict[int, str]:
    wanted = {row.previous_id for row in rows if row.previous_id is not None}
    if not wanted:
        return {}
    query = select(CaseRow.id, CaseRow.code).where(col(CaseRow.id).in_(wanted))
    return {case_id or 0: code for case_id, code in work.session.exec(query).all()}


def save_undisputed(work: Work, case_id: int, undisputed: Undisputed) -> None:
    """Write down the facts nobody disputes."""
    values = {"undisputed_on": undisputed.on, "undisputed": list(undisputed.facts)}
    put(get(work, CaseRow, case_id), values)
    work.session.flush()


def add_to_dispute(
    work: Work,
    dispute: tuple[int, int],
    numbers: tuple[str, str | None],
    case: CaseFacts,
    committee_id: int,
) -> int:
    """Add the next case of `dispute` (its id, the id of the case before); the case's id."""
    row = CaseRow(
        dispute_id=dispute[0],
        previous_id=dispute[1],
        committee_id=committee_id,
        code=numbers[0],
        dossier_number=numbers[1],
        **columns(case),
    )
    return added(work, row).id or 0


def of_dispute(work: Work, dispute_id: int) -> list[int]:
    """Ids of all cases of a dispute in the order they were opened."""
    query = select(CaseRow.id).where(CaseRow.dispute_id == dispute_id).order_by(col(CaseRow.id))
    return [case_id or 0 for case_id in work.session.exec(query).all()]


def _preventions(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[Prevention, ...]]:
    query = select(PreventionRow).where(col(PreventionRow.case_id).in_(case_ids))
    found = grouped(work.session.exec(query.order_by(col(PreventionRow.id))).all(), lambda row: row.case_id)
    return {case_id: tuple(facts_of(Prevention, row) for row in rows) for case_id, rows in found.items()}


def save_intake(work: Work, case_id: int, dispute: DisputeFacts, case: CaseFacts) -> None:
    """Correct what was written at intake."""
    row = get(work, CaseRow, case_id)
    put(row, columns(case))
    put(get(work, DisputeRow, row.dispute_id), columns(dispute))
    work.session.flush()


def save_ending(work: Work, case_id: int, ending: Ending) -> None:
    """Write down how the case ended, or that it is open again."""
    values = {
        "outcome": ending.outcome,
        "concluded_on": ending.on,
        "end_reason": ending.reason,
        "end_text": ending.reason_text,
        "told_ways": list(ending.told_ways),
        "transformed": ending.transformed,
    }
    put(get(work, CaseRow, case_id), values)
    work.session.flush()


def save_confirmation(work: Work, case_id: int, confirmation: Confirmation) -> None:
    """Write down where judicial confirmation stands."""
    put(get(work, CaseRow, case_id), {"confirmation": confirmation.state, "confirmed_on": confirmation.on})
    work.session.flush()


def save_preventions(work: Work, case_id: int, preventions: tuple[Prevention, ...]) -> None:
    """Write down what worse the case prevented."""
    work.session.exec(delete(PreventionRow).where(col(PreventionRow.case_id) == case_id))
    for prevention in preventions:
        work.session.add(PreventionRow(case_id=case_id, **columns(prevention)))
    work.session.flush()


def save_archived(work: Work, case_id: int, archived: Archived, dossier: str | None = None) -> None:
    """Write down the archive's facts."""
    values = {
        "archived_on": archived.on,
        "archived_by": archived.by,
        "retention": archived.retention,
        "archive_remark": archived.remark,
    }
    put(get(work, CaseRow, case_id), values)
    if dossier is not None:
        get(work, CaseRow, case_id).dossier_number = dossier
    work.session.flush()


def last_accepted_on(work: Work) -> date | None:
    """The latest day of acceptance on record: a clock before it is probably wrong."""
    latest = select(func.max(col(CaseRow.accepted_on))).where(col(CaseRow.removed_on).is_(None))
    return work.session.exec(latest).one()


def index_for_search(work: Work, file: CaseFile) -> None:
    """Renew what the search finds of a case, as it stands in this picture of it."""
    search.put(work, file.id, _search_words(file))


def index_anew(work: Work, case_ids: Sequence[int]) -> None:
    """Renew what the search finds of many cases; at most some hundreds at once."""
    search.renew(work, [(file.id, _search_words(file)) for file in load_many(work, case_ids)])


def _search_words(file: CaseFile) -> str:
    dispute = file.dispute
    texts = [file.code, file.dossier_number, dispute.type_written, dispute.place, dispute.summary]
    named = [party.name for party in file.parties]
    for party in file.parties:
        texts += [party.name, party.facts.phone, party.facts.id_number, party.facts.address]
        for agent in party.agents:
            texts += [agent.name, agent.phone, agent.id_number]
            named.append(agent.name)
    if file.agreement is not None:
        texts.append(file.agreement.number)
    return search.words(texts, names=named)
