"""Gathers the ratios of a session and tells them at its end."""

from collections.abc import Callable

import pytest

Ratios = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[Ratios] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash[Ratios]:
        terminalreporter.section("ratios")
        for line in config.stash[Ratios]:
            terminalreporter.write_line(line)


@pytest.fixture
def ratio(request: pytest.FixtureRequest) -> Callable[[str, float, str, float], float]:
    """Tell how many times one act takes as long as another."""

    def tell(what: str, took: float, yardstick: str, yard: float) -> float:
        line = f"{what} {took * 1000:,.1f} ms : {yardstick} {yard * 1000:,.1f} ms = {took / yard:.1f}"
        request.config.stash[Ratios].append(line)
        return took / yard

    return tell
