"""Takes the time of an act."""

from collections.abc import Callable
from time import perf_counter


def seconds(act: Callable[[], object], times: int = 1) -> float:
    """The quickest of several runs: what else the computer does only ever adds."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        act()
        taken.append(perf_counter() - began)
    return min(taken)
