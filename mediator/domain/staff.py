"""People who work at the desk."""

from mediator.domain.facts import Facts


class Mediator(Facts):
    """A mediator or registrar; one who left is kept, inactive."""

    id: int
    name: str
    active: bool = True
    at_desk: bool = True  # False for a name known only from a case or a ledger

    @property
    def works_here(self) -> bool:
        """Whether the person sits at this office's desk now."""
        return self.active and self.at_desk
