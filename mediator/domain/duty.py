"""Who owes whom what by the agreement, and what has been done of it."""

from datetime import date

from pydantic import Field

from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts


class Instalment(Facts):
    """One part of a payment, in whole 分, with the day it is due."""

    amount_fen: int
    due_on: date | None = None


class DutyFacts(Facts):
    """One duty: debtors and creditors are case places (CaseParty.id)."""

    kind: str = "pay"  # codes/duty_kind
    debtors: tuple[int, ...]
    creditors: tuple[int, ...] = ()
    what: str = ""  # what is done, or what the money is for
    amount_fen: int | None = None
    instalments: tuple[Instalment, ...] = ()
    due_on: date | None = None
    place: str = ""
    way: str = ""  # codes/payment_way
    wording: str = ""  # a clause edited by hand; empty = worded from the duty
    worded_from: str = ""  # the clause as it was when the hand edited it


class Performance(Facts):
    """Something done on a duty: money in whole 分, or the act itself."""

    id: int
    duty_id: int
    on: date
    amount_fen: int | None = None
    complete: bool = False  # the entry settles the duty
    note: str = ""


class Duty(DutyFacts):
    """A duty on record with what has been done of it."""

    id: int
    ordinal: int
    supplement_id: int | None = None  # the supplementary agreement it comes from
    ended_by: int | None = None  # the supplementary agreement that ends it
    # Worked out with the case, never stored: a supplementary agreement counts once it has taken effect.
    in_force: bool = Field(default=True, exclude=True)
    performed: tuple[Performance, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether a supplementary agreement in effect has ended it."""
        return self.ended_by is not None and not self.in_force


class Due(Facts):
    """One thing still to come of a duty, with its day and amount."""

    duty_id: int
    ordinal: int
    part: int  # 1-based instalment, 0 for the whole duty
    due_on: date | None
    amount_fen: int | None


def check_duty(duty: DutyFacts) -> None:
    """Refuse a duty whose sums or people cannot be right."""
    if not duty.debtors:
        raise RuleBroken("duty-debtor-missing", field="debtors")
    if set(duty.debtors) & set(duty.creditors):
        raise RuleBroken("duty-to-self", field="creditors")
    if duty.kind != "pay":
        if not duty.what.strip():
            raise RuleBroken("duty-what-missing", field="what")
        return
    if duty.amount_fen is None or duty.amount_fen <= 0:
        raise RuleBroken("duty-amount-missing", field="amount_fen")
    if not duty.creditors:
        raise RuleBroken("duty-creditor-missing", field="creditors")
    _check_instalments(duty.amount_fen, duty.instalments)


def _check_instalments(amount_fen: int, parts: tuple[Instalment, ...]) -> None:
    if any(part.amount_fen <= 0 for part in parts):
        raise RuleBroken("instalment-amount", field="instalments")
    total = sum(part.amount_fen for part in parts)
    if parts and total != amount_fen:
        raise RuleBroken("instalments-sum", field="instalments", total_fen=total, amount_fen=amount_fen)
    days = [part.due_on for part in parts if part.due_on]
    if days != sorted(days):
        raise RuleBroken("instalments-order", field="instalments")


def paid_fen(duty: Duty) -> int:
    """Money given on a duty so far."""
    return sum(entry.amount_fen or 0 for entry in duty.performed)


def is_settled(duty: Duty) -> bool:
    """Whether nothing of the duty is left."""
    if any(entry.complete for entry in duty.performed):
        return True
    return duty.kind == "pay" and duty.amount_fen is not None and paid_fen(duty) >= duty.amount_fen


def settled_on(duty: Duty) -> date | None:
    """The day on which the duty was settled, None while something is left."""
    given = 0
    for entry in sorted(duty.performed, key=lambda entry: (entry.on, entry.id)):
        given += entry.amount_fen or 0
        paid_up = duty.kind == "pay" and duty.amount_fen is not None and given >= duty.amount_fen
        if entry.complete or paid_up:
            return entry.on
    return None


def still_due(duty: Duty) -> list[Due]:
    """What is still to come, money paid so far counted against the earliest parts first."""
    if not duty.in_force or is_settled(duty):
        return []
    if not duty.instalments:
        left = None if duty.amount_fen is None else duty.amount_fen - paid_fen(duty)
        return [Due(duty_id=duty.id, ordinal=duty.ordinal, part=0, due_on=duty.due_on, amount_fen=left)]
    dues: list[Due] = []
    paid = paid_fen(duty)
    for number, part in enumerate(duty.instalments, 1):
        covered = min(paid, part.amount_fen)
        paid -= covered
        if covered < part.amount_fen:
            left = part.amount_fen - covered
            dues.append(
                Due(duty_id=duty.id, ordinal=duty.ordinal, part=number, due_on=part.due_on, amount_fen=left)
            )
    return dues


def past_due(duty: Duty, today: date) -> list[Due]:
    """What is late: its day has gone by. What is to stop has no such day, its date is the first one."""
    if duty.kind == "refrain":
        return []
    return [due for due in still_due(duty) if due.due_on is not None and due.due_on < today]


def last_due_on(duty: DutyFacts) -> date | None:
    """The last day on which something of the duty is due."""
    days = [part.due_on for part in duty.instalments if part.due_on]
    return max(days) if days else duty.due_on
