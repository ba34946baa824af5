"""授权委托书: a party lets an agent act in the mediation; one for each agent, blank before the first."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from mediator.codes import code_list, word
from mediator.documents.form import Block, Field, FieldTable, Form, Paper, Paragraph, Place, Title
from mediator.documents.matter import Matter
from mediator.documents.parts import BLANK_DAY, FIRM_HINT, SIGN_HINT, between, day_text, signed
from mediator.documents.party_rows import Rows
from mediator.documents.records import mandates
from mediator.documents.wording import wordings
from mediator.domain.agent import Agent, AgentFacts
from mediator.domain.party import PartyFacts

WORDS: Final = wordings(
    "mandate",
    opening="委托人因{纠纷}，委托上列受委托人参加由{调委会}主持的调解。代理权限、事项和期限如下：",
    effect="受委托人在代理权限和期限内以委托人名义实施的行为，对委托人发生效力。",
    enclosed="附委托人、受委托人的身份证明。",
)
NOBODY: Final = PartyFacts(name="")


def compose(matter: Matter, subject: Agent | None) -> Paper:
    """The mandate of one agent, or one to be filled in by hand; signed by who gives and who takes it."""
    file = matter.file
    found = (party for party, agent in mandates(file) if subject and agent.id == subject.id)
    principal = next((party.facts for party in found), NOBODY)
    agent = subject or AgentFacts(name="")
    opening = matter.say(WORDS["opening"], 纠纷=between(file), 调委会=matter.committee)
    blocks: tuple[Block, ...] = (
        Title(FORM.title),
        FieldTable((*_principal(principal), *_agent(agent))),
        Paragraph(opening, size="table"),
        FieldTable(_powers(agent)),
        Paragraph(matter.say(WORDS["effect"]) + matter.say(WORDS["enclosed"]), size="table"),
        *signed(_places(principal, agent), None),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _principal(facts: PartyFacts) -> Rows:
    if facts.kind == "person":
        first = _person("委托人", facts.name, facts.sex, facts.phone)
        return (first, (Field("证件号码", _number(facts)),), (Field("单位或住址", facts.address),))
    head = "法定代表人" if facts.kind == "organisation" else "负责人"
    title = " ".join(filter(None, (facts.representative, facts.representative_title)))
    return (
        (Field("委托人", facts.name),),
        (Field("证件号码", _number(facts)),),
        (Field(head, title), Field("联系方式", facts.phone)),
        (Field("地址", facts.address),),
    )


def _agent(facts: AgentFacts) -> Rows:
    return (
        _person("受委托人", facts.name, facts.sex, facts.phone),
        (Field("证件号码", _number(facts)),),
        (Field("关系", facts.relation), Field("职业或职务", facts.occupation)),
        (Field("住址", facts.address),),
    )


def _person(role: str, name: str, sex: str, phone: str) -> tuple[Field, ...]:
    sexes = Field("性别", word("sex", sex))
    return (Field(role, name, span=3), sexes, Field("联系方式", phone, span=3))


def _number(facts: PartyFacts | AgentFacts) -> str:
    return f"{word('id_type', facts.id_type)}　{facts.id_number}".strip()


def _powers(agent: AgentFacts) -> Rows:
    matters = _ticked("agent_power", agent.powers)
    lines = ("\u3000".join(matters[at : at + 2]) for at in range(0, len(matters), 2))
    return (
        (Field("代理权限", "\u3000\u3000".join(_ticked("mandate", (agent.mandate,)))),),
        (Field("授权事项", "\n".join(lines)),),
        (Field("限制", agent.limits, lines=1 if agent.limits else 2),),
        (Field("委托期限", f"自{_day(agent.from_on)}起至{_day(agent.until_on)}止"),),
    )


def _ticked(codes: str, chosen: Iterable[str]) -> list[str]:
    """Every row of a code list with its box; what was chosen is filled."""
    ticked = set(chosen)
    return [f"{'■' if key in ticked else '□'}{title}" for key, title in code_list(codes).pairs()]


def _day(day: date | None) -> str:
    return day_text(day) if day else BLANK_DAY


def _places(principal: PartyFacts, agent: AgentFacts) -> tuple[Place, Place]:
    firm = principal.kind == "organisation"
    return (
        Place("委托人", tuple(filter(None, (principal.name,))), hint=FIRM_HINT if firm else SIGN_HINT),
        Place("受委托人", tuple(filter(None, (agent.name,))), hint=SIGN_HINT),
    )


def needed(matter: Matter) -> bool:
    """Whether the case was taken: a party may send somebody at any time."""
    return matter.file.ending.outcome != "refused"


FORM = Form(
    "mandate",
    "授权委托书",
    ("people",),
    needed,
    "agent",
    compose,
    lambda matter, subject: subject is not None,
    WORDS,
)
