"""The series of the demo: workers of an invented firm, one lot settled and filed, one just taken in."""

from datetime import date, timedelta
from typing import Final

from mediator.casework.desk import Desk
from mediator.casework.series import open_series, series_state
from mediator.casework.series_acts import (
    agree_together,
    archive_together,
    hear_together,
    perform_together,
    sign_together,
    visit_together,
)
from mediator.command.demo_people import DESK_PERSON, HELPER, OFFICE, RECORDER, Day, person, sides
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived, CaseFacts, Intake
from mediator.domain.dispute import DisputeFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.party import PartyFacts
from mediator.domain.series import JointDuty, SeriesMember, SignedTogether, claimed_fen

CREW: Final = PartyFacts(
    kind="organisation",
    name="示例劳务有限公司",
    phone="000-00000012",
    address="示例市示例区示例工业园",
    representative="丁经理",
    representative_title="经理",
)
SHOP: Final = PartyFacts(kind="organisation", name="示例餐饮有限公司", representative="戊店长")
SIGNS: Final = "一二三四五六七八九十"
WAGES: Final = (9_600, 8_400, 12_000, 7_850, 9_600, 10_200, 8_400, 11_300, 6_900, 9_600, 8_800, 7_350)
TIPS: Final = (3_200, 2_800, 3_650)


def open_crew(desk: Desk) -> int:
    """Twelve workers, taken in two days ago: whoever tries the program goes on from here."""
    names = [f"工{sign}" for sign in (*SIGNS, "十一", "十二")]
    common = _common(
        desk.today() - timedelta(days=2),
        CREW,
        "示例工地停工后，公司拖欠务工人员三个月工资，务工人员推选代表集体前来申请调解。",
    )
    return open_series(desk, "示例劳务欠薪系列", common, _members(names, WAGES))


def settle_shop(desk: Desk, day: Day) -> int:
    """Three helpers of a shop, from intake to archive within the month."""
    common = _common(day(17), SHOP, "门店歇业，拖欠店员一个月工资。")
    series_id = open_series(desk, "示例餐饮欠薪系列", common, _members(["店一", "店二", "店三"], TIPS))
    hearing = HearingFacts(
        held_on=day(18),
        began="14:00",
        ended="15:30",
        place=OFFICE.place,
        mediators=(DESK_PERSON, HELPER),
        recorder=RECORDER,
        text="{申请人}要求支付所欠工资{金额}元，公司承认欠薪属实，双方就付款时间达成一致。",
        result="agreed",
    )
    hear_together(desk, series_id, hearing)
    amounts = {file.id: claimed_fen(file.case.claims) or 0 for file in series_state(desk, series_id).files}
    agreement = AgreementFacts(agreed_on=day(18), place=OFFICE.place, recorder=RECORDER)
    duty = JointDuty(what="工资", amounts=amounts, due_on=day(22), way="transfer")
    agree_together(desk, series_id, agreement, (duty,))
    on = day(18)
    sign_together(
        desk, series_id, SignedTogether(parties_on=on, mediator_on=on, recorder_on=on, sealed_on=on)
    )
    perform_together(desk, series_id, day(22), amounts, note="银行转账付清")
    visited = VisitFacts(
        on=day(26), visitor=DESK_PERSON, situation="{申请人}已收到全部工资。", satisfaction="satisfied"
    )
    visit_together(desk, series_id, visited)
    archive_together(desk, series_id, Archived(on=day(28), by=RECORDER, retention="long"))
    return series_id


def _common(accepted: date, firm: PartyFacts, summary: str) -> Intake:
    return Intake(
        dispute=DisputeFacts(
            type_written="劳动争议纠纷",
            area="演示社区第一网格",
            summary=summary,
        ),
        case=CaseFacts(
            accepted_on=accepted,
            source="labour",
            registrar=RECORDER,
            mediator=DESK_PERSON,
            assistants=(HELPER,),
            claims="请求支付所欠工资",
            migrant_workers="yes",
        ),
        parties=sides((), (firm,)),
    )


def _members(names: list[str], wages: tuple[int, ...]) -> tuple[SeriesMember, ...]:
    return tuple(
        SeriesMember(parties=sides((person(name, phone=f"{number:011d}"),), ()), amount_fen=yuan * 100)
        for number, (name, yuan) in enumerate(zip(names, wages, strict=True), 101)
    )
