"""The particulars of one party in a ruled table: who it is, and who acts for it."""

from collections.abc import Iterator
from datetime import date

from mediator.codes import word
from mediator.documents.form import Field, Run
from mediator.domain.agent import Agent
from mediator.domain.dates import write_date
from mediator.domain.party import PartyFacts, age_on

Rows = tuple[tuple[Field, ...], ...]
LABELS = {"agent": "委托\n代理人", "guardian": "法定\n代理人", "representative": "代表人"}


def particulars(role: str, facts: PartyFacts, agents: tuple[Agent, ...], day: date, *, with_id: bool) -> Rows:
    """The rows of a party under its role; ages are those of the day, `with_id` shows what is in the cards."""
    own = {"organisation": _firm, "household": _household, "group": _group}.get(facts.kind)
    rows = own(facts) if own else _person(facts, day)
    number = _number(facts.id_type, facts.id_number)
    # A household or group seldom has a number of its own, so that its row would only ask in vain.
    shown = with_id and (facts.kind in ("person", "organisation") or bool(number))
    return (
        (Field("", (Run(role, bold=True),), align="center"),),
        *rows,
        *(((Field("证件号码", number),),) if shown else ()),
        *(row for agent in agents for row in _agent(agent, with_id=with_id)),
    )


def _person(facts: PartyFacts, day: date) -> Rows:
    age = age_on(facts.birth_date, day)
    return (
        (
            Field("姓名", facts.name, span=3),
            Field("性别", word("sex", facts.sex)),
            Field("民族", facts.ethnicity),
            Field("年龄", "" if age is None else f"{age}岁"),
        ),
        (Field("职业或职务", facts.occupation), Field("联系方式", facts.phone)),
        (Field("单位或住址", facts.address),),
    )


def _firm(facts: PartyFacts) -> Rows:
    return (
        (Field("名称", facts.name),),
        (Field("地址", facts.address),),
        (
            Field("法定代表\n人姓名", facts.representative, span=3),
            Field("职务", facts.representative_title, span=2),
            Field("联系方式", facts.phone, span=4),
        ),
    )


def _household(facts: PartyFacts) -> Rows:
    return (
        (Field("户名", facts.name, span=3), Field("人数", _people(facts), span=2)),
        (Field("户主", facts.representative), Field("联系方式", facts.phone)),
        (Field("住址", facts.address),),
    )


def _group(facts: PartyFacts) -> Rows:
    return (
        (Field("名称", facts.name, span=3), Field("人数", _people(facts), span=2)),
        (Field("联系方式", facts.phone),),
        (Field("单位或住址", facts.address),),
    )


def _people(facts: PartyFacts) -> str:
    return f"{facts.members}人" if facts.members else ""


def _agent(agent: Agent, *, with_id: bool) -> Iterator[tuple[Field, ...]]:
    related = (Field("关系", agent.relation, span=2),) if agent.relation else ()
    yield (Field(LABELS[agent.kind], agent.name, span=3), *related, Field("联系方式", agent.phone, span=3))
    told = "，".join(filter(None, (agent.occupation, agent.address)))
    if told:
        yield (Field("单位或住址", told),)
    if with_id and agent.id_number:
        yield (Field("证件号码", _number(agent.id_type, agent.id_number)),)
    mandate = mandate_words(agent)
    if mandate:
        yield (Field("代理权限", mandate),)


def mandate_words(agent: Agent) -> str:
    """What an agent may do, what not, and how long, in one line; empty where nothing is known."""
    powers = "、".join(word("agent_power", power) for power in agent.powers)
    extent = "：".join(filter(None, (word("mandate", agent.mandate), powers)))
    days = [
        f"{before}{write_date(day)}" for before, day in (("自", agent.from_on), ("至", agent.until_on)) if day
    ]
    limits = f"限制：{agent.limits.strip()}" if agent.limits.strip() else ""
    return "；".join(filter(None, (extent, limits, "".join(days))))


def _number(kind: str, number: str) -> str:
    return f"{word('id_type', kind)}　{number}".strip()
