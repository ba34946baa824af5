"""The records of a case that have a paper each: sittings, visits, payments, agents and the like."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from mediator.documents.form import Each
from mediator.documents.payments import Payment, payments
from mediator.domain.agent import Agent
from mediator.domain.casefile import CaseFile
from mediator.domain.extension import Extension
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.inquiry import Inquiry
from mediator.domain.party import CaseParty
from mediator.domain.replacement import Replacement
from mediator.domain.supplement import Supplement

Subject = Hearing | Visit | Payment | Agent | Inquiry | Supplement | Extension | Replacement

# Several papers of one form are counted as what they are; what is not named here happens 次 by 次.
COUNTED: Final[Mapping[Each, str]] = MappingProxyType({"agent": "份", "supplement": "份"})


def records(each: Each, file: CaseFile) -> Sequence[Subject]:
    """The records that a form is printed for, in their order; none for a paper of the whole case."""
    found = _RECORDS.get(each)
    return found(file) if found else ()


def mandates(file: CaseFile) -> tuple[tuple[CaseParty, Agent], ...]:
    """Who has given a mandate to whom, in the order of the parties."""
    return tuple((party, agent) for party in file.parties for agent in party.agents if agent.kind == "agent")


_RECORDS: Final[Mapping[Each, Callable[[CaseFile], Sequence[Subject]]]] = MappingProxyType(
    {
        "hearing": lambda file: file.hearings,
        "visit": lambda file: file.visits,
        "payment": payments,
        "agent": lambda file: tuple(agent for _, agent in mandates(file)),
        "inquiry": lambda file: file.inquiries,
        "supplement": lambda file: file.supplements,
        "extension": lambda file: file.extensions,
        "replacement": lambda file: file.replacements,
    }
)
