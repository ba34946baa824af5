"""What every page is given: the desk, the messages, background work and the ways between pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from mediator.casework.desk import Desk
from mediator.domain.errors import MediatorError, RuleBroken
from ui.drafts import DraftKeeper
from ui.messages import Messages
from ui.tasks import Tasks


class Markable(Protocol):
    """A form that can say at a named field why a verb was refused."""

    def values(self) -> dict[str, Any]:
        """Every value by its name."""
        ...

    def mark(self, name: str, message: str) -> None:
        """Say beside a field what is wrong with it."""
        ...


@dataclass(frozen=True)
class Services:
    """Handed to each page once; a page asks for nothing else."""

    desk: Desk
    messages: Messages
    tasks: Tasks
    words: Callable[[MediatorError], str]
    go: Callable[[str], bool]  # open a page by its key; False when the shown page will not leave
    open_case: Callable[[int], bool]  # open the case page on a case
    show_cases: Callable[[tuple[str, ...], str], bool]  # (codes, title): the case list behind a figure
    open_series: Callable[[int], bool]  # open the page of a series; 0 opens the list of them
    saved: Callable[[], None]  # say 已保存 in the status line
    drafts: DraftKeeper

    def explain(self, error: Exception) -> str:
        """What a refusal of background work says; any other error is a fault and is raised again."""
        if not isinstance(error, MediatorError):
            raise error
        return self.words(error)

    def attempt(self, verb: Callable[[], object], form: Markable | None = None) -> bool:
        """Do a verb; a refusal is marked at its field, or said in a box, and nothing typed is lost."""
        try:
            verb()
        except RuleBroken as refusal:
            if form is not None and refusal.field in form.values():
                form.mark(refusal.field, self.words(refusal))
            else:
                self.messages.refuse(refusal)
            return False
        except MediatorError as refusal:
            self.messages.refuse(refusal)
            return False
        self.saved()
        self.drafts.soon()  # what was saved is no draft any more
        return True
