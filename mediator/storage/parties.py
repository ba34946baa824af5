"""The parties of cases: their places, who they are in the register, and who acts for them."""

from collections.abc import Sequence
from itertools import count

from sqlmodel import col, select

from mediator.domain.agent import Agent, AgentEntry
from mediator.domain.errors import NotFound
from mediator.domain.identity import tells_who
from mediator.domain.party import CaseParty, PartyEntry, PartyFacts
from mediator.storage.rows import added, columns, facts_of, get, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.party import AgentRow, CasePartyRow, PartyRow, PersonRow
from mediator.storage.who import current


def of_case(work: Work, case_id: int) -> tuple[CaseParty, ...]:
    """The parties of a case in their order."""
    return of_cases(work, (case_id,)).get(case_id, ())


def of_cases(work: Work, case_ids: Sequence[int]) -> dict[int, tuple[CaseParty, ...]]:
    """The parties of each case in their order."""
    query = (
        select(CasePartyRow, PartyRow)
        .join(PartyRow)
        .where(col(CasePartyRow.case_id).in_(case_ids), ~col(CasePartyRow.removed))
        .order_by(col(CasePartyRow.position), col(CasePartyRow.id))
    )
    found = grouped(work.session.exec(query).all(), lambda row: row[0].case_id)
    agents = _agents(work, [place.id or 0 for rows in found.values() for place, _ in rows])
    return {case_id: _parties(rows, agents) for case_id, rows in found.items()}


def _parties(
    rows: list[tuple[CasePartyRow, PartyRow]], agents: dict[int, list[AgentRow]]
) -> tuple[CaseParty, ...]:
    counter = count(1)
    return tuple(
        facts_of(
            CaseParty,
            place,
            position=number,
            person_id=party.person_id or 0,
            facts=facts_of(PartyFacts, party),
            agents=tuple(
                facts_of(Agent, row, ordinal=next(counter)) for row in agents.get(place.id or 0, ())
            ),
        )
        for number, (place, party) in enumerate(rows, 1)
    )


def _agents(work: Work, places: Sequence[int]) -> dict[int, list[AgentRow]]:
    query = (
        select(AgentRow)
        .where(col(AgentRow.place_id).in_(places), ~col(AgentRow.removed))
        .order_by(col(AgentRow.id))
    )
    return grouped(work.session.exec(query).all(), lambda row: row.place_id)


def save_all(work: Work, case_id: int, entries: tuple[PartyEntry, ...]) -> None:
    """Make the parties of a case what the entries say: corrected, added, and the missing ones put away."""
    kept = {entry.id for entry in entries if entry.id is not None}
    for party in of_case(work, case_id):
        if party.id not in kept:
            get(work, CasePartyRow, party.id).removed = True
    for position, entry in enumerate(entries, 1):
        if entry.id is None:
            place = _add(work, case_id, entry, position)
        else:
            place = _correct(work, entry.id, entry, position)
        _save_agents(work, place, entry.agents)
    work.session.flush()


def _add(work: Work, case_id: int, entry: PartyEntry, position: int) -> int:
    party = added(work, PartyRow(person_id=_person(work, entry), **columns(entry.facts)))
    place = CasePartyRow(case_id=case_id, party_id=party.id or 0, role=entry.role, position=position)
    return added(work, place).id or 0


def _correct(work: Work, place_id: int, entry: PartyEntry, position: int) -> int:
    place = get(work, CasePartyRow, place_id)
    put(place, {"role": entry.role, "position": position})
    party = get(work, PartyRow, place.party_id)
    told = entry.facts.id_number and (entry.facts.id_type, entry.facts.id_number) != (
        party.id_type,
        party.id_number,
    )
    put(party, columns(entry.facts))
    if entry.person_id is not None:
        party.person_id = current(work, entry.person_id)
    elif told or party.person_id is None:
        party.person_id = _person(work, entry)
    return place_id


def _person(work: Work, entry: PartyEntry) -> int:
    """Who an entry is: as chosen, by the identity number, or somebody new."""
    if entry.person_id is not None:
        return current(work, entry.person_id)
    facts = entry.facts
    if tells_who(facts.id_number):
        same = select(PartyRow.person_id).where(
            PartyRow.id_number == facts.id_number,
            PartyRow.id_type == facts.id_type,
            col(PartyRow.person_id).is_not(None),
        )
        known = work.session.exec(same.order_by(col(PartyRow.id).desc())).first()
        if known is not None:
            return known
    return added(work, PersonRow()).id or 0


def _save_agents(work: Work, place_id: int, entries: tuple[AgentEntry, ...]) -> None:
    rows = {row.id: row for row in _agents(work, (place_id,)).get(place_id, ())}
    for gone in rows.keys() - {entry.id for entry in entries}:
        rows[gone].removed = True
    for entry in entries:
        if entry.id is None:
            added(work, AgentRow(place_id=place_id, **columns(entry.facts)))
        elif entry.id in rows:
            put(rows[entry.id], columns(entry.facts))
        else:  # somebody else's agent is never written over
            raise NotFound("record-gone")
