"""The 18 types, the older names, and the rows of the 综治 monthly form (ledger contract)."""

import pytest

from mediator.codes import code_list
from mediator.domain.dispute import plain_type, type_key, type_title, zongzhi_row

ROWS = {
    38: "婚姻家庭 邻里",
    14: "房屋宅基地 山林土地",
    16: "合同 生产经营 旅游 电子商务 其他消费",
    18: "拖欠农民工工资 其他劳动争议",
    10: "征地拆迁",
    22: "环境污染",
    40: "医疗",
    12: "物业",
    42: "损害赔偿 道路交通事故 其他",
    34: "村务管理",
}
OLDER = {
    "婚姻家庭": "婚姻家庭继承 家庭 婚姻 继承 赡养抚养",
    "损害赔偿": "赔偿",
    "合同": "债务",
    "山林土地": "山林土地承包经营权",
    "环境污染": "环境保护",
    "其他劳动争议": "劳动争议",
    "其他消费": "消费",
    "医疗": "医患",
    "道路交通事故": "交通事故",
    "房屋宅基地": "房产宅基地",
    "物业": "物业管理",
    "其他": "其它 计划生育 村务管理",
}
OLDER_PAIRS = [(older, new) for new, names in OLDER.items() for older in names.split()]
ROW_PAIRS = [(name, row) for row, names in ROWS.items() for name in names.split()]


def test_the_list_has_eighteen_types_and_each_has_a_row() -> None:
    words = [row.word for row in code_list("dispute_type").rows]
    assert len(words) == len(set(words)) == 18
    assert set(words) == {name for name, _ in ROW_PAIRS} - {"村务管理"}


@pytest.mark.parametrize(("older", "new"), OLDER_PAIRS)
@pytest.mark.parametrize("ending", ["", "纠纷"])
def test_older_names_fall_under_the_eighteen(older: str, new: str, ending: str) -> None:
    assert type_key(older + ending) == code_list("dispute_type").key(new)


@pytest.mark.parametrize(("name", "row"), ROW_PAIRS)
@pytest.mark.parametrize("ending", ["", "纠纷"])
def test_rows_of_the_monthly_form(name: str, row: int, ending: str) -> None:
    assert zongzhi_row(name + ending) == row


@pytest.mark.parametrize(("older", "new"), [pair for pair in OLDER_PAIRS if pair[0] != "村务管理"])
def test_older_names_stand_in_the_row_of_their_type(older: str, new: str) -> None:
    assert zongzhi_row(older) == zongzhi_row(new)


@pytest.mark.parametrize("name", ["", "纠纷", "宇宙", "邻里邻里", "婚 姻"])
def test_unknown_names_have_no_key_and_stand_under_other(name: str) -> None:
    assert type_key(name) is None
    assert zongzhi_row(name) == 42


def test_the_title_ends_in_jiufen_once() -> None:
    assert [type_title(name) for name in ("邻里", "邻里纠纷", " 邻里 ", "")] == [
        "邻里纠纷",
        "邻里纠纷",
        "邻里纠纷",
        "",
    ]
    assert plain_type("纠纷") == "纠纷"
