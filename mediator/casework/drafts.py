"""Words that were typed and not saved: kept as they are typed, offered again to whoever typed them."""

from typing import Any

from mediator.casework.desk import Desk
from mediator.domain.workplace import Draft
from mediator.storage import workplace


def keep_draft(desk: Desk, key: str, title: str, value: Any) -> None:
    """Keep what this person has typed into a form; `value` is plain JSON."""
    with desk.store.work() as work:
        workplace.put_draft(work, desk.who, key, title=title, value=value, at=desk.now())


def drop_draft(desk: Desk, key: str) -> None:
    """Forget what was typed into a form: it was saved, or is not wanted."""
    with desk.store.work() as work:
        workplace.drop_draft(work, desk.who, key)


def my_drafts(desk: Desk) -> list[Draft]:
    """What this person has typed and not saved, the latest first."""
    with desk.store.look() as work:
        return workplace.drafts(work, desk.who)
