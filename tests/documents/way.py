"""What happens to a case between intake and ending, as the papers see it: as little and as much as can be."""

from datetime import date

from mediator.domain.agent import Agent
from mediator.domain.agreement import Signing
from mediator.domain.attachment import Attachment
from mediator.domain.casefile import CaseFile
from mediator.domain.caucus import Caucus
from mediator.domain.decision import Decision, Undisputed
from mediator.domain.duty import Duty
from mediator.domain.extension import Extension
from mediator.domain.inquiry import Inquiry
from mediator.domain.party import CaseParty
from mediator.domain.replacement import Replacement
from mediator.domain.supplement import Supplement
from tests.on_the_way import SECRET
from tests.people import ACCEPTED, id_number

DAY = date(2026, 10, 9)
LATER = date(2026, 10, 26)
UNDISPUTED = Undisputed(on=DAY, facts=("漏水<发生>在3号楼。", "各方均未维修 & 报修。" * 9) * 3)


def little(file: CaseFile) -> CaseFile:
    """One of each, of which only what must be known is known."""
    agent = Agent(id=91, ordinal=1, name="庚代测")
    return file.model_copy(
        update={
            "parties": (file.parties[0].model_copy(update={"agents": (agent,)}), *file.parties[1:]),
            "inquiries": (Inquiry(id=31, ordinal=1, held_on=ACCEPTED),),
            "extensions": (Extension(id=41, ordinal=1, agreed_on=ACCEPTED, until_on=LATER),),
            "replacements": (Replacement(id=51, ordinal=1, on=ACCEPTED, leaving="王测"),),
            "supplements": (Supplement(id=61, ordinal=1, agreed_on=ACCEPTED, clauses=("修补改在周末。",)),),
            "attachments": (Attachment(id=71, ordinal=1, title="照片"),),
        }
    )


def much(file: CaseFile) -> CaseFile:
    """Several of each with everything known, some of it hostile."""
    return file.model_copy(
        update={
            "parties": tuple(_with_agents(file.parties)),
            "inquiries": _inquiries(),
            "previous_code": "2026-00009",
            "caucuses": (Caucus(id=1, ordinal=1, held_on=DAY, parties=(1,), mediator="王测", text=SECRET),),
            "extensions": _extensions(),
            "replacements": _replacements(),
            "attachments": _attachments(),
            "decisions": _decisions(),
            **(_supplemented(file) if file.agreement else {"undisputed": UNDISPUTED}),
        }
    )


def _with_agents(parties: tuple[CaseParty, ...]) -> list[CaseParty]:
    person = Agent(
        id=91,
        ordinal=1,
        name="庚<代> & 测",
        sex="2",
        id_type="resident",
        id_number=id_number(91),
        phone="10000000091",
        address="示例市示例区示例路9号",
        occupation="示例律师事务所 律师",
        relation="律师",
        mandate="special",
        powers=("mediate", "admit", "settle", "receive-money"),
        limits="赔偿低于5000元的，须另行授权。",
        from_on=DAY,
        until_on=LATER,
    )
    of_firm = person.model_copy(
        update={"id": 92, "ordinal": 2, "name": "辛职测", "relation": "员工", "mandate": "general"}
    )
    guardian = Agent(id=93, ordinal=3, kind="guardian", name="壬监测", relation="父亲")
    agents = {1: (person, guardian), 5: (of_firm,)}
    return [party.model_copy(update={"agents": agents.get(party.id, party.agents)}) for party in parties]


def _inquiries() -> tuple[Inquiry, ...]:
    of_neighbour = Inquiry(
        id=31,
        ordinal=1,
        held_on=DAY,
        began="14:00",
        ended="15:00",
        place="示例小区3号楼",
        asked="邻居甲二",
        about="女，45岁，3号楼201室住户，与当事人无亲属关系",
        present="楼栋长乙三",
        askers=("王测", "赵调"),
        recorder="孙记",
        text="问：什么时候开始漏水？\n答：上月<底> & 本月初。\n" * 9,
    )
    of_party = Inquiry(id=32, ordinal=2, held_on=LATER, party=4, askers=("王测",), text="已询问。")
    return (of_neighbour, of_party)


def _extensions() -> tuple[Extension, ...]:
    first = Extension(
        id=41,
        ordinal=1,
        agreed_on=DAY,
        until_on=date(2026, 11, 20),
        reason="等待检测<报告>。",
        agreed_by=(1, 2, 3, 4, 5, 6),
    )
    return (
        first,
        Extension(id=42, ordinal=2, agreed_on=LATER, until_on=date(2026, 11, 30), agreed_by=(1, 4)),
    )


def _replacements() -> tuple[Replacement, ...]:
    one = Replacement(
        id=51,
        ordinal=1,
        on=DAY,
        leaving="赵调",
        coming="钱新测",
        asked_by=4,
        asked_on=DAY,
        grounds="系申请人近亲属 & 邻居",
        decided_by="周主任",
    )
    others = (
        {"granted": False, "coming": ""},
        {"why": "own", "asked_by": None},
        {"why": "office", "asked_by": None, "asked_on": None},
        {"why": "left", "asked_by": None, "asked_on": None, "grounds": "调离<本社区>。"},
    )
    return (
        one,
        *(one.model_copy(update={"id": 51 + n, "ordinal": 1 + n, **o}) for n, o in enumerate(others, 1)),
    )


def _supplemented(file: CaseFile) -> dict[str, object]:
    """A further duty, and one that ends; signed by everyone."""
    assert file.agreement is not None
    places = tuple(party.id for party in file.parties)
    facts = {"kind": "act", "debtors": (5,), "creditors": (1, 2, 3), "what": "清理<楼道>"}
    later = Duty.model_validate({"id": 99, "ordinal": 99, "supplement_id": 61, **facts, "due_on": LATER})
    ended = [
        one.model_copy(update={"ended_by": 61}) if one.kind == "deliver" else one
        for one in file.agreement.duties
    ]
    hands = Signing(parties=dict.fromkeys(places, LATER), mediator_on=LATER, sealed_on=LATER)
    first = Supplement(
        id=61,
        ordinal=1,
        agreed_on=LATER,
        reason="楼道仍有积水 & 杂物。",
        clauses=("其他约定不变。",),
        recorder="孙记",
        signing=hands,
    )
    second = Supplement(id=62, ordinal=2, agreed_on=LATER, clauses=("履行地点改为<3号楼>。",) * 6)
    duties = (*ended, later)
    return {
        "agreement": file.agreement.model_copy(update={"duties": duties}),
        "supplements": (first, second),
    }


def _attachments() -> tuple[Attachment, ...]:
    one = Attachment(
        id=71,
        ordinal=1,
        title="漏水<照片>",
        party=1,
        received_on=DAY,
        form="photo",
        pages=3,
        proves="漏水的位置和范围",
        note="a & b",
    )
    others = (
        {"title": "维修合同", "party": 5, "form": "copy", "pages": 12, "note": ""},
        {
            "title": "现场录像",
            "file_name": "录像.mp4",
            "sha256": "0" * 64,
            "form": "recording",
            "pages": None,
        },
        {"title": "社区说明", "kind": "other", "party": None, "form": "original", "received_on": None},
    )
    return (
        one,
        *(one.model_copy(update={"id": 71 + n, "ordinal": 1 + n, **o}) for n, o in enumerate(others, 1)),
    )


def _decisions() -> tuple[Decision, ...]:
    kinds = ("reopened", "outcome-changed", "removed")
    return tuple(Decision(kind=kind, on=LATER, by="孙记", reason=f"原因<{kind}>。") for kind in kinds)
