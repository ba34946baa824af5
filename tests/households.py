"""Parties who do not stand alone: an agent, a guardian, a household and a group with its representatives."""

from datetime import date

from mediator.domain.agent import AgentEntry, AgentFacts
from mediator.domain.party import PartyEntry, PartyFacts

AGENT = AgentFacts(
    name="周代<i>测",
    sex="1",
    id_type="resident",
    phone="10000000021",
    address="示例市示例区示例路21号",
    occupation="示例律师事务所 & 合伙",
    relation="律师",
    mandate="special",
    powers=("mediate", "admit", "settle"),
    limits="不得代收 & 代付=1+1",
    from_on=date(2026, 10, 6),
    until_on=date(2026, 12, 31),
)
GUARDIAN = AgentFacts(kind="guardian", name="吴监a<b", relation="母亲", phone="10000000022")
CHILD = PartyFacts(name="吴小<u>测", sex="2", birth_date=date(2019, 5, 6), address="示例小区22号楼")
HOUSEHOLD = PartyFacts(
    kind="household",
    name="=HYPERLINK郑户",
    representative="郑主<s>测",
    members=4,
    phone="10000000023",
    address="示例村23号",
)
GROUP = PartyFacts(
    kind="group", name="示例工地<工人> & 二十七人", members=27, phone="10000000024", address="../示例工地"
)
CHOSEN = tuple(
    AgentFacts(
        kind="representative",
        name=name,
        sex="1",
        phone=f"1000000003{n}",
        address=f"示例工地{n}号板房",
        occupation="木工",
    )
    for n, name in enumerate(("冯代一<b>", "𠮷代二测"))
)


def acted_for(entry: PartyEntry, *agents: AgentFacts) -> PartyEntry:
    """The same party, with these acting for it."""
    return entry.model_copy(update={"agents": tuple(AgentEntry(facts=one) for one in agents)})


def not_alone() -> tuple[PartyEntry, ...]:
    """A child with its guardian, a household, and a group with two representatives, all third parties."""
    return (
        acted_for(PartyEntry(role="third", facts=CHILD), GUARDIAN),
        PartyEntry(role="third", facts=HOUSEHOLD),
        acted_for(PartyEntry(role="third", facts=GROUP), *CHOSEN),
    )
