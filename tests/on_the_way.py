"""What may happen to a sample case between its intake and its performance."""

import base64
from datetime import date

from mediator.casework.attach import attach
from mediator.casework.desk import Desk
from mediator.casework.extend import extend
from mediator.casework.inquire import inquire
from mediator.casework.replace_mediator import replace_mediator
from mediator.casework.supplement import sign_supplement, supplement
from mediator.casework.talk_apart import talk_apart
from mediator.domain.agreement import Signing
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.caucus import CaucusFacts
from mediator.domain.duty import DutyFacts
from mediator.domain.extension import ExtensionFacts
from mediator.domain.inquiry import InquiryFacts
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts

SECRET = "底线是五千元，切勿外传"  # of a private talk: no paper, return or export may show it
# One white pixel.
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg=="
)


def go_on(desk: Desk, case_id: int, text: str) -> None:
    """Inquiry, private talk, extension, withdrawal, evidence: one of each."""
    places = tuple(party.id for party in desk.file(case_id).parties)
    day = date(2026, 10, 9)
    inquiry = InquiryFacts(
        held_on=day,
        began="14:00",
        ended="15:00",
        place="示例小区3号楼",
        asked="邻居甲二",
        about="女，楼下住户",
        present="楼栋长乙三",
        askers=("王测", "赵调"),
        recorder="孙记",
        text=text,
    )
    inquire(desk, case_id, inquiry)
    talk_apart(desk, case_id, CaucusFacts(held_on=day, parties=places[:1], mediator="王测", text=SECRET))
    extend(
        desk,
        case_id,
        ExtensionFacts(agreed_on=day, until_on=date(2026, 11, 30), reason="等待检测<报告>", agreed_by=places),
    )
    replace_mediator(
        desk,
        case_id,
        ReplacementFacts(
            on=day,
            leaving="赵调",
            coming="钱新",
            asked_by=places[0],
            asked_on=day,
            grounds="系近亲属 & 邻居",
            decided_by="周主任",
        ),
    )
    for title, data in (("漏水<照片>", PHOTO), ("维修合同", None)):
        facts = AttachmentFacts(
            title=title,
            party=places[0],
            received_on=day,
            form="copy",
            pages=1,
            proves="漏水属实",
            note="a & b",
        )
        attach(desk, case_id, facts, data, "照片.png" if data else "")


def put_off(desk: Desk, case_id: int) -> None:
    """A further duty is agreed upon later."""
    file = desk.file(case_id)
    assert file.agreement is not None
    act, places = file.agreement.own_duties[2], tuple(party.id for party in file.parties)
    day = date(2026, 10, 26)
    later = DutyFacts(
        kind="act", debtors=act.debtors, creditors=act.creditors, what="清理楼道", due_on=date(2026, 12, 5)
    )
    facts = SupplementFacts(
        agreed_on=day, reason="楼道仍有积水 & 杂物", clauses=("其他约定不变。",), recorder="孙记"
    )
    made = supplement(desk, case_id, facts, duties=((None, later),))
    signing = Signing(parties=dict.fromkeys(places, day), mediator_on=day, recorder_on=day, sealed_on=day)
    sign_supplement(desk, case_id, made, signing)
