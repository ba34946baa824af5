"""All returns the program knows."""

from mediator import discover
from mediator.domain.errors import WrongUsage
from mediator.statistics import returns
from mediator.statistics.model import Return


def all_returns() -> dict[str, Return]:
    """Every return by its key."""
    return discover.declared(returns, "RETURN", Return)


def find(key: str) -> Return:
    """The return of a key; raises WrongUsage('return-unknown')."""
    known = all_returns()
    if key not in known:
        raise WrongUsage("return-unknown", key=key, known="、".join(known))
    return known[key]
