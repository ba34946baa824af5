"""A supplementary agreement: what the parties change or add after they have agreed."""

from datetime import date

from mediator.domain.agreement import Signing
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts


class SupplementFacts(Facts):
    """Why and how an agreement is changed; duties it adds or ends stand with the agreement's duties."""

    agreed_on: date
    reason: str = ""
    clauses: tuple[str, ...] = ()
    place: str = ""
    recorder: str = ""


class Supplement(SupplementFacts):
    """A supplementary agreement on record; `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
    signing: Signing = Signing()


def check_supplement(facts: SupplementFacts, duties: int) -> None:
    """Refuse a supplementary agreement that changes nothing; `duties` counts those it adds or ends."""
    if not duties and not any(text.strip() for text in facts.clauses):
        raise RuleBroken("supplement-empty", field="clauses")
