from datetime import date

import pytest

from mediator.domain.case_facts import SweepCount
from mediator.domain.office import Settings
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import find
from mediator.statistics.model import ReturnSheet
from tests.statistics.facts import OFFICE, case, made

KEY = "zongzhi-monthly"
ORDER = (
    ("总况", 5),
    ("民族宗教矛盾纠纷", 2),
    ("军转干部、复员退伍军人安置引发", 2),
    ("征地拆迁安置引发", 2),
    ("建筑工程质量、物业管理等引发", 2),
    ("土地矿产山林水利界限权属", 2),
    ("经济活动引发", 2),
    ("劳资纠纷", 2),
    ("企业改制引发", 2),
    ("环境污染、生态破坏引发", 2),
    ("司法活动引发", 2),
    ("行政执法活动引发", 2),
    ("大中专院校、中小学校引发", 2),
    ("海事渔事纠纷", 2),
    ("干部作风等引发", 2),
    ("村务管理引发", 2),
    ('农村土地承包、集体"三资"、农民负担等引发', 2),
    ("婚姻家庭邻里等各类民间纠纷", 2),
    ("医患纠纷", 2),
    ("其他", 2),
    ("涉及人数", 4),
    ("重大矛盾纠纷", 4),
    ("开展集中排查", 1),
)


def values(sheet: ReturnSheet, *numbers: int) -> tuple[int | str, ...]:
    return tuple(sheet.row(f"row-{number:02d}").value for number in numbers)


def test_the_52_rows_stand_in_the_order_of_the_form() -> None:
    rows = made(KEY).rows
    assert [row.group for row in rows] == [group for group, count in ORDER for _ in range(count)]
    assert [row.key for row in rows] == [f"row-{number:02d}" for number in range(1, 53)]
    assert [row.title for row in rows[:5]] == ["排查数", "调处数", "调处率", "成功数", "成功率"]
    assert {(row.title) for row in rows[5:43]} == {"排查数", "调处数"}
    assert [row.title for row in rows[43:]] == [
        *("50人以下", "50至100人", "100至500人", "500人以上"),
        *("排查数", "调处数", "成功数", "成功率", "次数"),
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("婚姻家庭", 38),
        ("邻里纠纷", 38),
        ("房屋宅基地", 14),
        ("山林土地", 14),
        ("合同", 16),
        ("生产经营", 16),
        ("旅游", 16),
        ("电子商务", 16),
        ("其他消费", 16),
        ("拖欠农民工工资", 18),
        ("其他劳动争议", 18),
        ("征地拆迁", 10),
        ("环境污染", 22),
        ("医疗", 40),
        ("医患", 40),
        ("物业", 12),
        ("损害赔偿", 42),
        ("道路交通事故", 42),
        ("其他", 42),
        ("计划生育", 42),
        ("村务管理", 34),
        ("村务管理纠纷", 34),
    ],
)
def test_a_type_falls_in_its_row(written: str, number: int) -> None:
    sheet = made(KEY, case(type_written=written))
    found = [row.key for row in sheet.rows[5:43] if row.value]
    assert found == [f"row-{number:02d}", f"row-{number + 1:02d}"]


def test_a_village_affairs_case_is_other_for_the_people_and_village_affairs_here() -> None:
    village = case(type_written="村务管理")
    assert values(made(KEY, village), 34, 35, 42, 43) == (1, 1, 0, 0)
    assert made("people-cases", village).row("type-other").value == 1


@pytest.mark.parametrize(
    ("people", "band"),
    [(1, 44), (49, 44), (50, 45), (99, 45), (100, 46), (499, 46), (500, 47), (5000, 47)],
)
def test_an_edge_belongs_to_the_band_above(people: int, band: int) -> None:
    sheet = made(KEY, case(people_count=people))
    assert values(sheet, 44, 45, 46, 47) == tuple(int(number == band) for number in range(44, 48))


def test_without_a_count_of_people_the_parties_tell_the_band() -> None:
    assert values(made(KEY, case(party_count=60)), 44, 45) == (0, 1)
    assert values(made(KEY, case(party_count=60, people_count=3)), 44, 45) == (1, 0)


def test_the_office_may_draw_the_bands_elsewhere() -> None:
    sheet = made(KEY, case(people_count=10), band_edges=(10, 20, 30))
    assert values(sheet, 44, 45) == (0, 1)
    assert any("不足10人；10至19人；20至29人；30人及以上" in note for note in sheet.notes)


def test_a_dispute_with_two_cases_counts_once_by_its_last_case() -> None:
    first = case(1, dispute_code="D-9", outcome="failed", form="")
    second = case(2, dispute_code="D-9", accepted_on=date(2026, 10, 20), track="judicial")
    sheet = made(KEY, second, first)
    assert values(sheet, 1, 2, 4, 5) == (1, 1, 1, "100.00")
    assert sheet.row("row-01").cases == ("A-2",)
    assert values(
        made(KEY, first, case(3, dispute_code="D-9", outcome="", accepted_on=date(2026, 10, 21))), 4
    ) == (0,)


def test_a_dispute_is_dated_by_the_earlier_of_finding_and_acceptance() -> None:
    early = case(found_on=date(2026, 9, 30))
    assert values(made(KEY, early), 1) == (0,)
    assert values(made(KEY, early, period="2026-09"), 1, 4) == (1, 1)
    late = case(found_on=date(2026, 10, 30), accepted_on=date(2026, 9, 2))
    assert values(made(KEY, late, period="2026-09"), 1) == (1,)


def test_a_later_case_does_not_move_a_dispute_to_its_month() -> None:
    cases = (case(1, dispute_code="D-9"), case(2, dispute_code="D-9", accepted_on=date(2026, 11, 3)))
    assert values(made(KEY, *cases), 1) == (1,)
    assert values(made(KEY, *cases, period="2026-11"), 1) == (0,)


def test_all_tracks_are_counted() -> None:
    cases = (case(1), case(2, track="administrative"), case(3, track="judicial"))
    assert values(made(KEY, *cases), 1) == (3,)


def test_a_dispute_refused_once_and_taken_on_later_is_not_refused() -> None:
    cases = (case(1, dispute_code="D-9", outcome="refused", form=""), case(2, dispute_code="D-9"))
    sheet = made(KEY, *cases)
    assert values(sheet, 1) == (1,)
    assert sheet.row("refused").value == 0


def test_major_disputes_are_a_part_of_all() -> None:
    cases = (
        case(1, difficulty="major"),
        case(2, difficulty="very-major", outcome="failed", form=""),
        case(3, difficulty="complex"),
    )
    assert values(made(KEY, *cases), 48, 49, 50, 51) == (2, 2, 1, "50.00")


def test_concentrated_sweeps_that_began_in_the_period_are_counted_and_their_finds_are_not() -> None:
    sweeps = (
        SweepCount("P-1", "concentrated", date(2026, 10, 1), 40),
        SweepCount("P-2", "concentrated", date(2026, 10, 31), None),
        SweepCount("P-3", "concentrated", date(2026, 9, 30), 5),
        SweepCount("P-4", "regular", date(2026, 10, 9), 7),
    )
    sheet = find(KEY).build(Book((case(),), sweeps, OFFICE, Settings()), parse("2026-10"))
    row = sheet.row("row-52")
    assert (row.value, row.year_to_date, row.sweeps, row.cases) == (2, 3, ("P-1", "P-2"), ())
    assert values(sheet, 1) == (1,)


def test_the_year_to_date_grows_over_the_months() -> None:
    cases = (
        case(1, accepted_on=date(2025, 12, 31)),
        case(2, accepted_on=date(2026, 1, 1)),
        case(3, accepted_on=date(2026, 10, 31), outcome="failed", form=""),
        case(4, accepted_on=date(2026, 11, 1)),
    )
    sheet = made(KEY, *cases)
    assert [sheet.row(f"row-0{n}").year_to_date for n in (1, 2, 3, 4, 5)] == [2, 2, "100.00", 1, "50.00"]


@pytest.mark.parametrize(
    ("day", "counted"),
    [(date(2026, 9, 25), 0), (date(2026, 9, 26), 1), (date(2026, 10, 25), 1), (date(2026, 10, 26), 0)],
)
def test_with_cut_day_26_october_runs_from_26_september(day: date, counted: int) -> None:
    assert values(made(KEY, case(accepted_on=day), cut_day=26), 1) == (counted,)


@pytest.mark.parametrize(
    ("period", "label"),
    [("2026-10", "填报月份"), ("2026-Q4", "填报季度"), ("2026-H2", "填报半年度"), ("2026", "填报年度")],
)
def test_the_form_serves_four_kinds_of_period(period: str, label: str) -> None:
    sheet = made(KEY, case(), period=period)
    assert sheet.head[1][0] == label
    assert values(sheet, 1) == (1,)


def test_the_head_and_foot_are_those_of_the_form() -> None:
    sheet = made(KEY, case(), signer="甲一", preparer="乙一")
    assert sheet.head == (("填报单位（盖章）", OFFICE.name), ("填报月份", "2026年10月"))
    assert sheet.foot == (("签发人", "甲一"), ("制表人", "乙一"))


def test_the_dating_of_the_form_does_not_follow_the_basis_of_the_office() -> None:
    still_open = case(outcome="", form="", concluded_on=None)
    sheet = made(KEY, still_open, basis="concluded")
    assert (sheet.basis, *values(sheet, 1, 4)) == ("按受理", 1, 0)
