"""What a paper is composed from: one case, the office that prints it, and what the office has set."""

from dataclasses import dataclass

from mediator.domain.casefile import CaseFile
from mediator.domain.office import Office, Settings


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as the papers see it."""

    file: CaseFile
    office: Office
    settings: Settings

    @property
    def committee(self) -> str:
        """The committee in whose name the papers of this case speak."""
        return self.file.committee or self.office.name
