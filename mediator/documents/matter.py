"""What a paper is composed from: one case, the office that prints it, and what the office has set."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from mediator.documents.wording import Wording, chosen, filled
from mediator.domain.casefile import CaseFile
from mediator.domain.office import Office, Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as the papers see it; without `today` no paper is offered because of a day gone by.

    `files` reads the bytes of an attachment by their SHA-256. Private talks are never among the facts.
    """

    file: CaseFile
    office: Office
    settings: Settings
    today: date | None = None
    files: Callable[[str], bytes] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.file.caucuses:
            object.__setattr__(self, "file", self.file.model_copy(update={"caucuses": ()}))

    @property
    def committee(self) -> str:
        """The committee in whose name the papers of this case speak."""
        return self.file.committee or self.office.name

    def made(self, key: str, subject_id: int | None = None) -> bool:
        """Whether a paper of this case has been printed or signed before."""
        marks = [mark for mark in self.file.papers if (mark.key, mark.subject_id) == (key, subject_id)]
        return any(mark.printed_at or mark.signed_on for mark in marks)

    def say(self, wording: Wording, **values: str) -> str:
        """A fixed sentence, in the office's words where it has its own, with its places filled in."""
        return "".join(self.pieces(wording, **values))

    def lines(self, wording: Wording, **values: str) -> tuple[str, ...]:
        """The lines of a fixed text, such as a list; the office may have more or fewer of them."""
        return tuple(filter(str.strip, self.say(wording, **values).splitlines()))

    def pieces(self, wording: Wording, **values: T) -> tuple[str | T, ...]:
        """A fixed sentence whose places are filled with more than text, such as a rule to write on."""
        return filled(chosen(wording, self.settings.wordings), values)
