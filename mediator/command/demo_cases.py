"""Walks the cases of the demo from intake to archive, by the verbs the window uses."""

from datetime import date, timedelta

from mediator.casework.accept import accept
from mediator.casework.archive import archive
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import agree, end_without, settle_at_once, sign
from mediator.casework.desk import Desk
from mediator.casework.follow_up import visit
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.perform import perform
from mediator.casework.refuse import refuse
from mediator.casework.set_up import save_mediator, save_office
from mediator.casework.sweep import save_sweep
from mediator.command import demo_people as people
from mediator.command.demo_people import DESK_PERSON, HELPER, RECORDER, Day
from mediator.command.demo_series import open_crew, settle_shop
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.case import Archived, Confirmation, Ending, Prevention
from mediator.domain.duty import DutyFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.sweep import Sweep

PLACE = people.OFFICE.place


def open_sample(desk: Desk) -> None:
    """Fill an empty folder with the demo: its office, its people and all cases of its month."""
    month = month_before(desk.today())

    def day(number: int) -> date:
        return month.replace(day=number)

    open_office(desk, day)
    walk(desk, day)
    settle_shop(desk, day)
    open_crew(desk)


def month_before(today: date) -> date:
    """The first day of the last whole month, so that nothing in it lies ahead."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def open_office(desk: Desk, day: Day) -> None:
    """Name the office, its mediators and a sweep it held."""
    save_office(desk, people.OFFICE)
    for name in people.MEDIATORS:
        save_mediator(desk, name)
    save_sweep(
        desk,
        Sweep(number=f"排查-{day(1):%Y%m}", kind="concentrated", began_on=day(1), ended_on=day(3), found=1),
    )


def walk(desk: Desk, day: Day) -> list[tuple[int, str]]:
    """All cases of the demo: (id, what it shows)."""
    return [
        (_by_application(desk, day), "依申请调解：两次调解、书面协议分期履行、回访、归档"),
        (_at_once(desk, day), "主动调解：当场达成口头协议"),
        (_refused(desk, day), "不予受理"),
        (_failed(desk, day), "调解不成功"),
        (_ongoing(desk), "正在履行"),
    ]


def _hearing(on: date, present: tuple[int, ...], text: str, result: str) -> HearingFacts:
    return HearingFacts(
        held_on=on,
        began="09:00",
        ended="10:30",
        place=PLACE,
        present=present,
        helpers="网格员 寅三",
        mediators=(DESK_PERSON, HELPER),
        recorder=RECORDER,
        text=text,
        result=result,
    )


def _places(desk: Desk, case_id: int) -> tuple[int, ...]:
    return tuple(party.id for party in desk.file(case_id).parties)


def _duties(desk: Desk, case_id: int) -> tuple[int, ...]:
    agreement = desk.file(case_id).agreement
    return tuple(duty.id for duty in agreement.duties) if agreement else ()


def _sign(desk: Desk, case_id: int, on: date) -> None:
    parties = dict.fromkeys(_places(desk, case_id), on)
    sign(desk, case_id, Signing(parties=parties, mediator_on=on, recorder_on=on, sealed_on=on))


def _close(desk: Desk, case_id: int, on: date) -> None:
    archive(desk, case_id, Archived(on=on, by=RECORDER, retention="long"))


def _by_application(desk: Desk, day: Day) -> int:
    case_id = accept(desk, people.leak(day))
    places = _places(desk, case_id)
    first = "申请人说明漏水经过和损失。被申请人丙三承认水管老化；物业公司表示核实后答复。约定三日后再次调解。"
    second = "经调解员讲解相邻关系的规定，三方就维修责任和赔偿数额达成一致，同意签订书面协议。"
    hold_hearing(desk, case_id, _hearing(day(6), places, first, "continue"))
    hold_hearing(desk, case_id, _hearing(day(9), places, second, "agreed"))
    facts = AgreementFacts(
        agreed_on=day(9), clauses=("各方今后和睦相处，互不追究。",), place=PLACE, recorder=RECORDER
    )
    agree(desk, case_id, facts, tuple((None, duty) for duty in people.leak_duties(places, day)))
    _sign(desk, case_id, day(10))
    _perform_leak(desk, case_id, day)
    visit(desk, case_id, _visit(day(27), "甲一", "款项已付清，水管已更换，双方往来正常。"))
    prevented = (Prevention(kind="mass-petition", people=5),)
    save_close_facts(desk, case_id, confirmation=Confirmation(), preventions=prevented, transformed="none")
    _close(desk, case_id, day(28))
    return case_id


def _perform_leak(desk: Desk, case_id: int, day: Day) -> None:
    parts, once, act = _duties(desk, case_id)
    for number, on in enumerate((12, 19, 26), 1):
        perform(desk, case_id, parts, on=day(on), amount_fen=300_000, note=f"第{number}期")
    perform(desk, case_id, once, on=day(15), amount_fen=300_000, note="当面付清")
    perform(desk, case_id, act, on=day(18), complete=True, note="已更换")


def _visit(on: date, visited: str, situation: str) -> VisitFacts:
    return VisitFacts(
        on=on,
        way="phone",
        visitor=DESK_PERSON,
        visited=visited,
        situation=situation,
        satisfaction="satisfied",
    )


def _at_once(desk: Desk, day: Day) -> int:
    agreement = AgreementFacts(
        form="oral", agreed_on=day(8), clauses=("晚上十点后不再播放音响。",), recorder=RECORDER
    )
    duty = DutyFacts(
        debtors=(2,), creditors=(1,), amount_fen=20_000, due_on=day(8), what="补偿款", way="cash"
    )
    case_id = settle_at_once(desk, people.noise(day), agreement, (duty,))
    perform(desk, case_id, _duties(desk, case_id)[0], on=day(8), amount_fen=20_000, note="当场付清")
    visit(desk, case_id, _visit(day(15), "戊五", "夜间已无噪声。"))
    _close(desk, case_id, day(16))
    return case_id


def _refused(desk: Desk, day: Day) -> int:
    advice = "由已经立案的人民法院处理；对裁判不服的，可以依法上诉。"
    case_id = refuse(desk, people.court_case(day), "already-handled", advice)
    _close(desk, case_id, day(12))
    return case_id


def _failed(desk: Desk, day: Day) -> int:
    case_id = accept(desk, people.wages(day))
    text = "双方对工资是否付清各执一词，用工方不同意调解方案。调解员告知了劳动仲裁和诉讼的途径。"
    hold_hearing(desk, case_id, _hearing(day(15), _places(desk, case_id), text, "failed"))
    ways = ("arbitration", "court")
    ending = Ending(outcome="failed", on=day(15), reason="no-agreement", told_ways=ways, transformed="civil")
    end_without(desk, case_id, ending)
    _close(desk, case_id, day(20))
    return case_id


def _ongoing(desk: Desk) -> int:
    today = desk.today()
    met = today - timedelta(days=3)
    case_id = accept(desk, people.parking(today - timedelta(days=5)))
    places = _places(desk, case_id)
    hold_hearing(desk, case_id, _hearing(met, places, "双方同意按修车发票赔偿。", "agreed"))
    duty = DutyFacts(
        debtors=places[1:],
        creditors=places[:1],
        amount_fen=158_000,
        due_on=today + timedelta(days=7),
        what="修车费",
    )
    agree(desk, case_id, AgreementFacts(agreed_on=met, place=PLACE, recorder=RECORDER), ((None, duty),))
    _sign(desk, case_id, met)
    return case_id
