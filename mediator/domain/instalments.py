"""Splits a sum into monthly parts that add up to the last 分."""

from datetime import date

from mediator.domain.clock import add_months
from mediator.domain.duty import Instalment
from mediator.domain.errors import RuleBroken

MOST_PARTS = 600  # fifty years of months
YUAN = 100  # 分


def split_evenly(
    amount_fen: int, count: int, first: date | None, *, rest_first: bool = False
) -> tuple[Instalment, ...]:
    """Equal parts a month apart; what does not divide goes to the last part, or to the first.

    A sum of whole 元 is split into parts of whole 元 where each gets at least one; raises
    RuleBroken "instalments-count" when there are more parts than 分, or none.
    """
    if not 1 <= count <= min(MOST_PARTS, amount_fen):
        raise RuleBroken("instalments-count", field="instalments", count=count)
    unit = YUAN if amount_fen % YUAN == 0 and amount_fen >= count * YUAN else 1
    each = amount_fen // unit // count * unit
    odd = amount_fen - each * (count - 1)
    at = 0 if rest_first else count - 1
    return tuple(
        Instalment(amount_fen=odd if part == at else each, due_on=first and add_months(first, part))
        for part in range(count)
    )
