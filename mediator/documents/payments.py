"""The payments of an agreement, one by one: what each receipt is about."""

from dataclasses import dataclass

from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Duty, Performance


@dataclass(frozen=True, slots=True)
class Payment:
    """Money given on a duty; `id` is the entry's, `ordinal` counts from 1 in order of date."""

    id: int
    ordinal: int
    duty: Duty
    entry: Performance


def payments(file: CaseFile) -> tuple[Payment, ...]:
    """All money given by the agreement of a case, the earliest first."""
    duties = file.agreement.duties if file.agreement else ()
    given = [(entry, duty) for duty in duties for entry in duty.performed if entry.amount_fen is not None]
    given.sort(key=lambda one: (one[0].on, one[0].id))
    return tuple(Payment(entry.id, number, duty, entry) for number, (entry, duty) in enumerate(given, 1))
