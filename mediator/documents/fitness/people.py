"""Who the agreement is between and who can sign it: particulars, capacity, guardians, mandates."""

from collections.abc import Iterator
from typing import Final

from mediator.codes import word
from mediator.documents.parts import mediators_of
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.finding import Finding
from mediator.domain.identity import read_id
from mediator.domain.party import CaseParty, age_on, capacity_on

RESIDENT: Final = "resident"
MAY_SIGN: Final = "settle"
PROBLEMS: Final = {
    "id-length": "位数不对",
    "id-characters": "有不该出现的字符",
    "id-birth-date": "里的出生日期不存在",
    "id-check-digit": "校验位不对，多半是写错了一位",
}
LIMITED: Final = {"limited": "是限制民事行为能力人", "none": "是无民事行为能力人"}


def people_findings(file: CaseFile, agreement: Agreement) -> Iterator[Finding]:
    """What is missing or contradictory about parties, agents, mediator and recorder."""
    yield from _sides(file)
    for party in file.parties:
        yield from _particulars(party)
        yield from _guardian(file, party, agreement)
        yield from _agents(file, party, agreement)
    if not mediators_of(file):
        yield Finding("mediator-missing", "intake", "mediator")
    if not agreement.recorder.strip():
        yield Finding("recorder-missing", "agreement", "recorder")


def _sides(file: CaseFile) -> Iterator[Finding]:
    sides = ("applicant", "respondent")
    names = {role: {party.name.strip() for party in file.of_role(role)} for role in sides}
    for role in sides:
        if not names[role]:
            yield Finding("side-missing", "intake", "parties", {"side": word("party_role", role)})
    for name in sorted(names["applicant"] & names["respondent"]):
        yield Finding("on-both-sides", "intake", "parties", {"name": name})


def _particulars(party: CaseParty) -> Iterator[Finding]:
    facts, name = party.facts, {"name": party.name}
    if not facts.id_number and facts.kind in ("person", "organisation"):
        yield Finding("id-number-missing", "intake", "parties", name)
    elif facts.id_type == RESIDENT:
        yield from _identity(party)
    for agent in party.agents:
        read = read_id(agent.id_number)
        if agent.id_number and agent.id_type == RESIDENT and not read.valid:
            values = {"name": agent.name, "problem": PROBLEMS[read.problem]}
            yield Finding("id-number-wrong", "intake", "parties", values)
    if not facts.address.strip():
        yield Finding("address-missing", "intake", "parties", name)
    if not facts.phone.strip() and not any(agent.phone for agent in party.agents):
        yield Finding("phone-missing", "intake", "parties", name)
    if facts.kind == "organisation" and not facts.representative.strip():
        yield Finding("head-missing", "intake", "parties", name)
    if facts.kind == "group" and not any(agent.kind == "representative" for agent in party.agents):
        yield Finding("representatives-missing", "intake", "parties", name)


def _identity(party: CaseParty) -> Iterator[Finding]:
    told = read_id(party.facts.id_number)
    if not told.valid:
        values = {"name": party.name, "problem": PROBLEMS[told.problem]}
        yield Finding("id-number-wrong", "intake", "parties", values)
        return
    if party.facts.birth_date and told.birth_date != party.facts.birth_date:
        yield Finding("id-says-otherwise", "intake", "parties", {"name": party.name, "what": "出生日期"})
    if party.facts.sex and told.sex != party.facts.sex:
        yield Finding("id-says-otherwise", "intake", "parties", {"name": party.name, "what": "性别"})


def _guardian(file: CaseFile, party: CaseParty, agreement: Agreement) -> Iterator[Finding]:
    """民法典 Arts. 19, 20, 23: whoever lacks full capacity is represented by the guardian."""
    why = _incapable(party, agreement)
    guardians = [agent.name for agent in party.agents if agent.kind == "guardian"]
    if why and not guardians:
        yield Finding("guardian-missing", "intake", "parties", {"name": party.name, "why": why})
    for name in guardians:
        if name in _names_against(file, party):
            yield Finding("guardian-opposed", "intake", "parties", {"name": party.name, "guardian": name})


def _incapable(party: CaseParty, agreement: Agreement) -> str:
    """Why a party cannot sign alone, as it is told; empty where nothing speaks against it."""
    capacity = capacity_on(party.facts, agreement.agreed_on)
    if capacity not in LIMITED:
        return ""
    age = age_on(party.facts.birth_date, agreement.agreed_on)
    told = party.facts.capacity or age is None
    return LIMITED[capacity] if told else f"未满十八周岁（{age}岁）"


def _agents(file: CaseFile, party: CaseParty, agreement: Agreement) -> Iterator[Finding]:
    day = agreement.agreed_on
    for agent in (agent for agent in party.agents if agent.kind == "agent"):
        names = {"name": party.name, "agent": agent.name}
        if agent.name in _names_against(file, party):
            yield Finding("agent-opposed", "intake", "parties", names)
        if agent.mandate != "special" or MAY_SIGN not in agent.powers:
            yield Finding("mandate-too-small", "intake", "parties", names)
        early = agent.from_on is not None and day < agent.from_on
        late = agent.until_on is not None and day > agent.until_on
        if early or late:
            span = {"first": agent.from_on or "未写", "last": agent.until_on or "未写"}
            yield Finding("mandate-run-out", "intake", "parties", names | span | {"day": day})


def _names_against(file: CaseFile, party: CaseParty) -> set[str]:
    """The parties of the other side and those who act for them."""
    against = {"applicant": "respondent", "respondent": "applicant"}.get(party.role, "")
    others = file.of_role(against)
    return {other.name for other in others} | {agent.name for other in others for agent in other.agents}
