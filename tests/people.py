"""Obviously invented people, and cases about them from the smallest to the fullest."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from mediator.casework.accept import accept
from mediator.casework.archive import archive
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import agree, settle_at_once, sign
from mediator.casework.desk import Desk
from mediator.casework.follow_up import visit
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.perform import perform
from mediator.casework.set_up import save_mediator, save_office
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.case import Archived, CaseFacts, Confirmation, Intake, Prevention
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import DutyFacts, Instalment
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.identity import check_sign
from mediator.domain.office import Office
from mediator.domain.party import PartyEntry, PartyFacts
from tests.households import AGENT, acted_for, not_alone
from tests.on_the_way import go_on, put_off

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=CHINA)
TODAY = NOW.date()
ACCEPTED = date(2026, 11, 2)
OFFICE = Office(
    name="示例街道示例社区人民调解委员会",
    kind="resident",
    short_name="示例",
    place="示例社区调解室",
    address="示例市示例区示例街道1号",
    phone="000-00000000",
    court="示例市示例区人民法院",
)
MEDIATORS = ("王测", "赵调", "孙记")
LONG_TEXT = ("申请人称楼上漏水，被申请人称水管老化（<b>原话</b> & “原样”），双方各说各的理。\n" * 300)[
    :10_000
]


def now() -> datetime:
    """The fixed clock of the tests."""
    return NOW


def id_number(serial: int, born: str = "19850203") -> str:
    """An invented identity number whose check sign is right."""
    body = f"110101{born}{serial:03d}"
    return body + check_sign(body)


def open_office(desk: Desk) -> None:
    """Name the sample office and its three mediators."""
    save_office(desk, OFFICE)
    for name in MEDIATORS:
        save_mediator(desk, name)


def entries(
    applicants: Sequence[str | PartyFacts] = ("张三测",),
    respondents: Sequence[str | PartyFacts] = ("李四测",),
    thirds: Sequence[str | PartyFacts] = (),
) -> tuple[PartyEntry, ...]:
    """Parties by side; a bare name is a person of whom nothing else is known."""
    sides = (("applicant", applicants), ("respondent", respondents), ("third", thirds))
    return tuple(
        PartyEntry(role=role, facts=PartyFacts(name=one) if isinstance(one, str) else one)
        for role, side in sides
        for one in side
    )


def intake(
    *,
    type_written: str = "邻里纠纷",
    accepted_on: date = ACCEPTED,
    summary: str = "楼上漏水泡坏天花板。",
    parties: tuple[PartyEntry, ...] | None = None,
    dispute: dict[str, Any] | None = None,
    **case: Any,
) -> Intake:
    """What the desk writes down when neighbours walk in."""
    return Intake(
        dispute=DisputeFacts(type_written=type_written, summary=summary, **(dispute or {})),
        case=CaseFacts(accepted_on=accepted_on, **{"mediator": "王测", **case}),
        parties=entries() if parties is None else parties,
    )


def barest_case(desk: Desk) -> int:
    """An accepted case of which only a type and one name are known."""
    bare = Intake(
        dispute=DisputeFacts(type_written="其他"),
        case=CaseFacts(accepted_on=ACCEPTED),
        parties=entries(respondents=()),
    )
    return accept(desk, bare)


def smallest_case(desk: Desk) -> int:
    """Every step of a case with as little as it takes: two names, empty hearing, one clause, bare visit."""
    case_id = accept(desk, intake(summary="", mediator=""))
    hold_hearing(desk, case_id, HearingFacts(held_on=ACCEPTED))
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("双方互不追究。",)), ())
    visit(desk, case_id, VisitFacts(on=TODAY))
    return case_id


def simple_case(desk: Desk) -> int:
    """A simple dispute settled at once by word of mouth: 李四测 pays 张三测 500 元."""
    duty = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=50_000, what="修补费", due_on=TODAY)
    agreement = AgreementFacts(form="oral", agreed_on=ACCEPTED)
    return settle_at_once(desk, intake(), agreement, (duty,))


def full_case(desk: Desk, archived: bool = False) -> int:
    """A case in which everything that can be written down is written down, some of it hostile."""
    case_id = accept(desk, full_intake())
    _hear(desk, case_id)
    go_on(desk, case_id, LONG_TEXT)
    _agree_and_sign(desk, case_id)
    put_off(desk, case_id)
    _perform(desk, case_id)
    _follow_up(desk, case_id)
    if archived:
        archive(
            desk, case_id, Archived(on=date(2026, 11, 21), by="孙记", retention="long", remark="材料齐全")
        )
    return case_id


def full_intake() -> Intake:
    """Three applicants, two respondents of whom one is an organisation, and four third parties.

    A respondent sends an agent; of the third parties one is a child, one a household, one a group.
    """
    people = list(entries(_applicants(), _respondents(), (_person("../x", 7, sex="1"),)))
    people[3] = acted_for(people[3], AGENT.model_copy(update={"id_number": id_number(21)}))
    return intake(
        type_written="物业纠纷",
        accepted_on=date(2026, 10, 5),
        summary="小区水管漏水，住户与物业公司就维修和赔偿争执不下。",
        parties=(*people, *not_alone()),
        dispute={
            "happened_on": date(2026, 9, 28),
            "found_on": date(2026, 10, 1),
            "place": "示例小区3号楼<大厅>",
            "area": "示例社区第一网格",
            "people_count": 6,
        },
        source="grid-worker",
        start_way="own",
        room="示例品牌调解室",
        registrar="孙记",
        assistants=("赵调", "=1+1"),
        difficulty="complex",
        claims="请求修复水管，赔偿损失。",
        death="no",
        attribute="涉众",
        special_group="老年人",
        migrant_workers="no",
        subsidy_class="三类",
        remark="a<b & c",
    )


def _person(name: str, serial: int, sex: str) -> PartyFacts:
    return PartyFacts(
        name=name,
        sex=sex,
        ethnicity="汉族",
        birth_date=date(1985, 2, 3),
        id_type="resident",
        id_number=id_number(serial),
        occupation="示例职业",
        phone=f"1000000000{serial % 10}",
        address=f"示例市示例区示例小区{serial}号楼",
    )


def _applicants() -> tuple[PartyFacts, ...]:
    return (_person("<b>张三", 1, "1"), _person("欧阳测试·买买提", 2, "2"), _person("a<b & c", 3, "1"))


def _respondents() -> tuple[PartyFacts, ...]:
    firm = PartyFacts(
        kind="organisation",
        name="=1+1示例物业有限公司",
        id_type="credit-code",
        id_number="91000000TEST000000",
        phone="000-00000001",
        address="示例市示例区示例大厦",
        representative="甲一",
        representative_title="经理",
    )
    return _person("李四测𠮷", 4, "2"), firm


def _hear(desk: Desk, case_id: int) -> None:
    places = tuple(party.id for party in desk.file(case_id).parties)
    for day, result in ((date(2026, 10, 8), "continue"), (date(2026, 10, 12), "agreed")):
        hearing = HearingFacts(
            held_on=day,
            began="09:00",
            ended="11:30",
            place="示例社区调解室",
            present=places,
            helpers="网格员 乙二",
            mediators=("王测", "赵调"),
            recorder="孙记",
            text=LONG_TEXT,
            result=result,
        )
        hold_hearing(desk, case_id, hearing)


def _agree_and_sign(desk: Desk, case_id: int) -> None:
    places = tuple(party.id for party in desk.file(case_id).parties)
    day = date(2026, 10, 12)
    facts = AgreementFacts(
        agreed_on=day,
        facts="经查，水管漏水属实。",
        clauses=("双方今后和睦相处。", "其他互不追究。"),
        performance_text="按约定分期履行。",
        place="示例社区调解室",
        recorder="孙记",
    )
    agree(desk, case_id, facts, tuple((None, duty) for duty in _duties(places)))
    signing = Signing(
        parties=dict.fromkeys(places, day), mediator_on=day, recorder_on=day, sealed_on=date(2026, 10, 13)
    )
    sign(desk, case_id, signing)


def _duties(places: tuple[int, ...]) -> tuple[DutyFacts, ...]:
    applicants, neighbour, firm = places[:3], places[3], places[4]
    parts = (
        Instalment(amount_fen=400_000, due_on=date(2026, 10, 31)),
        Instalment(amount_fen=400_000, due_on=date(2026, 11, 30)),
        Instalment(amount_fen=201_005, due_on=date(2026, 12, 31)),
    )
    return (
        DutyFacts(
            debtors=(firm,), creditors=applicants, amount_fen=1_001_005, instalments=parts, what="赔偿款"
        ),
        DutyFacts(
            debtors=(neighbour,),
            creditors=applicants[:1],
            amount_fen=123_456,
            what="修补费",
            due_on=date(2026, 10, 20),
            way="cash",
            place="示例社区调解室",
        ),
        DutyFacts(
            kind="act", debtors=(firm,), creditors=applicants, what="修好水管", due_on=date(2026, 11, 5)
        ),
    )


def _perform(desk: Desk, case_id: int) -> None:
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    parts, late, act = (duty.id for duty in agreement.own_duties)
    perform(desk, case_id, parts, on=date(2026, 10, 30), amount_fen=400_000, note="第一期")
    perform(desk, case_id, parts, on=date(2026, 11, 10), amount_fen=150_000, note="第二期的一部分")
    perform(desk, case_id, late, on=date(2026, 11, 3), amount_fen=123_456, note="迟延履行")
    perform(desk, case_id, act, on=date(2026, 11, 4), complete=True, note="已修好")


def _follow_up(desk: Desk, case_id: int) -> None:
    first = VisitFacts(on=date(2026, 11, 6), visitor="王测", visited="<b>张三", situation="正在履行")
    visit(desk, case_id, first)
    second = first.model_copy(
        update={"on": date(2026, 11, 20), "way": "home", "satisfaction": "satisfied", "escalation": "无"}
    )
    visit(desk, case_id, second)
    save_close_facts(
        desk,
        case_id,
        confirmation=Confirmation(state="applied", on=date(2026, 10, 20)),
        preventions=(Prevention(kind="mass-petition", people=30), Prevention(kind="suicide", people=1)),
        transformed="none",
    )
