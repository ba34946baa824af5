"""What the written agreement and the register of an oral one have in common."""

from mediator.documents.clauses import money
from mediator.documents.form import Place
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.documents.parts import (
    in_order,
    mediator_place,
    mediators_of,
    party_places,
    recorder_place,
    seal_place,
)
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty


def facts_of(file: CaseFile) -> str:
    """Main facts and disputed matters: the agreement's own words, else the summary of the dispute."""
    own = file.agreement.facts if file.agreement else ""
    return own.strip() or file.dispute.summary.strip()


def stated_sum(agreement: Agreement) -> str:
    """The sum of an agreement whose duties do not tell it, as a sentence; empty where there is none."""
    told = any(duty.amount_fen is not None for duty in agreement.own_duties)
    if told or agreement.stated_fen is None:
        return ""
    return f"协议涉及金额：{money(agreement.stated_fen)}。"


def signers(matter: Matter, agreement: Agreement) -> tuple[Place, ...]:
    """Places for every party, mediators, recorder and the seal."""
    file = matter.file
    return (
        *party_places(in_order(file)),
        mediator_place(mediators_of(file)),
        recorder_place(agreement.recorder),
        seal_place(matter),
    )


def has_form(matter: Matter, form: str) -> bool:
    """Whether the case has an agreement of this form (codes/agreement_form)."""
    return matter.file.agreement is not None and matter.file.agreement.form == form


def duty_place(file: CaseFile, duty: Duty) -> str:
    """Where a duty stands: 协议第二项, or in which supplementary agreement."""
    duties = file.agreement.duties if file.agreement else ()
    same = [one.id for one in duties if one.supplement_id == duty.supplement_id]
    item = f"第{chinese(same.index(duty.id) + 1)}项"
    if duty.supplement_id is None:
        return f"协议{item}"
    ordinal = next((one.ordinal for one in file.supplements if one.id == duty.supplement_id), 1)
    which = f"第{chinese(ordinal)}份" if len(file.supplements) > 1 else ""
    return f"{which}补充协议{item}"
