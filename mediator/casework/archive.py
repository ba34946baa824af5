"""Close a case for good; and what happened to its papers on the way."""

from mediator.casework.desk import Desk
from mediator.domain.case import Archived
from mediator.domain.errors import RuleBroken
from mediator.storage import cases, papers


def archive(desk: Desk, case_id: int, archived: Archived) -> None:
    """Put the case in the archive; from then on nothing in it changes."""
    if archived.on is None:
        raise RuleBroken("date-missing", field="archived_on")
    with desk.act("archive", case_id) as act:
        if not act.file.ending.outcome:
            raise RuleBroken("case-still-open")
        cases.save_archived(act.work, case_id, archived)


def mark_printed(desk: Desk, case_id: int, key: str, subject_id: int | None, sha256: str) -> None:
    """Write down that these very bytes of a paper went to the printer."""
    with desk.act("print", case_id, facts=False) as act:
        papers.mark_printed(act.work, case_id, key, subject_id, at=desk.now(), sha256=sha256)
