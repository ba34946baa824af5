"""People and organisations in a dispute."""

from datetime import date

from mediator.domain.agent import Agent, AgentEntry, AgentFacts, check_agents
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts


class PartyFacts(Facts):
    """A person, organisation, household or group as the papers describe it."""

    kind: str = "person"  # codes/party_kind
    name: str
    sex: str = ""  # codes/sex
    ethnicity: str = ""
    birth_date: date | None = None
    id_type: str = ""  # codes/id_type
    id_number: str = ""
    occupation: str = ""
    phone: str = ""
    address: str = ""
    representative: str = ""  # an organisation's legal representative, a household's head
    representative_title: str = ""
    members: int | None = None  # people of a household or group
    capacity: str = ""  # codes/capacity of a person; empty = told by the age


class CaseParty(Facts):
    """A party in its place in one case.

    `id` is the place's, `party_id` this case's description, `person_id` who that is in the register.
    """

    id: int
    party_id: int
    person_id: int = 0
    role: str  # codes/party_role
    position: int  # 1-based within the whole list of the case
    facts: PartyFacts
    agents: tuple[Agent, ...] = ()

    @property
    def name(self) -> str:
        """The name as it stands on every paper."""
        return self.facts.name


class PartyEntry(Facts):
    """A party as the desk types it; `id` names the place when it corrects an existing one.

    `person_id` says who of the register it is; None lets the identity number decide.
    """

    id: int | None = None
    role: str
    facts: PartyFacts
    person_id: int | None = None
    agents: tuple[AgentEntry, ...] = ()


ORGANISATION_ENDINGS = (
    *("公司", "集团", "厂", "店", "超市", "商行", "经营部", "门市部", "项目部", "合作社", "有限合伙"),
    *("宾馆", "银行", "支行", "分行", "事务所", "工作室", "研究所"),
    *("委员会", "村委会", "居委会", "业委会", "政府", "局", "派出所", "中心", "协会", "基金会"),
    *("学校", "大学", "中学", "小学", "学院", "幼儿园", "医院", "诊所", "卫生院", "卫生室"),
)
SHORTEST_ORGANISATION = 4  # a person named 张小学 is not a school


def kind_of_name(name: str) -> str:
    """The kind of a party of whom only the name is known (codes/party_kind)."""
    plain = name.strip().rstrip("）)")
    firm = len(plain) >= SHORTEST_ORGANISATION and plain.endswith(ORGANISATION_ENDINGS)
    return "organisation" if firm else "person"


def age_on(born: date | None, day: date) -> int | None:
    """Full years of age on `day`."""
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


ADULT = 18  # 民法典 Arts. 17, 18
OF_SOME_CAPACITY = 8  # 民法典 Arts. 19, 20


def capacity_on(facts: PartyFacts, day: date) -> str:
    """The capacity of a person on a day (codes/capacity): as set by hand, else by the age; "" if unknown.

    民法典 Arts. 17-20; an earner from sixteen (Art. 18) and an adult who cannot judge (Arts. 21, 22) are set
    by hand.
    """
    if facts.kind != "person":
        return ""
    age = age_on(facts.birth_date, day)
    if facts.capacity or age is None:
        return facts.capacity
    return "none" if age < OF_SOME_CAPACITY else "limited" if age < ADULT else "full"


def heads(facts: PartyFacts) -> int:
    """How many people a party is: a household and a group count their members where these are known."""
    return facts.members or 1 if facts.kind in ("household", "group") else 1


def entry_of(party: CaseParty) -> PartyEntry:
    """A party on record as the desk would type it, to correct it."""
    agents = tuple(
        AgentEntry(id=agent.id, facts=AgentFacts(**agent.model_dump(include=set(AgentFacts.model_fields))))
        for agent in party.agents
    )
    return PartyEntry(
        id=party.id, role=party.role, facts=party.facts, person_id=party.person_id or None, agents=agents
    )


def check_party(party: PartyFacts, field: str = "parties") -> None:
    """Refuse a party without a name."""
    if not party.name.strip():
        raise RuleBroken("party-name-missing", field=field)
    if party.members is not None and party.members < 1:
        raise RuleBroken("people-missing", field=field)


def check_parties(entries: tuple[PartyEntry, ...] | list[PartyEntry]) -> None:
    """A case has at least one applicant or respondent, and every party has a name."""
    for entry in entries:
        check_party(entry.facts)
        check_agents(entry.agents)
    if not entries:
        raise RuleBroken("party-missing", field="parties")
    if all(entry.role == "third" for entry in entries):
        raise RuleBroken("party-only-third", field="parties")
