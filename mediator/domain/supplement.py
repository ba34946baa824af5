"""A supplementary agreement: what the parties change or add after they have agreed."""

from datetime import date

from mediator.domain.agreement import Agreement, Signing, missing_hands
from mediator.domain.duty import Duty
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


def with_force(
    agreement: Agreement, supplements: tuple[Supplement, ...], places: tuple[int, ...]
) -> Agreement:
    """The agreement with each duty marked as in force or not, by the supplementary agreements in effect.

    One that changes a written agreement takes effect as that did (人民调解法 Art. 29).
    """
    effective = {
        one.id
        for one in supplements
        if not missing_hands(agreement.model_copy(update={"signing": one.signing}), places)
    }
    duties = tuple(
        duty.model_copy(update={"in_force": _in_force(duty, effective)}) for duty in agreement.duties
    )
    return agreement.model_copy(update={"duties": duties})


def _in_force(duty: Duty, effective: set[int]) -> bool:
    arrived = duty.supplement_id is None or duty.supplement_id in effective
    return arrived and duty.ended_by not in effective


def check_supplement(facts: SupplementFacts, duties: int) -> None:
    """Refuse a supplementary agreement that changes nothing; `duties` counts those it adds or ends."""
    if not duties and not any(text.strip() for text in facts.clauses):
        raise RuleBroken("supplement-empty", field="clauses")
