"""People who work at the desk."""

from mediator.domain.facts import Facts


class Mediator(Facts):
    """A mediator or registrar; one who left is kept, inactive."""

    id: int
    name: str
    active: bool = True
