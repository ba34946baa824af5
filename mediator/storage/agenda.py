"""What is still open in the cases that are not archived."""

from sqlmodel import col, select

from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow, DutyRow
from mediator.storage.tables.case import CaseRow
from mediator.storage.tables.hearing import HearingRow, VisitRow


def cases_with_duties(work: Work) -> list[int]:
    """Ids of the settled cases, not archived, whose agreement tells duties."""
    query = (
        select(AgreementRow.case_id)
        .join(DutyRow, col(DutyRow.agreement_id) == col(AgreementRow.id))
        .join(CaseRow, col(CaseRow.id) == col(AgreementRow.case_id))
        .where(~col(DutyRow.removed), col(CaseRow.archived_on).is_(None), col(CaseRow.removed_on).is_(None))
        .distinct()
    )
    return list(work.session.exec(query).all())


def unvisited(work: Work, case_ids: list[int]) -> set[int]:
    """Which of these cases have had no follow-up visit."""
    query = select(VisitRow.case_id).where(~col(VisitRow.removed)).distinct()
    return set(case_ids) - set(work.session.exec(query).all())


def adjourned(work: Work) -> list[int]:
    """Ids of the open cases with a hearing that was adjourned to a day."""
    query = (
        select(HearingRow.case_id)
        .join(CaseRow, col(CaseRow.id) == col(HearingRow.case_id))
        .where(~col(HearingRow.removed), col(HearingRow.next_on).is_not(None), col(CaseRow.outcome) == "")
        .where(col(CaseRow.archived_on).is_(None), col(CaseRow.removed_on).is_(None))
        .distinct()
    )
    return list(work.session.exec(query).all())
