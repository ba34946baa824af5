"""Pieces that several papers share: who the parties are, where they sign, days that may be unknown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise
from typing import Final

from mediator.codes import word
from mediator.documents.form import (
    Blank,
    Block,
    Field,
    FieldTable,
    Number,
    Paragraph,
    Place,
    Signatures,
    Title,
)
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.documents.party_rows import particulars
from mediator.domain.agent import Agent
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.party import CaseParty, PartyFacts

BLANK_DAY: Final = "\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
RULE: Final = "________________"
SIGN_HINT: Final = "（签名、盖章或按指印）"
MAY_SIGN: Final = "settle"  # of codes/agent_power
FIRM_HINT: Final = "（盖章，法定代表人签名）"
ROLES: Final = ("applicant", "respondent", "third")
LONGEST_CAPTION: Final = 60  # a longer name stands in a line of its own, not over the place to sign


def day_text(day: date | None) -> str:
    """A day as papers write it, or room to write it by hand."""
    return write_date(day) if day else BLANK_DAY


def head(matter: Matter, title: str, number: str = "") -> tuple[Block, ...]:
    """The committee, the name of the paper and its number."""
    blocks: tuple[Block, ...] = (Title(title, above=matter.committee),)
    return (*blocks, Number(number)) if number else blocks


def numbered(label: str, number: str) -> str:
    """A number under a title, with a rule to write on while there is none."""
    return f"{label}：{number or RULE}"


def roles_of(file: CaseFile) -> dict[int, str]:
    """Each place's role as papers call it; several of one side are counted: 申请人（二）."""
    names: dict[int, str] = {}
    for role in ROLES:
        side = file.of_role(role)
        for number, party in enumerate(side, 1):
            names[party.id] = word("party_role", role) + (f"（{chinese(number)}）" if len(side) > 1 else "")
    return names


def in_order(file: CaseFile) -> tuple[CaseParty, ...]:
    """All parties: applicants, respondents, third parties."""
    return tuple(party for role in ROLES for party in file.of_role(role))


def parties_table(file: CaseFile, day: date, *, with_id: bool = False) -> FieldTable:
    """All parties of a case with their particulars; ages are those of the day. A missing side is blank."""
    roles = roles_of(file)
    blocks = [
        particulars(roles[party.id], party.facts, party.agents, day, with_id=with_id)
        for party in in_order(file)
    ]
    if not file.of_role("respondent"):
        nobody, role = PartyFacts(name=""), word("party_role", "respondent")
        blocks.append(particulars(role, nobody, (), day, with_id=with_id))
    ends = accumulate(map(len, blocks), initial=0)
    return FieldTable(tuple(row for block in blocks for row in block), together=tuple(pairwise(ends)))


def with_rows(table: FieldTable, *rows: tuple[Field, ...]) -> FieldTable:
    """The same grid with further rows below."""
    return replace(table, rows=(*table.rows, *rows))


def names_by_side(file: CaseFile, places: Iterable[int] | None = None, *, with_agents: bool = False) -> str:
    """Everyone by side: 申请人：甲一（委托代理人丁四）、乙二；被申请人：丙三."""
    chosen = {party.id for party in file.parties} if places is None else set(places)
    named = with_those_who_act if with_agents else _name
    sides = {role: [named(p) for p in file.of_role(role) if p.id in chosen] for role in ROLES}
    return "；".join(
        f"{word('party_role', role)}：{'、'.join(names)}" for role, names in sides.items() if names
    )


def with_those_who_act(party: CaseParty) -> str:
    """A party and who acts for it: 甲一（委托代理人丁四）."""
    acting = [
        f"{word('agent_kind', kind).partition('（')[0]}{'、'.join(names)}"
        for kind in ("guardian", "representative", "agent")
        if (names := [agent.name for agent in party.agents if agent.kind == kind])
    ]
    return f"{party.name}（{'，'.join(acting)}）" if acting else party.name


def _name(party: CaseParty) -> str:
    return party.name


def between(file: CaseFile) -> str:
    """Between whom the dispute is, everyone named: 甲一、乙二与丙三之间的纠纷."""
    sides = ["、".join(party.name for party in file.of_role(role)) for role in ("applicant", "respondent")]
    thirds = "、".join(party.name for party in file.of_role("third"))
    return f"{sides[0] or RULE}与{sides[1] or RULE}之间的纠纷" + (f"（第三人：{thirds}）" if thirds else "")


def party_places(parties: Iterable[CaseParty], *, every_agent: bool = False) -> tuple[Place, ...]:
    """Where each party signs, or whoever signs for it, and beside it an agent who may sign.

    `every_agent` is for a record of a sitting, which all sign who took part.
    """
    return tuple(place for party in parties for place in _hands(party, every_agent=every_agent))


def _hands(party: CaseParty, *, every_agent: bool) -> Iterator[Place]:
    role, chosen = word("party_role", party.role), _acting(party, "representative")
    if party.facts.kind == "group" and chosen:
        yield Place(f"{role}代表人", chosen, hint=f"（代表{_shortly(party.name)}，签名或按指印）")
    else:
        yield Place(role, (party.name,), hint=_who_signs(party))
    agents = tuple(
        agent.name for agent in party.agents if agent.kind == "agent" and (every_agent or may_sign(agent))
    )
    if agents:
        yield Place(f"{role}的委托代理人", agents, hint=f"（代理{_shortly(party.name)}，签名）")


def _who_signs(party: CaseParty) -> str:
    facts, guardians = party.facts, _acting(party, "guardian")
    if facts.kind == "organisation":
        return FIRM_HINT
    if facts.kind == "household" and facts.representative:
        return f"（户主{_shortly(facts.representative)}签名或按指印）"
    if facts.kind == "person" and guardians and facts.capacity != "full":
        return f"（法定代理人{_shortly('、'.join(guardians))}签名或按指印）"
    return SIGN_HINT


def may_sign(agent: Agent) -> bool:
    """Whether the mandate lets an agent sign the agreement: special, and so said."""
    return agent.kind == "agent" and agent.mandate == "special" and MAY_SIGN in agent.powers


def _acting(party: CaseParty, kind: str) -> tuple[str, ...]:
    return tuple(agent.name for agent in party.agents if agent.kind == kind)


def _shortly(name: str) -> str:
    """A name for the small print beside a place; one that would fill the page stands in the table whole."""
    return name if len(name) <= LONGEST_CAPTION else "本方"


def mediators_of(file: CaseFile) -> tuple[str, ...]:
    """The mediators of the case, each once."""
    return tuple(dict.fromkeys(filter(None, (file.case.mediator, *file.case.assistants))))


def mediator_place(names: Iterable[str]) -> Place:
    """A place to sign for each mediator."""
    return Place("人民调解员", tuple(names), hint="（签名）")


def recorder_place(name: str) -> Place:
    """The place of whoever wrote the record."""
    return Place("记录人", (name,) if name else (), hint="（签名）")


def seal_place(matter: Matter) -> Place:
    """Where the committee sets its seal."""
    name = matter.committee if len(matter.committee) <= LONGEST_CAPTION else "人民调解委员会"
    return Place(name, kind="seal", hint="（印章）")


def signed(places: Iterable[Place], day: date | None) -> tuple[Block, ...]:
    """The places to sign and the day; a name too long for its place stands whole above them."""
    short: list[Place] = []
    lines: list[Block] = []
    for place in places:
        names = [name if len(name) <= LONGEST_CAPTION else "" for name in place.names]
        short.append(replace(place, names=tuple(names)))
        lines += [Paragraph(f"{place.label}：{name}") for name in place.names if name not in names]
    return (*lines, Signatures(tuple(short), day_text(day)))


def rules_to_write(lines: int) -> Blank:
    """Rules to write on where a text is not known yet."""
    return Blank("", lines=lines)
