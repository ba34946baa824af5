"""The invented office of the demo: nobody in it exists, and every number is plainly made up."""

from collections.abc import Callable
from datetime import date

from mediator.domain.case import CaseFacts, Intake
from mediator.domain.dispute import DisputeFacts
from mediator.domain.duty import DutyFacts, Instalment
from mediator.domain.office import Office
from mediator.domain.party import PartyEntry, PartyFacts

Day = Callable[[int], date]  # a day of the month the demo tells of

OFFICE = Office(
    name="示例街道演示社区人民调解委员会",
    kind="resident",
    short_name="演示",
    place="演示社区调解室",
    address="示例市示例区示例街道1号",
    phone="000-00000000",
    court="示例市示例区人民法院",
)
MEDIATORS = ("王演示", "赵演示", "孙演示")
DESK_PERSON, HELPER, RECORDER = MEDIATORS

TENANT = PartyFacts(
    name="甲一",
    sex="2",
    ethnicity="汉族",
    birth_date=date(1968, 3, 8),
    occupation="退休职工（虚构）",
    phone="00000000001",
    address="示例市示例区演示小区1号楼101室",
)
TENANT_SON = PartyFacts(name="甲小一", sex="1", birth_date=date(1995, 6, 1), phone="00000000002")
UPSTAIRS = PartyFacts(
    name="丙三",
    sex="1",
    ethnicity="回族",
    birth_date=date(1980, 12, 24),
    occupation="个体经营（虚构）",
    phone="00000000003",
    address="示例市示例区演示小区1号楼201室",
)
FIRM = PartyFacts(
    kind="organisation",
    name="示例物业服务有限公司",
    phone="000-00000004",
    address="示例市示例区示例大厦",
    representative="丁经理",
    representative_title="经理",
)


def person(name: str, **known: str) -> PartyFacts:
    """Somebody of whom little is known."""
    return PartyFacts(name=name, **known)


def sides(applicants: tuple[PartyFacts, ...], respondents: tuple[PartyFacts, ...]) -> tuple[PartyEntry, ...]:
    """Parties by side."""
    both = (("applicant", applicants), ("respondent", respondents))
    return tuple(PartyEntry(role=role, facts=facts) for role, side in both for facts in side)


def leak(day: Day) -> Intake:
    """A leak between two floors, on application of the tenant below."""
    return Intake(
        dispute=DisputeFacts(
            type_written="邻里纠纷",
            happened_on=day(2),
            found_on=day(3),
            place="演示小区1号楼",
            area="演示社区第一网格",
            people_count=4,
            summary="楼上住户水管老化漏水，泡坏楼下天花板和家具。物业公司接到报修后未及时处理，"
            "三方就维修和赔偿争执不下，楼下住户申请调解。",
        ),
        case=CaseFacts(
            accepted_on=day(5),
            start_way="application",
            source="walk-in",
            room="演示品牌调解室",
            registrar=RECORDER,
            mediator=DESK_PERSON,
            assistants=(HELPER,),
            difficulty="complex",
            claims="请求修复水管，赔偿天花板和家具损失12000元。",
            death="no",
            migrant_workers="no",
        ),
        parties=sides((TENANT, TENANT_SON), (UPSTAIRS, FIRM)),
    )


def leak_duties(places: tuple[int, ...], day: Day) -> tuple[DutyFacts, ...]:
    """The firm pays in three parts, the neighbour once and mends the pipe."""
    below, upstairs, firm = places[:2], places[2], places[3]
    parts = tuple(Instalment(amount_fen=300_000, due_on=day(number)) for number in (12, 19, 26))
    return (
        DutyFacts(
            debtors=(firm,),
            creditors=below,
            amount_fen=900_000,
            instalments=parts,
            what="天花板维修费",
            way="transfer",
        ),
        DutyFacts(
            debtors=(upstairs,),
            creditors=below[:1],
            amount_fen=300_000,
            due_on=day(15),
            what="家具损失",
            way="cash",
            place=OFFICE.place,
        ),
        DutyFacts(
            kind="act", debtors=(upstairs,), creditors=below, what="更换自家老化的水管", due_on=day(20)
        ),
    )


def noise(day: Day) -> Intake:
    """Noise at night, found by the grid worker and settled at once."""
    return Intake(
        dispute=DisputeFacts(
            type_written="邻里纠纷",
            found_on=day(8),
            place="演示小区2号楼",
            area="演示社区第二网格",
            summary="夜间播放音响影响邻居休息，网格员巡查时发现，双方当场愿意和解。",
        ),
        case=CaseFacts(
            accepted_on=day(8),
            start_way="own",
            source="grid-worker",
            mediator=HELPER,
            difficulty="simple",
        ),
        parties=sides((person("戊五", sex="2"),), (person("己六", sex="1"),)),
    )


def court_case(day: Day) -> Intake:
    """Something the court has already taken on."""
    return Intake(
        dispute=DisputeFacts(type_written="合同纠纷", summary="租房押金纠纷，人民法院已经立案受理。"),
        case=CaseFacts(accepted_on=day(11), source="phone", registrar=RECORDER, mediator=DESK_PERSON),
        parties=sides((person("庚七"),), (person("辛八"),)),
    )


def wages(day: Day) -> Intake:
    """Unpaid wages, sent over by the labour office."""
    return Intake(
        dispute=DisputeFacts(
            type_written="拖欠农民工工资纠纷",
            area="演示社区第一网格",
            people_count=2,
            summary="务工人员主张两个月工资，用工方认为已经付清，双方各执一词。",
        ),
        case=CaseFacts(
            accepted_on=day(13),
            source="labour",
            mediator=DESK_PERSON,
            claims="请求支付两个月工资。",
            migrant_workers="yes",
        ),
        parties=sides((person("壬九"), person("癸十")), (person("示例装饰有限公司", kind="organisation"),)),
    )


def parking(accepted: date) -> Intake:
    """A scratched car, still being paid for."""
    return Intake(
        dispute=DisputeFacts(
            type_written="损害赔偿纠纷",
            place="演示小区停车场",
            summary="倒车时刮擦邻居车辆，双方就修车费协商。",
        ),
        case=CaseFacts(accepted_on=accepted, source="walk-in", mediator=HELPER),
        parties=sides((person("子一"),), (person("丑二"),)),
    )
