"""What the cells of a room's own sheet mean in our words, and what its heads are taken for."""

from datetime import date, datetime
from typing import Any

import pytest

from mediator.domain.errors import RuleBroken
from mediator.domain.ledger_mapping import LedgerMapping, Rule
from mediator.exchange.foreign import Sheet
from mediator.exchange.foreign_cells import amount_cell, day_cell, day_of_two, sides_cell
from mediator.exchange.heads import guess_heads, heads_for, recognised
from mediator.exchange.mapping import translate
from mediator.exchange.mapping_guess import guess_mapping
from mediator.exchange.skipped import why_skipped
from mediator.exchange.synonyms import guess_word
from mediator.exchange.workbook import SheetRow

DAY, LATER = date(2026, 3, 5), date(2026, 3, 8)


def sheet(*lines: list[Any], merged: dict[Any, Any] | None = None) -> Sheet:
    return Sheet("表", tuple(SheetRow(n, tuple(cells)) for n, cells in enumerate(lines, 1)), merged or {})


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "26.3.5",
            "2026.3.5",
            "2026年3月5日",
            "二〇二六年三月五日",
            "260305",
            "2026-03-05 09:30:00",
            "３.５",
        ),
        *("3月5日", "3-5", 46086, 46086.4, "46086", DAY, datetime(2026, 3, 5, 9), 20260305),
    ],
)
def test_a_day_as_rooms_write_it(cell: Any) -> None:
    found = day_cell(cell, 2026)
    assert (found.date() if isinstance(found, datetime) else found) in (DAY, 20260305)


@pytest.mark.parametrize("cell", ["昨天", "上月5日", "5日", 3.1, "三月初", True, None])
def test_a_day_that_only_a_guess_could_tell_stays_as_it_is(cell: Any) -> None:
    assert day_cell(cell, 2026) == cell


@pytest.mark.parametrize(
    ("cell", "code"),
    [("3月5日", "date-without-year"), ("26.13.5", "date-impossible"), ("2026.3", "date-not-understood")],
)
def test_a_day_that_cannot_be_is_refused(cell: str, code: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        day_cell(cell, None)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2026.3.5—2026.3.8", (DAY, LATER)),
        ("2026.3.5-3.8", (DAY, LATER)),
        ("26.3.5至26.3.8", (DAY, LATER)),
        ("2026年3月5日～8日", (DAY, LATER)),
        ("2026-3-5 - 2026-3-8", (DAY, LATER)),
        ("20260305-20260308", (DAY, LATER)),
        ("2026.3.5", (DAY, DAY)),
        ("2026.3.5—", (DAY, None)),
        ("2026-03-05 09:30:00", (DAY, DAY)),
        (DAY, (DAY, DAY)),
    ],
)
def test_two_days_in_one_cell(cell: Any, days: Any) -> None:
    assert tuple(day_of_two(cell, which, 2026) for which in ("first", "second")) == days


@pytest.mark.parametrize("cell", ["2026.3.5-8", "2026.3.5、3.6、3.8", "三月"])
def test_days_that_cannot_be_told_apart_stay_for_the_check(cell: str) -> None:
    assert day_of_two(cell, "second", 2026) == cell


@pytest.mark.parametrize(
    ("cell", "wan", "yuan"),
    [
        *((0.3, True, "3000"), ("1.5", True, "15000"), ("1.5万", False, "15000"), ("2万元", True, "20000")),
        *(("12345元", False, "12345元"), ("", True, ""), ("0.123456", True, "1234.56"), (3, True, "30000")),
    ],
)
def test_an_amount_in_ten_thousands(cell: Any, wan: bool, yuan: str) -> None:
    assert amount_cell(cell, wan) == yuan


@pytest.mark.parametrize("cell", ["两万", 0.0000001, "-1", "1234567890123"])
def test_figures_in_ten_thousands_are_never_taken_for_yuan(cell: Any) -> None:
    with pytest.raises(RuleBroken):
        amount_cell(cell, True)


@pytest.mark.parametrize(
    ("cell", "sign", "sides"),
    [
        ("甲一诉乙二", "诉", "申请人:甲一;被申请人:乙二"),
        ("甲一、甲三与示例公司合同纠纷一案", "与", "申请人:甲一、甲三;被申请人:示例公司"),
        ("和一测和乙二", "和", "申请人:和一测;被申请人:乙二"),
        ("申请人：甲一；被申请人：乙二", "诉", "申请人：甲一；被申请人：乙二"),
    ],
)
def test_two_sides_in_one_cell(cell: str, sign: str, sides: str) -> None:
    assert sides_cell(cell, sign) == sides


@pytest.mark.parametrize("cell", ["甲一乙二", "甲诉乙诉丙", "诉乙二", "甲一诉"])
def test_sides_that_do_not_part_are_refused(cell: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        sides_cell(cell, "诉")
    assert caught.value.code == "sides-unclear"


def test_heads_of_two_rows_are_read_together() -> None:
    merged = {(3, 0): (2, 0), (2, 2): (2, 1), (1, 1): (1, 0), (1, 2): (1, 0)}
    made = sheet(
        ["某村台账"], ["日期", "当事人", None, "来源"], [None, "申请人", "被申请人", "来源"], merged=merged
    )
    heads = guess_heads(made)
    assert (heads.row, heads.depth) == (2, 2)
    assert heads.texts == ("日期", "当事人/申请人", "当事人/被申请人", "来源")
    assert guess_mapping(made).rule("respondents").columns == ("当事人/被申请人",)


def test_equal_and_empty_heads_get_names_of_their_own() -> None:
    made = sheet(["日 期", "姓名", "姓名", None], ["2026-10-05", "甲", "乙", "丙"])
    assert guess_heads(made).texts == ("日期", "姓名", "姓名(2)", "第4列")


def test_numbers_of_persons_are_no_parties() -> None:
    ids = [["11010119900307451X", "13800000000"], ["110101199003074528", "13800000001"]]
    made = sheet(["当事人", "当事人姓名", "调解员"], *([one[0], "甲一、乙二", one[1]] for one in ids))
    mapping = guess_mapping(made)
    assert mapping.rule("parties").columns == ("当事人姓名",)
    assert mapping.rule("mediator").columns == ()


def test_types_are_known_by_what_stands_in_them() -> None:
    made = sheet(["日期", "内容", "甲乙"], ["2026-10-05", "邻里", "x"], ["2026-10-06", "物业纠纷", "y"])
    assert guess_mapping(made).rule("type_written").columns == ("内容",)


@pytest.mark.parametrize(
    ("codes", "written", "word"),
    [
        *(
            ("outcome", "成功", "调解成功"),
            ("outcome", "不成功", "调解不成功"),
            ("outcome", "未调解成功过", ""),
        ),
        *(("ledger_source", "派出所移交", "公安机关委托移送"), ("dispute_type", "邻里漏水纠纷", "邻里")),
        *(("difficulty", "普通", "一般"), ("dispute_type", "外星", ""), ("dispute_type", "债务", "债务")),
    ],
)
def test_a_word_is_guessed_or_left_to_the_person(codes: str, written: str, word: str) -> None:
    assert guess_word(codes, written) == word


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["合  计", "", "3"], "total"),
        (["", "本月小计", "3"], "total"),
        (["日期", "当事人", "来源"], "head"),
        (["三月份"], "heading"),
        (["填表人：甲一测", "审核人：乙"], "footer"),
        (["", "", "", "7"], "blank"),
        (["2026-10-05", "合计一家", "主动调解"], ""),
        (["2026-10-05"], ""),
    ],
)
def test_rows_that_are_no_cases(cells: list[str], why: str) -> None:
    made = sheet(["日期", "当事人", "来源", "页"], cells)
    heads = guess_heads(made)
    mapping = LedgerMapping(
        rules=tuple(
            Rule(field=f, columns=(h,))
            for f, h in [("accepted_on", "日期"), ("parties", "当事人"), ("source", "来源")]
        )
    )
    assert why_skipped(made, heads, mapping, made.rows[1]) == why


def complete(**more: Any) -> LedgerMapping:
    told = {
        "accepted_on": Rule(field="accepted_on", columns=("日期",)),
        "parties": Rule(field="parties", columns=("当事人",)),
        "source": Rule(field="source", otherwise="主动调解"),
        "type_written": Rule(field="type_written", otherwise="邻里"),
    } | more
    return LedgerMapping(headers=("日期", "当事人"), rules=tuple(told.values()))


def test_a_running_number_is_made_unique_by_what_stands_before_it() -> None:
    made = sheet(["序号", "日期", "当事人"], [1, "2026-10-05", "甲一、乙二"], [2, "2027-10-05", "甲一、乙二"])
    rule = Rule(field="code", columns=("序号",), before="甲村-{year}-")
    drafted = translate(made, complete(code=rule)).draft.cases
    assert [(one.case.code, one.case.mark) for one in drafted] == [("甲村-2026-1", ""), ("甲村-2027-2", "")]


def test_a_row_is_known_again_below_a_line_put_in_above() -> None:
    row = ["2026-10-05", "甲一、乙二"]
    first = translate(sheet(["序号", "日期", "当事人"], [1, *row]), complete()).draft.cases
    later = translate(
        sheet(["序号", "日期", "当事人"], [1, "2026-10-01", "丙"], [2, *row]), complete()
    ).draft.cases
    assert first[0].case.mark == later[1].case.mark != later[0].case.mark


def test_several_columns_are_joined() -> None:
    made = sheet(["日期", "当事人", "村", "组"], ["2026-10-05", "甲一、乙二", "示例村", "三组"])
    mapping = complete(area=Rule(field="area", columns=("村", "组"), separator="·"))
    assert translate(made, mapping).draft.cases[0].case.area == "示例村·三组"


def test_next_months_file_is_recognised_though_its_heads_moved() -> None:
    lines = (["日期", "当事人", "备注"], ["2026-10-05", "甲一、乙二", ""])
    mapping, other = complete(), complete(parties=Rule(field="parties", columns=("名单",)))
    moved = sheet(["十一月台账"], ["某村"], *lines)
    assert heads_for(moved, mapping).row == 3  # type: ignore[union-attr]
    assert recognised((sheet(["无关"]), moved), [other, mapping]) == (mapping, moved)
    assert recognised((sheet(["无关"]),), [other, mapping]) is None


def test_what_is_said_of_all_rows_is_said_of_successes_only() -> None:
    made = sheet(
        ["日期", "当事人", "结果"], ["2026-10-05", "甲、乙", "调解成功"], ["2026-10-05", "甲、丙", "终止"]
    )
    mapping = complete(
        outcome=Rule(field="outcome", columns=("结果",)), form=Rule(field="form", otherwise="书面协议")
    )
    assert [one.case.form for one in translate(made, mapping).draft.cases] == ["written", ""]
