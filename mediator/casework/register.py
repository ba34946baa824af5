"""The register of people: complete a known one, tell earlier disputes, merge doubles and part them again."""

from mediator.casework.desk import Desk
from mediator.domain.case import Intake
from mediator.domain.casefile import two_sides
from mediator.domain.clock import add_months
from mediator.domain.dispute import type_key
from mediator.domain.errors import RuleBroken
from mediator.domain.identity import tells_who
from mediator.domain.party import PartyEntry
from mediator.domain.register import (
    AGAIN_WITHIN_MONTHS,
    CaseBrief,
    Double,
    KnownPerson,
    PersonMerge,
    SameDispute,
    disagree,
    same_person,
    surely_same,
)
from mediator.storage import cases, register
from mediator.storage.store import Work
from mediator.storage.who import current

OFFERED = 8
BOTH = 2
LISTED = 500
LIKENESSES = (
    ("id-number", ("id_type", "id_number")),
    ("name-phone", ("name", "phone")),
    ("name-birth-date", ("name", "birth_date")),
)
ACROSS = {"applicant": "respondent", "respondent": "applicant"}
SIDES = ("applicant", "respondent")


def known(desk: Desk, text: str) -> list[KnownPerson]:
    """Whom what is being typed may mean: a name, its initials, the tail of a phone or a part of a number."""
    with desk.store.look() as work:
        found = register.people(work, register.find(work, text, OFFERED * 2))
    typed = text.strip()
    return sorted(found, key=lambda person: not person.facts.name.startswith(typed))[:OFFERED]


def person(desk: Desk, person_id: int) -> KnownPerson | None:
    """Somebody with all his cases, None where none is left."""
    with desk.store.look() as work:
        return next(iter(register.people(work, (person_id,))), None)


def earlier(desk: Desk, person_ids: tuple[int, ...], case_id: int | None = None) -> dict[int, KnownPerson]:
    """Those of these people who stand in other cases than this one, with these cases only."""
    with desk.store.look() as work:
        found = register.people(work, person_ids)
    others = {one.id: tuple(case for case in one.cases if case.case_id != case_id) for one in found}
    return {person_id: KnownPerson(id=person_id, cases=rest) for person_id, rest in others.items() if rest}


def people(desk: Desk, text: str = "") -> tuple[list[KnownPerson], int]:
    """(people whom a text means, or those met last; how many the register knows in all)."""
    with desk.store.look() as work:
        ids = register.find(work, text, LISTED) if text.strip() else register.everybody(work, LISTED)
        return register.people(work, ids), register.how_many(work)


def names(desk: Desk, person_ids: set[int]) -> dict[int, str]:
    """The last names of people, of those who still stand in a case."""
    with desk.store.look() as work:
        return {one.id: one.facts.name for one in register.people(work, sorted(person_ids))}


def doubles(desk: Desk) -> list[Double]:
    """Pairs who may be one person; who was once parted by hand is not suggested again."""
    with desk.store.look() as work:
        parted = {frozenset((one.kept_id, one.gone_id)) for one in register.merges(work) if one.undone}
        pairs: dict[tuple[int, int], str] = {}
        for why, columns in LIKENESSES:
            for pair in register.shared(work, *columns):
                if frozenset(pair) not in parted:
                    pairs.setdefault(pair, why)
        ids = sorted({person_id for pair in pairs for person_id in pair})
        found = {one.id: one for one in register.people(work, ids)}
    made = (
        Double(one=found[one], other=found[other], why=why)
        for (one, other), why in pairs.items()
        if one in found and other in found
    )
    return [double for double in made if _stands(double)]


def _stands(double: Double) -> bool:
    """The same number is enough where it is one; else nothing may speak against the two being one."""
    if double.why == "id-number":
        return tells_who(double.one.facts.id_number)
    return not disagree(double.one.facts, double.other.facts)


def merge(desk: Desk, kept_id: int, gone_id: int, reason: str) -> int:
    """Make two of the register one; the merge's id. What the cases say of them stays as it is written."""
    if not reason.strip():
        raise RuleBroken("reason-text-missing", field="reason")
    with desk.store.work() as work:
        kept, gone = register.people(work, (kept_id,)), register.people(work, (gone_id,))
        if kept_id == gone_id or not kept or not gone:
            raise RuleBroken("merge-needs-two")
        if (kept[0].facts.kind == "person") != (gone[0].facts.kind == "person"):
            raise RuleBroken("merge-kinds-differ", one=kept[0].facts.name, other=gone[0].facts.name)
        return _merge(desk, work, kept_id, gone_id, reason.strip())


def _merge(desk: Desk, work: Work, kept_id: int, gone_id: int, reason: str) -> int:
    made = PersonMerge(
        kept_id=kept_id,
        gone_id=gone_id,
        party_ids=register.described(work, gone_id),
        at=desk.now(),
        who=desk.who,
        reason=reason,
    )
    register.move(work, made.party_ids, kept_id)
    merge_id = register.add_merge(work, made)
    desk.note(work, "merge-people", None, made.model_copy(update={"id": merge_id}))
    return merge_id


def merges(desk: Desk) -> list[PersonMerge]:
    """The merges that can still be taken back or were, the last one first."""
    with desk.store.look() as work:
        return register.merges(work)


def undo_merge(desk: Desk, merge_id: int) -> None:
    """Part two who were merged: exactly the descriptions that moved go back, unless they were merged on."""
    with desk.store.work() as work:
        made = register.merge_of(work, merge_id)
        if made.undone:
            raise RuleBroken("merge-undone")
        if current(work, made.kept_id) != made.kept_id:
            raise RuleBroken("merged-on")
        still = set(register.described(work, made.kept_id))
        register.move(work, [party_id for party_id in made.party_ids if party_id in still], made.gone_id)
        register.undo(work, merge_id)
        desk.note(work, "undo-merge", made, made.model_copy(update={"undone": True}))


def set_apart(desk: Desk, case_id: int, place: int) -> int:
    """Take a party of a case out to a person of his own, because it is not the same one; his id."""
    with desk.store.work() as work:
        file = cases.load(work, case_id)
        party = file.party(place)
        if party is None:
            raise RuleBroken("party-not-here")
        if register.described(work, party.person_id) == (party.party_id,):
            raise RuleBroken("party-stands-alone", name=party.name)
        own = register.somebody_new(work)
        register.move(work, (party.party_id,), own)
        _part(desk, work, (party.person_id, own), (party.party_id,))
        return own


def keep_apart(desk: Desk, one_id: int, other_id: int) -> None:
    """Write down that two who look like one are two, so that they are not suggested again."""
    with desk.store.work() as work:
        if one_id == other_id or len(register.people(work, (one_id, other_id))) < BOTH:
            raise RuleBroken("merge-needs-two")
        _part(desk, work, (one_id, other_id), ())


def _part(desk: Desk, work: Work, pair: tuple[int, int], moved: tuple[int, ...]) -> None:
    """Kept as a merge taken back: that is what tells two people who were looked at and found to be two."""
    apart = PersonMerge(
        kept_id=pair[0], gone_id=pair[1], party_ids=moved, at=desk.now(), who=desk.who, undone=True
    )
    merge_id = register.add_merge(work, apart)
    desk.note(work, "set-apart", None, apart.model_copy(update={"id": merge_id}))


def same_dispute(desk: Desk, intake: Intake, case_id: int | None = None) -> list[SameDispute]:
    """Cases that may be this dispute, open or taken in the last months, the newest first.

    Either somebody of each side is the same, whichever side brings it now; or one person is surely the
    same and so is the type. Of a firm the latter says nothing: it has many disputes of one type.
    """
    entries = tuple(entry for entry in intake.parties if entry.facts.name.strip())
    if not entries:
        return []
    since = add_months(intake.case.accepted_on, -AGAIN_WITHIN_MONTHS)
    with desk.store.look() as work:
        briefs = register.cases_since(
            work,
            names={entry.facts.name.strip() for entry in entries},
            numbers={entry.facts.id_number for entry in entries if entry.facts.id_number},
            people_ids={entry.person_id for entry in entries if entry.person_id},
            since=since,
        )
    own = next((brief.dispute_id for brief in briefs if brief.id == case_id), None)
    found = ((brief, _why(brief, entries, intake.dispute.type_written)) for brief in briefs)
    return [_told(brief, why) for brief, why in found if why and brief.dispute_id != own]


def _why(brief: CaseBrief, entries: tuple[PartyEntry, ...], type_written: str) -> str:
    for roles in ({role: role for role in SIDES}, ACROSS):
        if all(_meets(brief, entries, here, there) for here, there in roles.items()):
            return "both-sides"
    key = type_key(type_written)
    surely = any(
        surely_same(entry, party.person_id, party.facts)
        for entry in entries
        for party in brief.parties
        if entry.facts.kind == party.facts.kind == "person"
    )
    return "same-type" if surely and key and key == type_key(brief.type_written) else ""


def _meets(brief: CaseBrief, entries: tuple[PartyEntry, ...], here: str, there: str) -> bool:
    return any(
        same_person(entry, party.person_id, party.facts)
        for entry in entries
        if entry.role == here
        for party in brief.of_role(there)
    )


def _told(brief: CaseBrief, why: str) -> SameDispute:
    names = (tuple(party.name for party in brief.of_role(role)) for role in SIDES)
    return SameDispute(
        case_id=brief.id,
        code=brief.code,
        accepted_on=brief.accepted_on,
        type_written=brief.type_written,
        outcome=brief.outcome,
        sides=two_sides(*names),
        why=why,
    )
