"""A screen without glass, a watched door for boxes, and nothing left behind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first Qt import

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from mediator.domain.errors import MediatorError
from ui.theme import apply_theme


class Recorder:
    """Messages that answer as told and fail on a box nobody expected."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.expected: list[str] = []

    def expect(self, answer: str) -> None:
        """The next box is expected; its answer is this key ("yes"/"no" for a question, "ok" for a notice)."""
        self.expected.append(answer)

    def _answer(self, text: str) -> str:
        self.said.append(text)
        if not self.expected:
            pytest.fail(f"unexpected box: {text}")
        return self.expected.pop(0)

    def tell(self, text: str, detail: str = "") -> None:
        self._answer(text)

    def warn(self, text: str, detail: str = "") -> None:
        self._answer(text)

    def refuse(self, error: MediatorError) -> None:
        self._answer(error.code)

    def ask(self, text: str, yes: str, no: str = "取消", detail: str = "") -> bool:
        return self._answer(text) == "yes"

    def choose(self, text: str, choices: Sequence[tuple[str, str]], safe: str, detail: str = "") -> str:
        answer = self._answer(text)
        assert answer in {key for key, _ in choices}
        return answer


@pytest.fixture
def messages() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    assert recorder.expected == [], "a box that was expected never came"


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> QApplication:
    apply_theme(qapp)
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    yield
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
