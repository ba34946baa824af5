"""Cases as the papers see them, built from facts alone: the smallest, the fullest, and turns of both."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

import pypdfium2

from mediator.documents.form import Form
from mediator.documents.matter import Matter
from mediator.domain.agent import Agent
from mediator.domain.agreement import Agreement, Signing
from mediator.domain.case import Archived, CaseFacts, Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Undisputed
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import Duty, DutyFacts, Instalment, Performance
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.office import Settings
from mediator.domain.party import CaseParty
from tests.documents.way import UNDISPUTED, little, much
from tests.people import ACCEPTED, OFFICE, entries, full_intake

DAY = date(2026, 10, 12)
LATER = date(2026, 11, 11)
KINDS = ("smallest", "fullest")
FAILED = {"reason": "no-agreement", "reason_text": "差额过大。", "told_ways": ("arbitration", "court")}
WAY = ("agent", "inquiry", "supplement", "extension", "replacement")


def matter(file: CaseFile, today: date | None = None, **settings: object) -> Matter:
    """The sample office prints a case."""
    return Matter(file, OFFICE, Settings.model_validate(settings), today)


def in_places(*args: object, **kwargs: object) -> tuple[CaseParty, ...]:
    """Parties in their places, numbered from 1."""
    return placed(entries(*args, **kwargs))  # type: ignore[arg-type]


def placed(found: tuple) -> tuple[CaseParty, ...]:
    counter = count(1)
    return tuple(
        CaseParty(
            id=n,
            party_id=n,
            role=one.role,
            position=n,
            facts=one.facts,
            agents=tuple(
                Agent(id=number, ordinal=number, **agent.facts.model_dump())
                for number, agent in ((next(counter), agent) for agent in one.agents)
            ),
        )
        for n, one in enumerate(found, 1)
    )


def smallest(form: str = "written") -> CaseFile:
    """Two names, a hearing, an imported success, a visit: nothing else is known."""
    return CaseFile(
        id=1,
        code="2026-00001",
        dispute_id=1,
        dispute_code="2026-00001",
        committee=OFFICE.name,
        committee_kind="resident",
        dispute=DisputeFacts(type_written="其他"),
        case=CaseFacts(accepted_on=ACCEPTED),
        ending=Ending(outcome="success", on=ACCEPTED),
        parties=in_places(),
        hearings=(Hearing(id=1, ordinal=1, held_on=ACCEPTED, result="agreed"),),
        agreement=Agreement(id=1, form=form, agreed_on=ACCEPTED, stated_fen=1_001_005),
        visits=(Visit(id=1, ordinal=1, on=ACCEPTED),),
    )


def fullest(form: str = "written") -> CaseFile:
    """Nine parties on three sides, two hearings, every kind of duty, two visits, archived."""
    intake = full_intake()
    parties = placed(intake.parties)
    return CaseFile(
        id=2,
        code="2026-00002",
        dispute_id=2,
        dispute_code="2026-00002",
        dossier_number="（2026）示例人调字第2号",
        committee=OFFICE.name,
        committee_kind="resident",
        dispute=intake.dispute,
        case=intake.case,
        ending=Ending(outcome="success", on=DAY),
        archived=Archived(on=date(2026, 11, 21), by="孙记", retention="permanent", remark="材料齐全"),
        parties=parties,
        hearings=tuple(_hearings(parties)),
        agreement=_agreement(form),
        visits=tuple(_visits()),
    )


def _hearings(parties: tuple[CaseParty, ...]) -> Iterator[Hearing]:
    everyone = tuple(party.id for party in parties)
    for ordinal, day, present, result in ((1, 8, everyone[:4], "continue"), (2, 12, everyone, "agreed")):
        yield Hearing(
            id=10 + ordinal,
            ordinal=ordinal,
            held_on=date(2026, 10, day),
            began="09:00",
            ended="11:30",
            place="示例社区调解室",
            present=present,
            helpers="网格员 乙二",
            mediators=("王测", "赵调"),
            recorder="孙记",
            text="申请人：水管漏水。\n被申请人：愿意<b>修好</b> & 赔偿。\n" * 12,
            result=result,
        )


def _agreement(form: str) -> Agreement:
    return Agreement(
        id=2,
        form=form,
        number="（2026）示例人调字第2号",
        agreed_on=DAY,
        facts="经查，水管漏水属实。\n各方对损失数额有争议。",
        clauses=("其他互不追究。",),
        performance_text="款项汇入申请人指定的账户。",
        recorder="孙记",
        duties=tuple(Duty(id=n, ordinal=n, **facts) for n, facts in enumerate(duty_facts(), 1)),
        signing=Signing(parties=dict.fromkeys(range(1, 10), DAY), mediator_on=DAY, sealed_on=DAY),
    )


def duty_facts() -> tuple[dict, ...]:
    """Every kind of duty, one of them worded by hand."""
    parts = (
        Instalment(amount_fen=400_000, due_on=date(2026, 10, 31)),
        Instalment(amount_fen=601_005, due_on=date(2026, 11, 30)),
    )
    common = {"debtors": (5,), "creditors": (1, 2, 3)}
    return (
        {**common, "amount_fen": 1_001_005, "instalments": parts, "what": "赔偿款", "way": "transfer"},
        {**common, "debtors": (4,), "amount_fen": 123_456, "due_on": date(2026, 10, 20), "way": "cash"},
        {**common, "kind": "act", "what": "修好水管", "due_on": date(2026, 11, 5), "place": "3号楼"},
        {**common, "kind": "refrain", "what": "夜间施工"},
        {**common, "kind": "deliver", "what": "维修记录一份"},
        {**common, "kind": "apologise", "what": "当面", "wording": "被申请人当面赔礼道歉。"},
    )


def _visits() -> Iterator[Visit]:
    for ordinal, day in ((1, 6), (2, 20)):
        yield Visit(
            id=20 + ordinal,
            ordinal=ordinal,
            on=date(2026, 11, day),
            way="home",
            visitor="王测",
            visited="<b>张三",
            situation="第一期已付清。",
            satisfaction="satisfied",
            escalation="无。",
        )


def with_duties(*facts: DutyFacts, form: str = "written") -> CaseFile:
    """张三测 and 张四测 against 李四测 and a third party, who agreed to these duties."""
    duties = tuple(Duty(id=n, ordinal=n, **one.model_dump()) for n, one in enumerate(facts, 1))
    agreement = Agreement(id=1, form=form, agreed_on=ACCEPTED, duties=duties)
    parties = in_places(("张三测", "张四测"), ("李四测",), ("示例公司",))
    return smallest().model_copy(update={"parties": parties, "agreement": agreement})


def started(file: CaseFile, way: str) -> CaseFile:
    """The same case, begun by an application or by the committee itself."""
    return file.model_copy(update={"case": file.case.model_copy(update={"start_way": way})})


def ended(file: CaseFile, outcome: str, **how: object) -> CaseFile:
    """The same case without agreement: refused before it was heard, failed, terminated or "" still open."""
    gone = {"agreement": None, "visits": (), **({"hearings": ()} if outcome == "refused" else {})}
    ending = Ending.model_validate({"outcome": outcome, "on": file.ending.on if outcome else None, **how})
    return file.model_copy(update={**gone, "ending": ending, "archived": Archived()})


def owing(*, paid: tuple[int, ...] = ()) -> CaseFile:
    """李四测 owes 张三测 1,000 元 by an agreement that all have signed; some of it has been paid."""
    file = with_duties(
        DutyFacts(debtors=(3,), creditors=(1,), amount_fen=100_000, due_on=date(2026, 11, 10), way="cash")
    )
    return signed(paying(file, *paid))


def paying(file: CaseFile, *paid: int) -> CaseFile:
    """The same case in which what is owed in cash has been paid in these parts, one a day."""
    agreement = file.agreement
    assert agreement is not None
    duty = next(duty for duty in agreement.duties if duty.way == "cash")
    made = tuple(
        Performance(id=100 + n, duty_id=duty.id, on=DAY + timedelta(days=n), amount_fen=fen, note=f"第{n}笔")
        for n, fen in enumerate(paid, 1)
    )
    duties = tuple(
        one.model_copy(update={"performed": made}) if one is duty else one for one in agreement.duties
    )
    return file.model_copy(update={"agreement": agreement.model_copy(update={"duties": duties})})


def signed(file: CaseFile) -> CaseFile:
    """The same case, its agreement signed by everyone on the day it was made."""
    assert file.agreement is not None
    day = file.agreement.agreed_on
    hands = Signing(
        parties={party.id: day for party in file.parties}, mediator_on=day, recorder_on=day, sealed_on=day
    )
    return file.model_copy(update={"agreement": file.agreement.model_copy(update={"signing": hands})})


def turns(kind: str) -> Iterator[CaseFile]:
    """The smallest or fullest case in every way it can go."""
    make, full = (smallest, False) if kind == "smallest" else (fullest, True)
    yield from (make(), make("oral"), started(make(), "application"))
    yield started(ended(make(), ""), "application")
    advice = "由该机关继续处理。" if full else ""
    yield ended(make(), "refused", reason="already-handled" if full else "other", reason_text=advice)
    yield ended(make(), "failed", **(FAILED if full else {}))
    yield signed(make())
    yield owing()
    yield from on_the_way(kind)


def on_the_way(kind: str) -> Iterator[CaseFile]:
    """The case with all that can happen before it ends: agreed upon later, ended without, adjourned."""
    go, make = (little, smallest) if kind == "smallest" else (much, fullest)
    yield go(signed(make()))
    without = go(ended(make(), "failed", **(FAILED if go is much else {})))
    yield without.model_copy(update={"undisputed": UNDISPUTED if go is much else Undisputed(on=DAY)})
    going = go(ended(make(), ""))
    sitting = {"result": "continue", "next_on": LATER, "next_began": "14:30", "next_place": "<示例>现场"}
    last = going.hearings[-1].model_copy(update=sitting if go is much else {"result": "continue"})
    yield going.model_copy(update={"hearings": (*going.hearings[:-1], last)})


def having(form: Form, kind: str) -> Matter:
    """The smallest or fullest case that has a paper of this form."""
    cases = [matter(file, LATER) for file in turns(kind)]
    if form.each == "payment" and kind == "fullest":
        return matter(paying(fullest(), 100_000, 23_456), LATER)
    if kind == "fullest" and (form.each in WAY or form.key in ("dossier-note", "termination-notice")):
        cases = [matter(file, LATER) for file in on_the_way(kind)]
    if kind == "fullest" and form.key == "meeting-notice":
        cases = cases[-1:]
    return next(found for found in cases if form.needed(found))


def lines_of(data: bytes) -> list[list[str]]:
    """The lines of each page, as a reader of PDF finds them."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append([line.rstrip() for line in text.get_text_range().splitlines()])
        text.close()
        page.close()
    document.close()
    return found
