"""Who acts for a party: an agent with a mandate, a guardian, or the chosen representative of many."""

from datetime import date
from typing import Final

from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts

MOST_REPRESENTATIVES: Final = 5  # 宁波市人民调解条例 Art. 20; no national rule was found


class AgentFacts(Facts):
    """A natural person who acts for one party of a case, as the mandate and the papers describe him."""

    kind: str = "agent"  # codes/agent_kind
    name: str
    sex: str = ""  # codes/sex
    id_type: str = ""  # codes/id_type
    id_number: str = ""
    phone: str = ""
    address: str = ""
    occupation: str = ""  # employer and post
    relation: str = ""  # to the party, in words
    mandate: str = ""  # codes/mandate
    powers: tuple[str, ...] = ()  # codes/agent_power
    limits: str = ""  # what the mandate leaves out, in words
    from_on: date | None = None
    until_on: date | None = None


class AgentEntry(Facts):
    """An agent as the desk types it; `id` names the one on record that it corrects."""

    id: int | None = None
    facts: AgentFacts


class Agent(AgentFacts):
    """An agent on record; `ordinal` counts from 1 among all agents of the case."""

    id: int
    ordinal: int


def check_agents(entries: tuple[AgentEntry, ...]) -> None:
    """Refuse an agent without a name, days in the wrong order, and more representatives than five."""
    for entry in entries:
        facts = entry.facts
        if not facts.name.strip():
            raise RuleBroken("agent-name-missing", field="parties")
        if facts.from_on and facts.until_on and facts.from_on > facts.until_on:
            raise RuleBroken(
                "dates-disagree",
                field="parties",
                earlier="from_on",
                later="until_on",
                first=facts.from_on,
                second=facts.until_on,
            )
    chosen = sum(entry.facts.kind == "representative" for entry in entries)
    if chosen > MOST_REPRESENTATIVES:
        raise RuleBroken("representatives-too-many", field="parties", most=MOST_REPRESENTATIVES, count=chosen)
