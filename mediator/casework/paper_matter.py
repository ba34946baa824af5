"""A case as its papers see it, with the files that were handed in."""

from functools import partial

from mediator.casework.desk import Desk
from mediator.documents.matter import Matter
from mediator.domain.casefile import CaseFile
from mediator.storage import attachments


def matter_of(desk: Desk, file: CaseFile) -> Matter:
    """What the papers of a case are made from; it stays usable when the desk is closed."""
    read = partial(attachments.read_bytes, desk.store.folder)
    return Matter(file, desk.office(), desk.settings(), desk.today(), read)
