"""Cases as a ledger knows them, read in bulk: a handful of statements however many cases there are."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, select

from mediator.codes import code_list
from mediator.domain.agreement import Agreement, Signing, performance_state, total_fen
from mediator.domain.duty import Duty, Performance
from mediator.domain.ledger_case import LedgerCase
from mediator.storage.bulk import uncollected
from mediator.storage.rows import table_of
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow, DutyRow, PerformanceRow
from mediator.storage.tables.case import CaseRow, DisputeRow, PreventionRow
from mediator.storage.tables.hearing import VisitRow
from mediator.storage.tables.office import CommitteeRow
from mediator.storage.tables.party import CasePartyRow, PartyRow

Ids = Select[tuple[int]]
Many = defaultdict[int, list[Any]]

CASE, DISPUTE, COMMITTEE = table_of(CaseRow), table_of(DisputeRow), table_of(CommitteeRow)
PLACE, PARTY = table_of(CasePartyRow), table_of(PartyRow)
PREVENTION, VISIT = table_of(PreventionRow), table_of(VisitRow)
AGREEMENT, DUTY, DONE = table_of(AgreementRow), table_of(DutyRow), table_of(PerformanceRow)
ROLES: Final = {code.key: place for place, code in enumerate(code_list("party_role").rows)}
ONCE: Final = 5000  # numbers asked for in one statement
SAME: Final = (  # columns of the case that a ledger calls by the same name
    *(
        "code",
        "track",
        "accepted_on",
        "room",
        "registrar",
        "mediator",
        "difficulty",
        "death",
        "subsidy_class",
    ),
    *("attribute", "special_group", "migrant_workers", "transformed", "outcome", "concluded_on"),
    *("confirmation", "confirmed_on"),
)
REST: Final = ("agreement_number", "amount_fen", "performance", "form", "satisfaction")  # see CaseRow


@dataclass(frozen=True, slots=True)
class _Joined:
    """What other tables know of the chosen cases, by case id."""

    parties: Many
    preventions: Many
    agreements: dict[int, dict[str, Any]]
    visits: dict[int, Row[Any]]


def ledger_cases(
    work: Work, first: date | None = None, last: date | None = None, codes: Collection[str] | None = None
) -> list[LedgerCase]:
    """The cases accepted from `first` to `last` (both included), in order of acceptance.

    With `codes`, only the cases of these 案件编码.
    """
    span: list[ColumnElement[bool]] = [CASE.c.removed_on.is_(None)]
    if first is not None:
        span.append(CASE.c.accepted_on >= first)
    if last is not None:
        span.append(CASE.c.accepted_on <= last)
    if codes is None:
        return _load(work, span)
    wanted = iter(sorted(codes))
    chunks = iter(lambda: list(islice(wanted, ONCE)), [])
    return [case for chunk in chunks for case in _load(work, [*span, CASE.c.code.in_(chunk)])]


def known_marks(work: Work) -> set[str]:
    """The marks of all rows that once came without a 案件编码."""
    query = select(CASE.c.ledger_mark).where(CASE.c.ledger_mark.is_not(None))
    return set(work.session.connection().execute(query).scalars())


def known_codes(work: Work) -> set[str]:
    """Every 案件编码 of the office."""
    return set(work.session.connection().execute(select(CASE.c.code)).scalars())


def dossier_numbers(work: Work) -> set[str]:
    """Every 卷号 of the office, for it names a case as its 案件编码 does."""
    query = select(CASE.c.dossier_number).where(CASE.c.dossier_number.is_not(None))
    return set(work.session.connection().execute(query).scalars())


def _load(work: Work, chosen: list[ColumnElement[bool]]) -> list[LedgerCase]:
    ids: Ids = select(CASE.c.id).where(*chosen)
    joined = _Joined(_parties(work, ids), _preventions(work, ids), _agreements(work, ids), _visits(work, ids))
    query = (
        select(
            *(CASE.c[name] for name in SAME),
            *(
                CASE.c.id.label("case_id"),
                CASE.c.source,
                CASE.c.assistants,
                CASE.c.ledger_mark,
                CASE.c.ledger_rest,
            ),
            *(COMMITTEE.c.name.label("committee"), COMMITTEE.c.kind.label("committee_kind")),
            *(
                DISPUTE.c.code.label("dispute_code"),
                DISPUTE.c.type_written,
                DISPUTE.c.area,
                DISPUTE.c.found_on,
            ),
            *(DISPUTE.c.people_count, DISPUTE.c.summary),
        )
        .join_from(CASE, DISPUTE, CASE.c.dispute_id == DISPUTE.c.id)
        .join(COMMITTEE, CASE.c.committee_id == COMMITTEE.c.id)
        .where(*chosen)
        .order_by(CASE.c.accepted_on, CASE.c.id)
    )
    sources = {code.key: str(code.extra["ledger"]) for code in code_list("intake_source").rows}
    with uncollected():
        return [_case(row._mapping, joined, sources) for row in _rows(work, query)]


def _case(row: Any, joined: _Joined, sources: dict[str, str]) -> LedgerCase:
    values = dict(row)
    case_id, rest = values["case_id"], values.pop("ledger_rest")
    values["source"] = sources.get(values["source"], "other-department")
    values["assistants"] = tuple(values["assistants"])
    values["mark"] = values.pop("ledger_mark") or ""
    values |= joined.agreements.get(case_id) or {name: rest[name] for name in REST if name in rest}
    visit = joined.visits.get(case_id)
    if visit is not None:
        values |= {"visited_on": visit.on, "satisfaction": visit.satisfaction}
    elif "satisfaction" in rest:
        values["satisfaction"] = rest["satisfaction"]
    sides = sorted(joined.parties[case_id], key=lambda party: ROLES.get(party[0], len(ROLES)))
    return LedgerCase(**values, parties=tuple(sides), preventions=tuple(joined.preventions[case_id]))


def _rows(work: Work, query: Select[Any]) -> Iterator[Row[Any]]:
    yield from work.session.connection().execute(query)


def _parties(work: Work, ids: Ids) -> Many:
    query = (
        select(PLACE.c.case_id, PLACE.c.role, PARTY.c.name)
        .join_from(PLACE, PARTY, PLACE.c.party_id == PARTY.c.id)
        .where(PLACE.c.case_id.in_(ids), ~PLACE.c.removed)
        .order_by(PLACE.c.position, PLACE.c.id)
    )
    found: Many = defaultdict(list)
    for row in _rows(work, query):
        found[row.case_id].append((row.role, row.name))
    return found


def _preventions(work: Work, ids: Ids) -> Many:
    query = select(PREVENTION).where(PREVENTION.c.case_id.in_(ids)).order_by(PREVENTION.c.id)
    found: Many = defaultdict(list)
    for row in _rows(work, query):
        found[row.case_id].append((row.kind, row.people))
    return found


def _visits(work: Work, ids: Ids) -> dict[int, Row[Any]]:
    """The last visit of each case."""
    query = (
        select(VISIT.c.case_id, VISIT.c.on, VISIT.c.satisfaction)
        .where(VISIT.c.case_id.in_(ids), ~VISIT.c.removed)
        .order_by(VISIT.c.on, VISIT.c.id)
    )
    return {row.case_id: row for row in _rows(work, query)}


def _agreements(work: Work, ids: Ids) -> dict[int, dict[str, Any]]:
    query = select(AGREEMENT).where(AGREEMENT.c.case_id.in_(ids), ~AGREEMENT.c.removed)
    duties = _duties(work, ids)
    return {row.case_id: _told(row, tuple(duties[row.id])) for row in _rows(work, query)}


def _told(row: Row[Any], duties: tuple[Duty, ...]) -> dict[str, Any]:
    """What a ledger tells of an agreement, by the rules of the domain."""
    agreement = Agreement.model_construct(
        id=row.id,
        agreed_on=row.agreed_on,
        duties=duties,
        signing=Signing.model_construct(),
        stated_fen=row.stated_fen,
        stated_performance=row.stated_performance,
    )
    return {
        "agreement_number": row.number,
        "form": row.form,
        "amount_fen": total_fen(agreement),
        "performance": performance_state(agreement),
    }


def _duties(work: Work, ids: Ids) -> Many:
    query = (
        select(
            *(DUTY.c.id, DUTY.c.agreement_id, DUTY.c.kind, DUTY.c.amount_fen),
            *(DUTY.c.supplement_id, DUTY.c.ended_by),
        )
        .join_from(DUTY, AGREEMENT, DUTY.c.agreement_id == AGREEMENT.c.id)
        .where(AGREEMENT.c.case_id.in_(ids), ~DUTY.c.removed)
    )
    done = _performances(work, ids)
    found: Many = defaultdict(list)
    for row in _rows(work, query):
        duty = Duty.model_construct(
            id=row.id,
            ordinal=0,
            kind=row.kind,
            debtors=(),
            amount_fen=row.amount_fen,
            supplement_id=row.supplement_id,
            ended_by=row.ended_by,
            in_force=row.ended_by is None,
            performed=tuple(done[row.id]),
        )
        found[row.agreement_id].append(duty)
    return found


def _performances(work: Work, ids: Ids) -> Many:
    query = (
        select(DONE.c.id, DONE.c.duty_id, DONE.c.on, DONE.c.amount_fen, DONE.c.complete)
        .join_from(DONE, DUTY, DONE.c.duty_id == DUTY.c.id)
        .join(AGREEMENT, DUTY.c.agreement_id == AGREEMENT.c.id)
        .where(AGREEMENT.c.case_id.in_(ids), ~DONE.c.removed)
    )
    found: Many = defaultdict(list)
    for row in _rows(work, query):
        found[row.duty_id].append(Performance.model_construct(**row._mapping))
    return found
