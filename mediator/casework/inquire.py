"""Write down an inquiry, correct it, or put it away."""

from mediator.casework.desk import Desk, refuse_refused, refuse_stranger
from mediator.domain.inquiry import InquiryFacts
from mediator.storage.procedure import INQUIRIES


def inquire(desk: Desk, case_id: int, facts: InquiryFacts, inquiry_id: int | None = None) -> int:
    """Add an inquiry, or correct the one named; its id."""
    with desk.act("inquire" if inquiry_id is None else "correct-inquiry", case_id) as act:
        refuse_refused(act.file)
        refuse_stranger(inquiry_id, act.file.inquiries)
        return INQUIRIES.save(act.work, case_id, facts, inquiry_id)


def drop_inquiry(desk: Desk, case_id: int, inquiry_id: int) -> None:
    """Put away an inquiry that was entered by mistake; the history keeps it."""
    with desk.act("drop-inquiry", case_id) as act:
        refuse_stranger(inquiry_id, act.file.inquiries)
        INQUIRIES.remove(act.work, inquiry_id)
