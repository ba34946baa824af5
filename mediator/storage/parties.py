"""The register of parties and their places in cases."""

from collections.abc import Sequence

from sqlmodel import col, select

from mediator.domain.party import CaseParty, PartyEntry, PartyFacts
from mediator.storage.rows import added, columns, facts_of, get, grouped, put
from mediator.storage.store import Work
from mediator.storage.tables.party import CasePartyRow, PartyRow


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
    return {
        case_id: tuple(
            facts_of(CaseParty, place, position=number, facts=facts_of(PartyFacts, party))
            for number, (place, party) in enumerate(rows, 1)
        )
        for case_id, rows in found.items()
    }


def save_all(work: Work, case_id: int, entries: tuple[PartyEntry, ...]) -> None:
    """Make the parties of a case what the entries say: corrected, added, and the missing ones put away."""
    kept = {entry.id for entry in entries if entry.id is not None}
    for party in of_case(work, case_id):
        if party.id not in kept:
            get(work, CasePartyRow, party.id).removed = True
    for position, entry in enumerate(entries, 1):
        if entry.id is None:
            _add(work, case_id, entry, position)
        else:
            _correct(work, entry.id, entry, position)
    work.session.flush()


def _add(work: Work, case_id: int, entry: PartyEntry, position: int) -> None:
    party = added(work, PartyRow(**columns(entry.facts)))
    added(work, CasePartyRow(case_id=case_id, party_id=party.id or 0, role=entry.role, position=position))


def _correct(work: Work, place_id: int, entry: PartyEntry, position: int) -> None:
    place = get(work, CasePartyRow, place_id)
    put(place, {"role": entry.role, "position": position})
    put(get(work, PartyRow, place.party_id), columns(entry.facts))
