"""Something decided about a case as a whole, with its reason: reopened, put away, outcome changed."""

from datetime import date

from mediator.domain.facts import Facts


class Decision(Facts):
    """What was decided, when, by whom and why."""

    kind: str  # codes/decision_kind
    on: date
    by: str = ""
    reason: str = ""


class Removed(Facts):
    """The recycle bin's facts of a case; `on` is None for a case that is not in the bin."""

    on: date | None = None
    by: str = ""
    reason: str = ""


class Undisputed(Facts):
    """Facts the parties do not dispute, written down where no agreement is reached."""

    on: date | None = None
    facts: tuple[str, ...] = ()


class Series(Facts):
    """Cases of one kind against one side, opened, heard and signed together but counted singly."""

    id: int
    name: str
    opened_on: date
