"""Every case as the returns count it."""

from sqlalchemy import func
from sqlmodel import col, select

from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import type_key
from mediator.domain.ledger_case import LedgerCase
from mediator.storage.ledger import ledger_cases
from mediator.storage.store import Work
from mediator.storage.tables.party import CasePartyRow, PartyRow


def case_counts(work: Work) -> tuple[CaseCount, ...]:
    """All cases of the office as flat facts."""
    keys: dict[str, str] = {}
    more = _members(work)
    return tuple(_count(case, keys, more.get(case.case_id or 0, 0)) for case in ledger_cases(work))


def _members(work: Work) -> dict[int, int]:
    """By case, how many people its households and groups are beyond the one that each counts as a party.

    The provincial party table tells 本方当事人数量 of each party, and the return counts 当事人 as people.
    """
    many = col(PartyRow.kind).in_(("household", "group")) & (col(PartyRow.members) > 1)
    query = (
        select(CasePartyRow.case_id, func.sum(col(PartyRow.members) - 1))
        .join(PartyRow)
        .where(many, ~col(CasePartyRow.removed))
        .group_by(col(CasePartyRow.case_id))
    )
    return {case_id: int(more or 0) for case_id, more in work.session.exec(query).all()}


def _count(case: LedgerCase, keys: dict[str, str], more: int) -> CaseCount:
    if case.type_written not in keys:
        keys[case.type_written] = type_key(case.type_written) or "other"
    return CaseCount(
        case_id=case.case_id,
        code=case.code,
        dispute_code=case.dispute_code,
        track=case.track,
        committee=case.committee,
        committee_kind=case.committee_kind,
        accepted_on=case.accepted_on,
        found_on=min(case.found_on or case.accepted_on, case.accepted_on),
        concluded_on=case.concluded_on,
        source=case.source,
        type_written=case.type_written,
        type_key=keys[case.type_written],
        difficulty=case.difficulty,
        outcome=case.outcome,
        form=case.form,
        amount_fen=case.amount_fen,
        performance=case.performance,
        confirmation=case.confirmation,
        party_count=len(case.parties) + more,
        people_count=case.people_count,
        prevented=case.preventions,
        visited=case.visited_on is not None,
        satisfaction=case.satisfaction,
    )
