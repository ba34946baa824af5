"""What a paper is composed from: one case, the office that prints it, and what the office has set."""

from dataclasses import dataclass
from datetime import date

from mediator.domain.casefile import CaseFile
from mediator.domain.office import Office, Settings


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as the papers see it; without `today` no paper is offered because of a day gone by."""

    file: CaseFile
    office: Office
    settings: Settings
    today: date | None = None

    @property
    def committee(self) -> str:
        """The committee in whose name the papers of this case speak."""
        return self.file.committee or self.office.name

    def made(self, key: str, subject_id: int | None = None) -> bool:
        """Whether a paper of this case has been printed or signed before."""
        marks = [mark for mark in self.file.papers if (mark.key, mark.subject_id) == (key, subject_id)]
        return any(mark.printed_at or mark.signed_on for mark in marks)
