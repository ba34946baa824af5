"""The published table of a whole city comes out to the last digit."""

import pytest

from mediator.domain.office import Office
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import find
from mediator.statistics.model import ReturnSheet
from tests.statistics.huangshi import case_counts, ledger_rows

OFFICE = Office(name="示例市人民调解工作办公室", short_name="示")


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(case_counts(), (), OFFICE)


@pytest.fixture(scope="module")
def people(book: Book) -> ReturnSheet:
    return find("people-cases").build(book, parse("2016-08"))


@pytest.fixture(scope="module")
def zongzhi(book: Book) -> ReturnSheet:
    return find("zongzhi-monthly").build(book, parse("2016-08"))


def test_the_volume_of_the_month(people: ReturnSheet) -> None:
    assert people.row("total").value == 869
    assert people.row("success").value == 842
    assert people.row("amount").value == "2873.80"
    rate = people.row("success-rate")
    assert (rate.value, rate.numerator, rate.denominator) == ("96.9", 842, 869)
    assert rate.formula == "调解成功案件数÷案件总数×100%"


def test_the_month_against_last_year_and_the_month_before(people: ReturnSheet) -> None:
    total = people.row("total")
    assert (total.last_year, total.last_year_change) == (1028, "-15.5")
    assert (total.last_month, total.last_month_change) == (840, "3.5")


@pytest.mark.parametrize(
    ("key", "count", "share"),
    [
        ("source-own", 455, "52.4"),
        ("source-application", 378, "43.5"),
        ("source-referred", 36, "4.1"),
        ("type-marriage-family", 160, "18.4"),
        ("type-neighbour", 278, "32.0"),
        ("type-house-site", 67, "7.7"),
        ("type-contract", 44, "5.1"),
        ("type-production", 31, "3.6"),
        ("type-damage", 76, "8.7"),
        ("type-forest-land", 18, "2.1"),
        ("type-land-taking", 28, "3.2"),
        ("type-pollution", 4, "0.5"),
        ("type-migrant-wages", 0, "0.0"),
        ("type-labour", 13, "1.5"),
        ("type-tourism", 0, "0.0"),
        ("type-e-commerce", 0, "0.0"),
        ("type-consumption", 7, "0.8"),
        ("type-medical", 55, "6.3"),
        ("type-traffic", 33, "3.8"),
        ("type-property-service", 1, "0.1"),
        ("type-other", 54, "6.2"),
    ],
)
def test_sources_and_types_with_their_shares(people: ReturnSheet, key: str, count: int, share: str) -> None:
    row = people.row(key)
    assert (row.value, row.share) == (count, share)
    assert len(row.cases) == count


def test_what_was_prevented(people: ReturnSheet) -> None:
    shown = [
        (row.title, row.unit, row.value) for row in people.rows if row.group == "预防情况" and row.value != 0
    ]
    assert shown == [
        ("防止转化为刑事案件", "件", 1),
        ("防止转化为刑事案件", "人", 4),
        ("防止群体性上访", "件", 3),
        ("防止群体性上访", "人", 15),
    ]


def test_every_check_holds(people: ReturnSheet, zongzhi: ReturnSheet) -> None:
    assert [check for check in (*people.checks, *zongzhi.checks) if not check.ok] == []


def test_the_zongzhi_form_of_the_same_month(zongzhi: ReturnSheet) -> None:
    shown = {(row.group, row.title): row.value for row in zongzhi.rows if row.value != 0}
    kinds = {
        "征地拆迁安置引发": 28,
        "建筑工程质量、物业管理等引发": 1,
        "土地矿产山林水利界限权属": 67 + 18,
        "经济活动引发": 44 + 31 + 7,
        "劳资纠纷": 13,
        "环境污染、生态破坏引发": 4,
        "婚姻家庭邻里等各类民间纠纷": 160 + 278,
        "医患纠纷": 55,
        "其他": 76 + 33 + 54,
    }
    assert shown == {
        ("总况", "排查数"): 869,
        ("总况", "调处数"): 869,
        ("总况", "调处率"): "100.00",
        ("总况", "成功数"): 842,
        ("总况", "成功率"): "96.89",
        **{(kind, title): count for kind, count in kinds.items() for title in ("排查数", "调处数")},
        ("涉及人数", "50人以下"): 869,
        ("重大矛盾纠纷", "成功率"): "—",
    }


def test_the_year_to_date_begins_in_january(zongzhi: ReturnSheet) -> None:
    assert zongzhi.row("row-01").year_to_date == 840 + 869
    assert zongzhi.row("row-04").year_to_date == 842
    assert zongzhi.row("row-05").year_to_date == "49.27"


def test_the_fixture_is_a_ledger_of_25_columns() -> None:
    rows = ledger_rows()
    assert len(rows) == 869 + 840 + 1028
    assert {len(row) for row in rows} == {25}
    assert len({row["案件编码"] for row in rows}) == len(rows)
