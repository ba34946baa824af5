"""Shares, rates and changes as strings of decimals: whole-number arithmetic, half up, never float."""

from decimal import Decimal

NOTHING = "—"  # 0/0 and anything else over nought: neither 0 % nor 100 %


def percent(part: int, whole: int, places: int) -> str:
    """`part` of `whole` in hundredths with so many decimals, halves away from nought: 842 of 869 → 96.9."""
    if whole == 0:
        return NOTHING
    scaled, size = abs(part) * 100 * 10**places, abs(whole)
    rounded = (2 * scaled + size) // (2 * size)
    below = (part < 0) != (whole < 0) and rounded
    return f"{Decimal(-rounded if below else rounded).scaleb(-places):f}"


def change(now: int, then: int) -> str:
    """Growth over an earlier figure in per cent, one decimal: 869 after 1028 → -15.5."""
    return percent(now - then, then, 1)


def points(now: str, then: str) -> str:
    """The step between two printed rates in percentage points, so that a reader can check it by eye."""
    if NOTHING in (now, then):
        return NOTHING
    return f"{Decimal(now) - Decimal(then):f}"
