"""What the parties agreed, in writing or by word of mouth."""

from datetime import date

from pydantic import Field

from mediator.domain.duty import Duty, DutyFacts, is_settled
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts


class Signing(Facts):
    """When each hand signed: parties by case place, then mediator, recorder and seal."""

    parties: dict[int, date] = Field(default_factory=dict)
    mediator_on: date | None = None
    recorder_on: date | None = None
    sealed_on: date | None = None


class AgreementFacts(Facts):
    """An agreement; `facts` and `clauses` stand beside the clauses worded from the duties."""

    form: str = "written"  # codes/agreement_form
    agreed_on: date
    facts: str = ""  # main facts and disputed matters; empty = the dispute's summary
    clauses: tuple[str, ...] = ()  # further clauses in the office's own words
    performance_text: str = ""  # 履行方式、时限 where it is not told by the duties
    stated_fen: int | None = None  # the sum when no duty tells it (imported ledgers)
    stated_performance: str = ""  # codes/performance, where no duty tells it
    place: str = ""
    recorder: str = ""


class Agreement(AgreementFacts):
    """An agreement on record with its number, duties and signatures."""

    id: int
    number: str = ""
    duties: tuple[Duty, ...] = ()  # its own, then those of supplementary agreements
    signing: Signing = Signing()

    @property
    def own_duties(self) -> tuple[Duty, ...]:
        """The duties of the agreement itself, as its paper tells them."""
        return tuple(duty for duty in self.duties if duty.supplement_id is None)

    @property
    def running_duties(self) -> tuple[Duty, ...]:
        """The duties in force: a supplementary agreement ends some and brings others once it has effect."""
        return tuple(duty for duty in self.duties if duty.in_force)


def check_agreement(agreement: AgreementFacts, duties: tuple[DutyFacts, ...]) -> None:
    """Refuse an agreement that says nothing."""
    if not duties and not any(text.strip() for text in agreement.clauses):
        raise RuleBroken("agreement-empty", field="duties")


def total_fen(agreement: Agreement) -> int | None:
    """The sum of the agreement: what its own duties to pay add up to, else the stated sum."""
    sums = [duty.amount_fen for duty in agreement.own_duties if duty.amount_fen is not None]
    return sum(sums) if sums else agreement.stated_fen


def effect_on(agreement: Agreement, party_places: tuple[int, ...]) -> date | None:
    """The day the agreement takes effect, None while a signature or the seal is missing.

    人民调解法 Art. 29: in writing, from the day all parties and the mediator have signed and the
    committee's seal is put on; Art. 30: by word of mouth, from the day the parties agree.
    """
    if agreement.form == "oral":
        return agreement.agreed_on
    signing = agreement.signing
    days = [signing.parties.get(place) for place in party_places]
    days += [signing.mediator_on, signing.sealed_on]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def missing_hands(agreement: Agreement, party_places: tuple[int, ...]) -> list[int | str]:
    """Whose signature is still missing: case places, then 'mediator' and 'seal'."""
    if agreement.form == "oral":
        return []
    missing: list[int | str] = [place for place in party_places if place not in agreement.signing.parties]
    if agreement.signing.mediator_on is None:
        missing.append("mediator")
    if agreement.signing.sealed_on is None:
        missing.append("seal")
    return missing


def performance_state(agreement: Agreement) -> str:
    """How far the agreement is performed (codes/performance), worked out from the duties."""
    if not agreement.duties:
        return agreement.stated_performance
    settled = [is_settled(duty) for duty in agreement.running_duties]
    if all(settled):
        return "done"
    if any(settled) or any(duty.performed for duty in agreement.duties):
        return "partial"
    return "ongoing"
