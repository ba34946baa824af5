"""Write down that the parties agree to go on with the mediation, correct it, or put it away."""

from mediator.casework.desk import Desk, refuse_refused, refuse_stranger
from mediator.domain.extension import ExtensionFacts
from mediator.storage.procedure import EXTENSIONS


def extend(desk: Desk, case_id: int, facts: ExtensionFacts, extension_id: int | None = None) -> int:
    """Add an extension all parties agree to, or correct the one named; its id."""
    with desk.act("extend" if extension_id is None else "correct-extension", case_id) as act:
        refuse_refused(act.file)
        refuse_stranger(extension_id, act.file.extensions)
        return EXTENSIONS.save(act.work, case_id, facts, extension_id)


def drop_extension(desk: Desk, case_id: int, extension_id: int) -> None:
    """Put away an extension that was entered by mistake; the history keeps it."""
    with desk.act("drop-extension", case_id) as act:
        refuse_stranger(extension_id, act.file.extensions)
        EXTENSIONS.remove(act.work, extension_id)
