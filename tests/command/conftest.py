"""The command over a throwaway folder."""

from pathlib import Path

import pytest

from tests.command.run import Mediator, Ran, call


@pytest.fixture(autouse=True)
def _no_data_of_this_pc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test may find the data of whoever runs it."""
    monkeypatch.setenv("MEDIATOR_DATA", str(tmp_path / "nobody"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "office"


@pytest.fixture
def plain(capsys: pytest.CaptureFixture[str]) -> Mediator:
    """The command without a word before the verb."""
    return lambda *words: call(capsys.readouterr, *words)


@pytest.fixture
def mediator(plain: Mediator, data: Path) -> Mediator:
    """The command on the data folder."""

    def run(*words: object) -> Ran:
        return plain("--data", data, *words)

    return run
