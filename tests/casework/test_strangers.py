"""A record of another case is neither corrected nor put away."""

from collections.abc import Callable

import pytest

from mediator.casework.attach import correct_attachment, drop_attachment, order_attachments
from mediator.casework.desk import Desk
from mediator.casework.extend import drop_extension, extend
from mediator.casework.inquire import drop_inquiry, inquire
from mediator.casework.replace_mediator import drop_replacement, replace_mediator
from mediator.casework.supplement import drop_supplement, sign_supplement, supplement
from mediator.casework.talk_apart import drop_talk, talk_apart
from mediator.domain.agreement import Signing
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.caucus import CaucusFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.extension import ExtensionFacts
from mediator.domain.inquiry import InquiryFacts
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts
from tests.casework.scene import Scene, snapshot
from tests.people import TODAY

ASKED = InquiryFacts(held_on=TODAY, asked="甲一")
TALK = CaucusFacts(held_on=TODAY, text="底线")
LONGER = ExtensionFacts(agreed_on=TODAY, until_on=TODAY)
LEAVES = ReplacementFacts(on=TODAY, leaving="王测")
MORE = SupplementFacts(agreed_on=TODAY, clauses=("延期一个月。",))
PIECE = AttachmentFacts(title="更正")

# What each verb does to a case with a record of the full one.
ATTEMPTS: dict[str, Callable[[Desk, int, CaseFile], object]] = {
    "inquire": lambda d, case, full: inquire(d, case, ASKED, full.inquiries[0].id),
    "drop_inquiry": lambda d, case, full: drop_inquiry(d, case, full.inquiries[0].id),
    "talk_apart": lambda d, case, full: talk_apart(d, case, TALK, full.caucuses[0].id),
    "drop_talk": lambda d, case, full: drop_talk(d, case, full.caucuses[0].id),
    "extend": lambda d, case, full: extend(d, case, LONGER, full.extensions[0].id),
    "drop_extension": lambda d, case, full: drop_extension(d, case, full.extensions[0].id),
    "replace_mediator": lambda d, case, full: replace_mediator(d, case, LEAVES, full.replacements[0].id),
    "drop_replacement": lambda d, case, full: drop_replacement(d, case, full.replacements[0].id),
    "supplement": lambda d, case, full: supplement(d, case, MORE, supplement_id=full.supplements[0].id),
    "sign_supplement": lambda d, case, full: sign_supplement(d, case, full.supplements[0].id, Signing()),
    "drop_supplement": lambda d, case, full: drop_supplement(d, case, full.supplements[0].id),
    "correct_attachment": lambda d, case, full: correct_attachment(d, case, full.attachments[0].id, PIECE),
    "drop_attachment": lambda d, case, full: drop_attachment(d, case, full.attachments[0].id),
    "order_attachments": lambda d, case, full: order_attachments(d, case, [full.attachments[0].id]),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_record_of_another_case_is_left_alone(scene: Scene, name: str) -> None:
    before = snapshot(scene.desk.store)
    with pytest.raises(RuleBroken, match="record-not-here"):
        ATTEMPTS[name](scene.desk, scene.agreed.id, scene.full)
    assert snapshot(scene.desk.store) == before
