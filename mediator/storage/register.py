"""The register: who somebody is across the cases, found by name, initials, phone or number."""

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from mediator.domain.party import PartyFacts
from mediator.domain.pinyin import begins_as
from mediator.domain.register import CaseBrief, EarlierCase, KnownPerson, PersonMerge
from mediator.storage import parties, search
from mediator.storage.rows import added, facts_of, get, get_many, grouped, table_of
from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow, DisputeRow
from mediator.storage.tables.party import CasePartyRow, PartyRow, PersonMergeRow, PersonRow

LEAST: Final = 2  # signs before anybody is looked for
PART_FROM: Final = 4  # digits from which the middle of a number counts too
IN_ONE: Final = 500  # ids in one IN list
LETTER_CASES: Final = 200  # cases in which initials are looked up


def find(work: Work, text: str, most: int) -> list[int]:
    """Ids of the people a text may mean, the last met first: name, initials, a part of phone or number."""
    typed = text.strip()
    if len(typed) < LEAST:
        return []
    return _latest(work, _meant(work, typed), most)


def everybody(work: Work, most: int) -> list[int]:
    """Ids of the people met last."""
    return _latest(work, col(PartyRow.person_id).is_not(None), most)


def how_many(work: Work) -> int:
    """How many people stand in a case that is not in the bin."""
    query = _met(select(func.count(func.distinct(col(PartyRow.person_id)))))
    return int(work.session.exec(query).one())


def people(work: Work, ids: Sequence[int]) -> list[KnownPerson]:
    """People with all their cases, in this order; whoever has none left is left out."""
    found: dict[int, KnownPerson] = {}
    for start in range(0, len(ids), IN_ONE):
        found |= _people(work, ids[start : start + IN_ONE])
    return [found[person_id] for person_id in ids if person_id in found]


def shared(work: Work, *same: str) -> list[tuple[int, int]]:
    """Pairs of people whose descriptions agree in all of these columns, none of them empty.

    Of many who are alike each comes with the next one only: a firm in a thousand cases is no million pairs.
    """
    table = table_of(PartyRow)
    told = and_(*(func.coalesce(table.c[name], "") != "" for name in same))
    columns = [table.c[name] for name in ("person_id", *same)]
    alike = select_columns(*columns).where(told, _is_met(table.c.id)).distinct().subquery()
    before = func.lag(alike.c.person_id).over(
        partition_by=[alike.c[name] for name in same], order_by=alike.c.person_id
    )
    pairs = select_columns(before.label("one"), alike.c.person_id).subquery()
    query = select_columns(pairs.c.one, pairs.c.person_id).where(pairs.c.one.is_not(None)).distinct()
    return [(one, other) for one, other in work.session.execute(query).all()]


def cases_since(
    work: Work, *, names: set[str], numbers: set[str], people_ids: set[int], since: date
) -> list[CaseBrief]:
    """The cases, open or taken since a day, that name two of these or surely one person; the newest first."""
    surely = or_(col(PartyRow.id_number).in_(numbers), col(PartyRow.person_id).in_(people_ids))
    meant = or_(col(PartyRow.name).in_(names), surely)
    person = and_(col(PartyRow.kind) == "person", surely)
    recent = or_(col(CaseRow.accepted_on) >= since, col(CaseRow.outcome) == "")
    counted = _met(select(col(CaseRow.id))).where(meant, recent).group_by(col(CaseRow.id))
    enough = counted.having(or_(func.count() > 1, func.max(case((person, 1), else_=0)) > 0))
    newest = enough.order_by(col(CaseRow.id).desc()).limit(IN_ONE)
    ids = [int(one) for one in work.session.exec(newest).all()]
    rows = get_many(work, CaseRow, ids)
    disputes = get_many(work, DisputeRow, [row.dispute_id for row in rows])
    parties_of = parties.of_cases(work, ids)
    return [
        facts_of(CaseBrief, row, type_written=dispute.type_written, parties=parties_of.get(row.id or 0, ()))
        for row, dispute in zip(rows, disputes, strict=True)
    ]


def move(work: Work, party_ids: Sequence[int], person_id: int) -> None:
    """Say of descriptions whose they are; the descriptions themselves stay."""
    for party_id in party_ids:
        get(work, PartyRow, party_id).person_id = person_id
    work.session.flush()


def described(work: Work, person_id: int) -> tuple[int, ...]:
    """Ids of all descriptions of somebody, those of removed places and cases too."""
    query = select(PartyRow.id).where(PartyRow.person_id == person_id).order_by(col(PartyRow.id))
    return tuple(party_id or 0 for party_id in work.session.exec(query).all())


def somebody_new(work: Work) -> int:
    """One more of the register."""
    return added(work, PersonRow()).id or 0


def add_merge(work: Work, merge: PersonMerge) -> int:
    """Keep a merge; its id."""
    values = merge.model_dump(exclude={"id"}) | {"party_ids": list(merge.party_ids)}
    return added(work, PersonMergeRow(**values | {"at": merge.at.astimezone(UTC)})).id or 0


def merge_of(work: Work, merge_id: int) -> PersonMerge:
    """A merge on record; NotFound('record-gone')."""
    return facts_of(PersonMerge, get(work, PersonMergeRow, merge_id))


def merges(work: Work) -> list[PersonMerge]:
    """All merges, undone ones too, the last one first."""
    query = select(PersonMergeRow).order_by(col(PersonMergeRow.id).desc())
    return [facts_of(PersonMerge, row) for row in work.session.exec(query).all()]


def undo(work: Work, merge_id: int) -> None:
    """Mark a merge as taken back."""
    get(work, PersonMergeRow, merge_id).undone = True
    work.session.flush()


def _meant(work: Work, typed: str) -> ColumnElement[bool]:
    name, phone, number = col(PartyRow.name), col(PartyRow.phone), col(PartyRow.id_number)
    meant = [name.contains(typed, autoescape=True)]
    if typed[:-1].replace("-", "").isdigit():  # the last sign of a number may be an X
        upper = typed.upper()
        meant += [phone.endswith(typed, autoescape=True), number.endswith(upper, autoescape=True)]
        if len(typed) >= PART_FROM:
            meant += [phone.contains(typed, autoescape=True), number.contains(upper, autoescape=True)]
    elif typed.isascii() and typed.isalnum():
        meant.append(col(PartyRow.id).in_(_by_initials(work, typed)))
    return or_(*meant)


def _by_initials(work: Work, typed: str) -> list[int]:
    """Descriptions whose name is typed like this: the search knows the cases, the reading tells who it is."""
    case_ids = search.find(work, typed)[:LETTER_CASES]
    query = _met(select(PartyRow.id, PartyRow.name)).where(col(CaseRow.id).in_(case_ids))
    return [party_id or 0 for party_id, name in work.session.exec(query).all() if begins_as(typed, name)]


def _latest(work: Work, condition: ColumnElement[bool], most: int) -> list[int]:
    query = _met(select(PartyRow.person_id, func.max(col(PartyRow.id)))).where(condition)
    ordered = query.group_by(col(PartyRow.person_id)).order_by(func.max(col(PartyRow.id)).desc())
    return [person_id for person_id, _ in work.session.exec(ordered.limit(most)).all() if person_id]


def _met(query: Any) -> Any:
    """Only who stands in a case that is not in the bin."""
    return (
        query.select_from(PartyRow)
        .join(CasePartyRow, col(CasePartyRow.party_id) == col(PartyRow.id))
        .join(CaseRow, col(CaseRow.id) == col(CasePartyRow.case_id))
        .where(~col(CasePartyRow.removed), col(CaseRow.removed_on).is_(None))
    )


def _is_met(party_id: ColumnElement[int]) -> ColumnElement[bool]:
    met = (
        select(CasePartyRow.party_id)
        .join(CaseRow, col(CaseRow.id) == col(CasePartyRow.case_id))
        .where(~col(CasePartyRow.removed), col(CaseRow.removed_on).is_(None))
    )
    return party_id.in_(met)


def _people(work: Work, ids: Sequence[int]) -> dict[int, KnownPerson]:
    query = _met(select(PartyRow, CasePartyRow, CaseRow, DisputeRow)).join(
        DisputeRow, col(DisputeRow.id) == col(CaseRow.dispute_id)
    )
    rows = work.session.exec(
        query.where(col(PartyRow.person_id).in_(ids)).order_by(
            col(CaseRow.accepted_on).desc(), col(CasePartyRow.id).desc()
        )
    ).all()
    found = grouped(rows, lambda row: row[0].person_id or 0)
    return {
        person_id: KnownPerson(id=person_id, cases=tuple(_earlier(*row) for row in places))
        for person_id, places in found.items()
    }


def _earlier(party: PartyRow, place: CasePartyRow, case: CaseRow, dispute: DisputeRow) -> EarlierCase:
    return EarlierCase(
        case_id=case.id or 0,
        place_id=place.id or 0,
        code=case.code,
        accepted_on=case.accepted_on,
        type_written=dispute.type_written,
        role=place.role,
        outcome=case.outcome,
        facts=facts_of(PartyFacts, party),
    )
