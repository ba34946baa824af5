"""An invented case, so that an office sees a form in its own words before any real case has it."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Final

from mediator.documents.form import Form, Paper
from mediator.documents.matter import Matter
from mediator.documents.order import drafts_of
from mediator.documents.pdf import page_counts, write_pdf
from mediator.domain.agent import Agent
from mediator.domain.agreement import Agreement, Signing
from mediator.domain.attachment import Attachment
from mediator.domain.case import CaseFacts, Confirmation, Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Undisputed
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import Duty, Instalment
from mediator.domain.errors import NotFound
from mediator.domain.extension import Extension
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.inquiry import Inquiry
from mediator.domain.office import Office, Settings
from mediator.domain.party import CaseParty, PartyFacts
from mediator.domain.replacement import Replacement
from mediator.domain.supplement import Supplement

BEGAN: Final = date(2026, 3, 2)
AGREED: Final = date(2026, 3, 12)
TODAY: Final = date(2026, 4, 3)
MOST_PAGES: Final = 8  # a long list is not shown in every way it can read
BOTH: Final = (1, 2)
MEDIATOR: Final = "丙调"
WATER: Final = "乙二家的水管漏水，浸湿了楼下甲一家的天花板。双方对维修和赔偿有争议。"


def sample(form: Form, office: Office, settings: Settings) -> bytes:
    """The PDF of a form as the invented case would have it: each way that reads differently, once."""
    papers: list[Paper] = []
    for file in _turns(office):
        matter = Matter(file, office, settings, TODAY)
        made = (form.compose(matter, draft.subject) for draft in drafts_of(form, matter))
        papers += [paper for paper in made if paper not in papers]
    if not papers:
        raise NotFound("paper-has-no-subject", title=form.title)
    ends = list(accumulate(page_counts(papers)))
    few = [paper for paper, end in zip(papers, ends, strict=True) if end <= max(MOST_PAGES, ends[0])]
    return write_pdf(few, title=f"{form.title}（样例）")


def _turns(office: Office) -> Iterator[CaseFile]:
    """The case in every way it can go: agreed, still open, turned away, ended without agreement."""
    whole = _case(office)
    success = {"ending": Ending(outcome="success", on=AGREED), "agreement": _agreement()}
    yield whole.model_copy(update=success)
    yield whole.model_copy(update={**success, "agreement": _agreement().model_copy(update={"form": "oral"})})
    yield whole.model_copy(update={**success, "confirmation": Confirmation(state="valid", on=TODAY)})
    going = whole.model_copy(update={"visits": (), "supplements": (), "hearings": (_hearing("continue"),)})
    yield going
    own = going.case.model_copy(update={"start_way": "own"})
    yield going.model_copy(update={"case": own})
    for outcome, hearings in (("refused", ()), ("failed", (_hearing("failed"),)), ("terminated", ())):
        yield going.model_copy(update={"ending": _ending(outcome), "hearings": hearings})


def _ending(outcome: str) -> Ending:
    reason = {"refused": "already-handled", "failed": "no-agreement"}.get(outcome, "party-withdraws")
    ways = ("arbitration", "court") if outcome != "refused" else ()
    return Ending(outcome=outcome, on=AGREED, reason=reason, told_ways=ways)


def _case(office: Office) -> CaseFile:
    return CaseFile(
        id=1,
        code="2026-00000",
        dispute_id=1,
        dispute_code="2026-00000",
        dossier_number="（2026）样例第0号",
        committee=office.name,
        committee_kind=office.kind,
        dispute=DisputeFacts(type_written="邻里", summary=WATER),
        case=CaseFacts(
            accepted_on=BEGAN, mediator=MEDIATOR, registrar="丁记", claims="修好水管，赔偿天花板的损失。"
        ),
        parties=(_party(1, "applicant", "甲一"), _party(2, "respondent", "乙二")),
        hearings=(_hearing("agreed"),),
        visits=(_visit(),),
        inquiries=(_inquiry(),),
        extensions=(_extension(),),
        replacements=tuple(_replacements()),
        supplements=(_supplement(),),
        attachments=(Attachment(id=1, ordinal=1, title="漏水照片", party=1, pages=3, proves="漏水的位置"),),
        previous_code="2025-00000",
        undisputed=Undisputed(on=AGREED, facts=("水管漏水属实。",)),
    )


def _extension() -> Extension:
    last = date(2026, 4, 30)
    return Extension(id=1, ordinal=1, agreed_on=AGREED, until_on=last, reason="等维修报价。", agreed_by=BOTH)


def _supplement() -> Supplement:
    day, clauses = date(2026, 3, 20), ("维修延后五日完成。",)
    return Supplement(id=1, ordinal=1, agreed_on=day, reason="材料涨价。", clauses=clauses)


def _replacements() -> Iterator[Replacement]:
    """One for each way in which a mediator leaves, and one that was not granted."""
    ways = (("asked", True), ("asked", False), ("own", True), ("office", True), ("left", True))
    for number, (why, granted) in enumerate(ways, 1):
        yield Replacement(
            id=number,
            ordinal=number,
            on=BEGAN,
            leaving="戊调",
            coming=MEDIATOR if granted else "",
            why=why,
            asked_by=1 if why == "asked" else None,
            asked_on=BEGAN,
            grounds="与申请人是亲属。",
            granted=granted,
        )


def _party(place: int, role: str, name: str) -> CaseParty:
    facts = PartyFacts(name=name, sex="male", phone="000-00000000", address="示例路1号")
    agent = Agent(
        id=place,
        ordinal=place,
        name="庚代",
        relation="亲属",
        mandate="special",
        powers=("admit", "settle"),
        from_on=BEGAN,
    )
    agents = (agent,) if role == "applicant" else ()
    return CaseParty(id=place, party_id=place, role=role, position=place, facts=facts, agents=agents)


def _hearing(result: str) -> Hearing:
    return Hearing(
        id=1,
        ordinal=1,
        held_on=AGREED,
        began="09:00",
        ended="10:30",
        place="调解室",
        present=BOTH,
        mediators=(MEDIATOR,),
        recorder="丁记",
        text="甲一：天花板湿了两处。\n乙二：愿意维修，希望分期赔偿。",
        result=result,
    )


def _inquiry() -> Inquiry:
    return Inquiry(
        id=1,
        ordinal=1,
        held_on=date(2026, 3, 5),
        place="示例路1号",
        asked="己邻",
        askers=(MEDIATOR, "丁记"),
        recorder="丁记",
        text="问：什么时候开始漏水的？\n答：上个月。",
    )


def _visit() -> Visit:
    day = date(2026, 4, 2)
    return Visit(
        id=1, ordinal=1, on=day, visitor=MEDIATOR, visited="甲一", situation="已经修好，还差一期赔偿。"
    )


def _agreement() -> Agreement:
    parts = (
        Instalment(amount_fen=50_000, due_on=date(2026, 3, 20)),
        Instalment(amount_fen=50_000, due_on=date(2026, 4, 20)),
    )
    owed = {"debtors": (2,), "creditors": (1,)}
    pay = {"amount_fen": 100_000, "what": "赔偿款", "way": "cash", "instalments": parts}
    mend = {"kind": "act", "what": "修好水管", "due_on": date(2026, 3, 25)}
    dry = {"kind": "act", "what": "烘干天花板", "ended_by": 1}
    return Agreement(
        id=1,
        number="样例第0号",
        agreed_on=AGREED,
        recorder="丁记",
        duties=tuple(
            Duty.model_validate({"id": n, "ordinal": n, **owed, **one})
            for n, one in enumerate((pay, mend, dry), 1)
        ),
        signing=Signing(parties=dict.fromkeys(BOTH, AGREED), mediator_on=AGREED, sealed_on=AGREED),
    )
