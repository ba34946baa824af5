from datetime import date
from itertools import groupby

from mediator.codes import code_list
from mediator.statistics.model import ReturnSheet
from tests.statistics.facts import case, made

KEY = "people-cases"


def broken(sheet: ReturnSheet) -> list[str]:
    return [check.title for check in sheet.checks if not check.ok]


def test_five_blocks_and_prevention() -> None:
    groups = [(name, len(list(rows))) for name, rows in groupby(made(KEY).rows, key=lambda row: row.group)]
    assert groups == [
        ("总量", 6),
        ("不同主体调解情况", 6),
        ("案件来源", 8),
        ("案件分类情况", 18),
        ("协议形式", 2),
        ("预防情况", 8),
    ]


def test_the_18_types_always_stand_there_and_end_in_jiufen() -> None:
    titles = [row.title for row in made(KEY).rows if row.group == "案件分类情况"]
    assert titles == [f"{row.word}纠纷" for row in code_list("dispute_type").rows]
    assert (titles[0], titles[-1], len(titles)) == ("婚姻家庭纠纷", "其他纠纷", 18)


def test_every_block_in_the_order_of_the_form() -> None:
    titles = [row.title for row in made(KEY).rows if row.group not in ("案件分类情况", "预防情况")]
    assert titles == [
        *("案件总数", "涉及当事人数", "调解成功案件数", "调解成功率", "疑难(复杂)案件数", "涉及金额"),
        *("村调委会", "居调委会", "乡镇调委会", "街道调委会", "企事业单位调委会", "社会团体和其他组织调委会"),
        *("主动调解", "依申请调解", "接受委托移送"),
        *("法院委托移送", "检察院委托移送", "公安机关委托移送", "信访部门委托移送", "其他部门委托移送"),
        *("口头协议", "书面协议"),
    ]


def test_only_cases_of_the_people_are_counted() -> None:
    sheet = made(KEY, case(1), case(2, track="judicial"), case(3, track="administrative"))
    assert sheet.row("total").cases == ("A-1",)


def test_money_is_added_in_yuan_over_successes_before_dividing() -> None:
    cases = (
        case(1, amount_fen=4_999),
        case(2, amount_fen=1),
        case(3, amount_fen=99_999_999, outcome="failed", form=""),
        case(4),
    )
    assert made(KEY, *cases).row("amount").value == "0.01"  # 50 元: half of the last place goes up
    assert made(KEY, cases[0]).row("amount").value == "0.00"


def test_money_and_parties_grow_by_what_they_were() -> None:
    cases = (
        case(1, amount_fen=3_000_000, party_count=5),
        case(2, amount_fen=2_000_000, party_count=4, accepted_on=date(2026, 9, 3)),
        case(3, amount_fen=1_000_000, accepted_on=date(2025, 10, 3)),
    )
    sheet = made(KEY, *cases)
    amount, parties = sheet.row("amount"), sheet.row("parties")
    assert (amount.value, amount.last_year, amount.last_month) == ("3.00", "1.00", "2.00")
    assert (amount.last_year_change, amount.last_month_change) == ("200.0", "50.0")
    assert (parties.value, parties.last_month_change) == (5, "25.0")


def test_the_success_rate_changes_by_points() -> None:
    failed = {"outcome": "failed", "form": ""}
    september = (case(3, accepted_on=date(2026, 9, 1)), case(4, accepted_on=date(2026, 9, 2), **failed))
    rate = made(KEY, case(1), case(2), *september).row("success-rate")
    assert (rate.value, rate.last_month, rate.last_month_change) == ("100.0", "50.0", "50.0")
    assert (rate.last_year, rate.last_year_change) == ("—", "—")


def test_the_period_before_january_is_december() -> None:
    cases = (case(1, accepted_on=date(2026, 1, 9)), case(2, accepted_on=date(2025, 12, 9)))
    total = made(KEY, *cases, period="2026-01").row("total")
    assert (total.value, total.last_month, total.last_year) == (1, 1, 0)


def test_quarters_are_compared_with_quarters() -> None:
    cases = [
        case(1, accepted_on=date(2026, 10, 1)),
        case(2, accepted_on=date(2026, 7, 1)),
        case(3, accepted_on=date(2026, 9, 30)),
        case(4, accepted_on=date(2025, 12, 31)),
    ]
    total = made(KEY, *cases, period="2026-Q4").row("total")
    assert (total.value, total.last_month, total.last_year) == (1, 2, 1)


def test_by_conclusion_a_case_falls_in_the_month_it_ended() -> None:
    cases = (
        case(1, accepted_on=date(2026, 9, 20), concluded_on=date(2026, 10, 2)),
        case(2, concluded_on=date(2026, 11, 1)),
        case(3, concluded_on=None, outcome="", form=""),
    )
    sheet = made(KEY, *cases, basis="concluded")
    assert (sheet.basis, sheet.row("total").cases) == ("按办结", ("A-1",))
    assert made(KEY, *cases).row("total").cases == ("A-2", "A-3")


def test_by_conclusion_a_refusal_keeps_its_day_of_arrival() -> None:
    refusal = case(outcome="refused", form="", concluded_on=None)
    assert made(KEY, refusal, basis="concluded").row("refused").value == 1


def test_trades_and_other_bodies_share_a_row() -> None:
    cases = (case(1, committee_kind="industry"), case(2, committee_kind="other"))
    row = next(row for row in made(KEY, *cases).rows if row.title == "社会团体和其他组织调委会")
    assert (row.value, row.share) == (2, "100.0")


def test_prevention_counts_cases_and_people_apart() -> None:
    sheet = made(
        KEY,
        case(1, prevented=(("mass-petition", 10), ("criminal", 1))),
        case(2, prevented=(("mass-petition", 5),), outcome="failed", form=""),
    )
    shown = [(row.title, row.unit, row.value) for row in sheet.rows if row.group == "预防情况" and row.value]
    assert shown == [
        ("防止转化为刑事案件", "件", 1),
        ("防止转化为刑事案件", "人", 1),
        ("防止群体性上访", "件", 2),
        ("防止群体性上访", "人", 15),
    ]
    assert sheet.row("prevented-mass-petition-people").cases == ("A-1", "A-2")


def test_a_failed_mediation_has_no_form_of_agreement() -> None:
    assert made(KEY, case(outcome="failed", form="written")).row("form-written").value == 0


def test_performance_and_confirmation_stand_under_the_table() -> None:
    sheet = made(KEY, case(1, confirmation="valid"), case(2, performance="partial"))
    assert [(row.key, row.value) for row in sheet.apart] == [
        ("performed", 1),
        ("confirmed", 1),
        ("refused", 0),
    ]
    assert "其中协议已履行1件，司法确认有效1件。" in sheet.notes


def test_what_belongs_to_no_row_is_told_by_the_checks() -> None:
    assert broken(made(KEY, case())) == []
    assert broken(made(KEY, case(type_key=""))) == ["案件总数＝各类案件之和"]
    assert broken(made(KEY, case(committee_kind=""))) == ["案件总数＝各类调委会案件之和"]
    assert broken(made(KEY, case(form=""))) == ["调解成功案件数＝口头协议＋书面协议"]
    assert broken(made(KEY, case(source=""))) == ["案件总数＝主动调解＋依申请调解＋接受委托移送"]


def test_a_check_shows_the_numbers_it_compared() -> None:
    check = made(KEY, case(1), case(2, type_key="")).checks[0]
    assert (check.ok, check.detail) == (False, "本期 2 ≠ 1")
