"""A screen without glass, a watched door for boxes, and nothing left behind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first Qt import

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.casework.desk import Desk
from mediator.domain.errors import MediatorError
from ui.drafts import DraftKeeper
from ui.garbage import GarbageInTheWindow, collect_when_due
from ui.main_window import MainWindow
from ui.services import Services
from ui.tasks import Tasks
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


@dataclass
class Ways:
    """Where a page wanted to go, and how often it said 已保存."""

    pages: list[str] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    lists: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    series: list[int] = field(default_factory=list)
    saved: int = 0

    def go(self, key: str) -> bool:
        self.pages.append(key)
        return True

    def open_case(self, case_id: int) -> bool:
        self.cases.append(case_id)
        return True

    def open_series(self, series_id: int) -> bool:
        self.series.append(series_id)
        return True

    def show_cases(self, codes: tuple[str, ...], title: str) -> bool:
        self.lists.append((codes, title))
        return True

    def say_saved(self) -> None:
        self.saved += 1


@pytest.fixture
def ways() -> Ways:
    return Ways()


@pytest.fixture
def services(desk: Desk, messages: Recorder, ways: Ways) -> Iterator[Services]:
    """What every page is given, over the sample office; refusals are worded by their code."""
    tasks = Tasks()
    drafts = DraftKeeper(desk, messages)
    yield Services(
        desk=desk,
        messages=messages,
        tasks=tasks,
        words=lambda error: error.code,
        go=ways.go,
        open_case=ways.open_case,
        show_cases=ways.show_cases,
        open_series=ways.open_series,
        saved=ways.say_saved,
        drafts=drafts,
    )
    drafts.close()
    assert tasks.stop_all()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> QApplication:
    apply_theme(qapp)
    return qapp


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> GarbageInTheWindow:
    """Dead widgets of a test are freed between the tests and by no thread of the next one."""
    return GarbageInTheWindow(qapp)


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    # What the test before asked to be deleted goes now: restyling thousands of dead widgets takes seconds.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_when_due()
    yield
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The empty shell on the screen, closed again after the test."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
