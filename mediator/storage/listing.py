"""Case lists: a few columns by one statement, sorted by the database."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_
from sqlmodel import col, select

from mediator.domain.browse import CaseFilter, CaseLine, stage_of
from mediator.storage import search
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow, DutyRow
from mediator.storage.tables.case import CaseRow, DisputeRow
from mediator.storage.tables.hearing import HearingRow
from mediator.storage.tables.party import CasePartyRow, PartyRow
from mediator.storage.tables.procedure import ExtensionRow

IN_ONE = 500  # ids in one IN list


def case_lines(work: Work, wanted: CaseFilter) -> list[CaseLine]:
    """The cases a filter lets through, newest first, at most `wanted.limit`."""
    rows = work.session.exec(_narrowed(work, _lines(), wanted).limit(wanted.limit)).all()
    names = _names(work, [row[0] for row in rows])
    sums = _sums(work, [row[0] for row in rows])
    return [_line(row, names, sums) for row in rows]


def count_cases(work: Work, wanted: CaseFilter) -> int:
    """How many cases a filter lets through."""
    query = _narrowed(work, select(func.count(col(CaseRow.id))).join(DisputeRow), wanted).order_by(None)
    return int(work.session.exec(query).one())


def _hearings() -> Any:
    counted = select(func.count(col(HearingRow.id))).where(
        col(HearingRow.case_id) == col(CaseRow.id), ~col(HearingRow.removed)
    )
    return counted.correlate(CaseRow).scalar_subquery()


def _extended_to() -> Any:
    latest = select(func.max(col(ExtensionRow.until_on))).where(
        col(ExtensionRow.case_id) == col(CaseRow.id), ~col(ExtensionRow.removed)
    )
    return latest.correlate(CaseRow).scalar_subquery()


def _lines() -> Any:
    columns = (
        CaseRow.id,
        CaseRow.code,
        CaseRow.dossier_number,
        CaseRow.accepted_on,
        CaseRow.concluded_on,
        DisputeRow.type_written,
        CaseRow.mediator,
        CaseRow.archived_on,
        CaseRow.outcome,
        CaseRow.track,
        _hearings(),
        _extended_to(),
    )
    return select(*columns).join(DisputeRow)  # type: ignore[call-overload]


def _narrowed(work: Work, query: Select[Any], wanted: CaseFilter) -> Any:
    conditions: list[ColumnElement[bool]] = [col(CaseRow.removed_on).is_(None)]
    if wanted.text.strip():
        conditions.append(col(CaseRow.id).in_(search.find(work, wanted.text)))
    if wanted.stages:
        conditions.append(or_(*(_in_stage(stage) for stage in wanted.stages)))
    if wanted.type_written:
        conditions.append(col(DisputeRow.type_written).in_(wanted.type_written))
    if wanted.mediator:
        conditions.append(col(CaseRow.mediator) == wanted.mediator)
    if wanted.first:
        conditions.append(col(CaseRow.accepted_on) >= wanted.first)
    if wanted.last:
        conditions.append(col(CaseRow.accepted_on) <= wanted.last)
    if wanted.codes:
        conditions.append(col(CaseRow.code).in_(wanted.codes))
    return query.where(*conditions).order_by(col(CaseRow.accepted_on).desc(), col(CaseRow.id).desc())


def _in_stage(stage: str) -> ColumnElement[bool]:
    archived, outcome = col(CaseRow.archived_on), col(CaseRow.outcome)
    if stage == "archived":
        return archived.is_not(None)
    if stage in ("accepted", "mediating"):
        heard = _hearings() > 0 if stage == "mediating" else _hearings() == 0
        return and_(archived.is_(None), outcome == "", heard)
    return and_(archived.is_(None), outcome == ("success" if stage == "settled" else stage))


def _names(work: Work, ids: list[int]) -> dict[tuple[int, str], list[str]]:
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    for start in range(0, len(ids), IN_ONE):
        query = (
            select(CasePartyRow.case_id, CasePartyRow.role, PartyRow.name)
            .join(PartyRow)
            .where(col(CasePartyRow.case_id).in_(ids[start : start + IN_ONE]), ~col(CasePartyRow.removed))
            .order_by(col(CasePartyRow.position), col(CasePartyRow.id))
        )
        for case_id, role, name in work.session.exec(query).all():
            names[case_id, role].append(name)
    return names


def _sums(work: Work, ids: list[int]) -> dict[int, int | None]:
    sums: dict[int, int | None] = {}
    for start in range(0, len(ids), IN_ONE):
        query = (
            select(AgreementRow.case_id, AgreementRow.stated_fen, func.sum(col(DutyRow.amount_fen)))
            .join(
                DutyRow,
                and_(
                    col(DutyRow.agreement_id) == col(AgreementRow.id),
                    ~col(DutyRow.removed),
                    col(DutyRow.supplement_id).is_(None),
                ),
                isouter=True,
            )
            .where(col(AgreementRow.case_id).in_(ids[start : start + IN_ONE]), ~col(AgreementRow.removed))
            .group_by(col(AgreementRow.case_id), col(AgreementRow.stated_fen))
        )
        for case_id, stated, total in work.session.exec(query).all():
            sums[case_id] = stated if total is None else total
    return sums


def _line(row: Any, names: dict[tuple[int, str], list[str]], sums: dict[int, int | None]) -> CaseLine:
    case_id, code, dossier, accepted, concluded, kind, mediator, archived, outcome, track = row[:10]
    hearings, extended_to = row[10:]
    return CaseLine(
        id=case_id,
        code=code,
        dossier_number=dossier or "",
        accepted_on=accepted,
        concluded_on=concluded,
        type_written=kind,
        applicants=tuple(names.get((case_id, "applicant"), ())),
        respondents=tuple(names.get((case_id, "respondent"), ())),
        mediator=mediator,
        stage=stage_of(archived is not None, outcome, hearings),
        hearings=hearings,
        amount_fen=sums.get(case_id),
        track=track,
        extended_to=extended_to,
    )
