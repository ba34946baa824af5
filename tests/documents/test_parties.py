"""Who stands on a paper for a party, and who signs for it."""

from collections.abc import Callable

import pytest

from mediator.documents import press
from mediator.documents.form import Place
from mediator.documents.parts import FIRM_HINT, SIGN_HINT, names_by_side, party_places
from mediator.documents.party_rows import mandate_words
from mediator.domain.agent import Agent, AgentFacts
from mediator.domain.party import CaseParty, PartyFacts
from tests.documents.cases import matter, smallest, started
from tests.households import AGENT, CHILD, CHOSEN, GROUP, GUARDIAN, HOUSEHOLD

GENERAL = AGENT.model_copy(update={"mandate": "general"})
NO_SETTLING = AGENT.model_copy(update={"powers": ("mediate", "admit")})
FIRM = PartyFacts(kind="organisation", name="示例公司")


def party(facts: PartyFacts | str, *agents: AgentFacts, role: str = "applicant") -> CaseParty:
    facts = PartyFacts(name=facts) if isinstance(facts, str) else facts
    acting = tuple(Agent(id=n, ordinal=n, **one.model_dump()) for n, one in enumerate(agents, 1))
    return CaseParty(id=1, party_id=1, role=role, position=1, facts=facts, agents=acting)


def hands(found: CaseParty, **how: bool) -> list[tuple[str, tuple[str, ...], str]]:
    return [(place.label, place.names, place.hint) for place in party_places([found], **how)]


def test_an_agent_who_may_settle_has_a_place_beside_the_party() -> None:
    own = ("申请人", ("甲一",), SIGN_HINT)
    agent = ("申请人的委托代理人", (AGENT.name,), "（代理甲一，签名）")
    assert hands(party("甲一", AGENT)) == [own, agent]
    assert hands(party("甲一", GENERAL)) == [own]
    assert hands(party("甲一", NO_SETTLING)) == [own]
    assert hands(party("甲一", GENERAL), every_agent=True) == [own, agent]
    assert hands(party(FIRM, AGENT))[0] == ("申请人", ("示例公司",), FIRM_HINT)


def test_the_guardian_signs_for_a_child_and_not_for_who_can() -> None:
    assert hands(party(CHILD, GUARDIAN)) == [("申请人", (CHILD.name,), "（法定代理人吴监a<b签名或按指印）")]
    able = CHILD.model_copy(update={"capacity": "full"})
    assert hands(party(able, GUARDIAN)) == [("申请人", (CHILD.name,), SIGN_HINT)]
    assert hands(party(CHILD)) == [("申请人", (CHILD.name,), SIGN_HINT)]


def test_the_head_signs_for_a_household_and_the_chosen_for_a_group() -> None:
    assert hands(party(HOUSEHOLD)) == [("申请人", (HOUSEHOLD.name,), "（户主郑主<s>测签名或按指印）")]
    names = tuple(one.name for one in CHOSEN)
    assert hands(party(GROUP, *CHOSEN)) == [("申请人代表人", names, f"（代表{GROUP.name}，签名或按指印）")]
    assert hands(party(GROUP)) == [("申请人", (GROUP.name,), SIGN_HINT)]


def test_a_name_without_end_leaves_the_small_print_readable() -> None:
    endless = "测" * 10_000
    found = party(GROUP.model_copy(update={"name": endless}), *CHOSEN)
    assert all("本方" in place.hint for place in party_places([found]))
    assert isinstance(party_places([party(endless, AGENT)])[1], Place)


def test_a_mandate_in_words() -> None:
    assert mandate_words(party("甲一", AGENT).agents[0]) == (
        "特别授权：代为参加调解、代为承认、放弃、变更请求、代为达成并签署调解协议；"
        "限制：不得代收 & 代付=1+1；自2026年10月6日至2026年12月31日"
    )
    assert mandate_words(party("甲一", AgentFacts(name="丁四")).agents[0]) == ""
    only_until = AgentFacts(name="丁四", mandate="general", until_on=AGENT.until_on)
    assert mandate_words(party("甲一", only_until).agents[0]) == "一般代理；至2026年12月31日"


def test_who_acts_is_named_in_the_record_and_nowhere_else() -> None:
    file = smallest().model_copy(update={"parties": (party(CHILD, GUARDIAN),)})
    assert names_by_side(file) == f"申请人：{CHILD.name}"
    assert names_by_side(file, with_agents=True) == f"申请人：{CHILD.name}（法定代理人吴监a<b）"
    group = file.model_copy(update={"parties": (party(GROUP, *CHOSEN, AGENT),)})
    told = names_by_side(group, with_agents=True)
    assert told == f"申请人：{GROUP.name}（代表人冯代一<b>、𠮷代二测，委托代理人{AGENT.name}）"


@pytest.mark.parametrize("key", ["agreement", "application-form"])
def test_a_group_of_many_with_five_chosen_is_whole_on_the_papers(
    key: str, pages_of: Callable[[bytes], list[str]]
) -> None:
    chosen = [CHOSEN[0].model_copy(update={"name": f"代表测{n}"}) for n in "一二三四五"]
    many = [party(GROUP, *chosen), *(party(f"乙{n:02}测", role="respondent") for n in range(3))]
    placed = [one.model_copy(update={"id": n, "position": n}) for n, one in enumerate(many, 1)]
    file = smallest().model_copy(update={"parties": tuple(placed)})
    file = file.model_copy(update={"case": file.case.model_copy(update={"start_way": "application"})})
    pages = pages_of(press.paper(matter(file), key))
    text = "".join(pages)
    assert "27人" in text
    assert all(text.count(f"代表测{n}") == 2 for n in "一二三四五"), "once in the table, once to sign"
    first = next(page for page in pages if "示例工地<工人>" in page)
    assert all(f"代表测{n}" in first for n in "一二三四五"), "the rows of one party stay on one page"


def test_a_card_without_number_is_not_printed_for_an_agent(read: Callable[[bytes], str]) -> None:
    file = smallest().model_copy(update={"parties": (party("甲一", AGENT),)})
    assert "居民身份证" not in read(press.paper(matter(file), "agreement"))
    numbered = AGENT.model_copy(update={"id_number": "11010119850203001X"})
    file = started(smallest(), "application").model_copy(update={"parties": (party("甲一", numbered),)})
    assert "居民身份证11010119850203001X" in read(press.paper(matter(file), "agreement"))
    assert "11010119850203001X" not in read(press.paper(matter(file), "application-form"))
