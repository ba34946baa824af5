"""Who stands on which side, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.errors import RuleBroken
from mediator.exchange.names import PLACE, read_names, read_sides, write_names, write_sides

NAMES = st.text(alphabet='、,，;；:："\n 　张ab申请人=', min_size=1, max_size=8)
SIDES = st.lists(st.tuples(st.sampled_from(["applicant", "respondent", "third"]), NAMES), min_size=1)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("申请人:张三、李四;被申请人:某公司", "A张三 A李四 R某公司"),
        ("申请人：张三，李四；被申请人：某公司", "A张三 A李四 R某公司"),
        ("被申请人:某公司;第三人:王五;申请人:张三", "A张三 R某公司 T王五"),
        ("申请人:张三\n被申请人:李四", "A张三 R李四"),
        ("申请人:张三,被申请人:李四", "A张三 R李四"),
        ("张三、王五、赵六", "A张三 R王五 R赵六"),
        ("张三", "A张三"),
        ("申请人:;被申请人:李四", "R李四"),
        ("申请人:张三;;被申请人:李四、", "A张三 R李四"),
        ("申请人:<b>张三;被申请人:a<b & c、../x、=1+1", "A<b>张三 Ra<b & c R../x R=1+1"),
        ("申请人:“老张”张三;被申请人:欧阳·测", "A“老张”张三 R欧阳·测"),
    ],
)
def test_sides_are_read_as_people_write_them(text: str, sides: str) -> None:
    letters = {"applicant": "A", "respondent": "R", "third": "T"}
    assert " ".join(letters[role] + name for role, name in read_sides(text)) == sides


@pytest.mark.parametrize("text", ["代理人:张三", "申请人:", "第三人:张三", "申请人:张三:李四", ";;"])
def test_what_names_nobody_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        read_sides(text)
    assert caught.value.code == "parties-unreadable"


def test_a_name_that_holds_a_sign_is_quoted() -> None:
    assert write_names(["Foo, Inc.", "张三", '"老张"']) == '"Foo, Inc."、张三、"""老张"""'
    assert read_names('"Foo, Inc."、张三') == ("Foo, Inc.", "张三")


def test_quotes_that_enclose_no_sign_belong_to_the_name() -> None:
    assert read_names('"老张"、"小张"张三') == ('"老张"', '"小张"张三')


@given(st.lists(NAMES, min_size=1))
def test_every_list_of_names_reads_back(names: list[str]) -> None:
    assert list(read_names(write_names(names))) == names


@given(SIDES)
def test_all_sides_read_back(sides: list[tuple[str, str]]) -> None:
    ordered = tuple(sorted(sides, key=lambda side: PLACE[side[0]]))
    if any(role != "third" for role, _ in ordered):
        assert read_sides(write_sides(ordered)) == ordered
