"""Services over a throwaway office, with ears on what pages ask of the shell."""

from dataclasses import dataclass, field

from mediator.casework.desk import Desk
from mediator.domain.errors import MediatorError
from tests.ui.conftest import Recorder
from ui.drafts import DraftKeeper
from ui.services import Services
from ui.tasks import Tasks


@dataclass
class Ears:
    """What a page asked of the shell."""

    gone: list[str] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    listed: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    series: list[int] = field(default_factory=list)
    saved: int = 0

    def go(self, key: str) -> bool:
        self.gone.append(key)
        return True

    def open_case(self, case_id: int) -> bool:
        self.opened.append(case_id)
        return True

    def open_series(self, series_id: int) -> bool:
        self.series.append(series_id)
        return True

    def show_cases(self, codes: tuple[str, ...], title: str) -> bool:
        self.listed.append((codes, title))
        return True

    def say_saved(self) -> None:
        self.saved += 1


def code_words(error: MediatorError) -> str:
    """The bare code, so that a test can name it."""
    return error.code


def services_for(desk: Desk, messages: Recorder, ears: Ears) -> Services:
    """What a page is given."""
    return Services(
        desk,
        messages,
        Tasks(),
        code_words,
        ears.go,
        ears.open_case,
        ears.show_cases,
        ears.open_series,
        ears.say_saved,
        DraftKeeper(desk, messages),
    )
