"""The payments of an agreement that need a receipt, one by one."""

from dataclasses import dataclass
from typing import Final

from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty, Performance

BY_BANK: Final = ("transfer", "mobile")  # of these the slip of the bank tells


@dataclass(frozen=True, slots=True)
class Payment:
    """Money given on a duty; `id` is the entry's, `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
    duty: Duty
    entry: Performance


def paid_by_hand(file: CaseFile) -> tuple[Duty, ...]:
    """The duties to pay that are not agreed to go through a bank."""
    duties = file.agreement.duties if file.agreement else ()
    return tuple(duty for duty in duties if duty.kind == "pay" and duty.way not in BY_BANK)


def payments(file: CaseFile) -> tuple[Payment, ...]:
    """All money given by hand by the agreement of a case, the earliest first."""
    given = [
        (entry, duty)
        for duty in paid_by_hand(file)
        for entry in duty.performed
        if entry.amount_fen is not None
    ]
    given.sort(key=lambda one: (one[0].on, one[0].id))
    return tuple(Payment(entry.id, number, duty, entry) for number, (entry, duty) in enumerate(given, 1))
