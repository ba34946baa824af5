"""Dates and times as people write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.dates import parse_date, parse_time, write_date, write_day, write_time
from mediator.domain.errors import RuleBroken

TODAY = date(2026, 3, 18)  # a Wednesday
DAY = date(2026, 3, 15)  # the Sunday before

SAME_DAY = """
20260315 | 2026-3-15 | 2026-03-15 | 2026/3/15 | 2026/03/15 | 2026.3.15 | 2026.03.15 | 2026.3.15.
26.3.15 | 26-3-15 | 26/03/15 | 260315 | 0315 | 3-15 | 03-15 | 3/15 | 3.15 | 3月15日 | 3月15号
3月15 | 03月15日 | 15日 | 15号 | 2026年3月15日 | 2026年3月15号 | 2026年03月15日 | 2026年3月15
26年3月15日 | 2026 年 3 月 15 日 | 2026 3 15 | ２０２６年３月１５日 | ２０２６－３－１５
２０２６．３．１５ | ２０２６０３１５ | 2026。3。15 | 2026—3—15 | 2026、3、15
二〇二六年三月十五日 | 二零二六年三月十五日 | 二○二六年三月十五日 | 三月十五日 | 三月十五号
二〇二六年3月15日 | 2026年3月15日 星期日 | 2026年3月15日星期天 | 2026-3-15 周日
2026-03-15（星期日） | 3月15日礼拜天 | 2026-03-15 09:30 | 2026-03-15T09:30:00
2026/3/15 9:30:00 | 本月15日 | 本月15号 | 这个月15号 | 今年3月15日 | 今年三月十五 | 3天前
三天前 | 3天以前 | 大前天
"""
SPELLINGS = [part.strip() for line in SAME_DAY.strip().splitlines() for part in line.split("|")]


@pytest.mark.parametrize("text", SPELLINGS)
def test_many_spellings_of_one_day(text: str) -> None:
    assert parse_date(text, TODAY) == DAY
    assert parse_date(f"  {text}　", TODAY) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", date(2026, 3, 18)),
        ("今日", date(2026, 3, 18)),
        ("当天", date(2026, 3, 18)),
        ("昨天", date(2026, 3, 17)),
        ("昨日", date(2026, 3, 17)),
        ("前天", date(2026, 3, 16)),
        ("明天", date(2026, 3, 19)),
        ("后天", date(2026, 3, 20)),
        ("大后天", date(2026, 3, 21)),
        ("30天后", date(2026, 4, 17)),
        ("十天之后", date(2026, 3, 28)),
        ("上月28日", date(2026, 2, 28)),
        ("上个月5号", date(2026, 2, 5)),
        ("下个月1号", date(2026, 4, 1)),
        ("去年12月31日", date(2025, 12, 31)),
        ("明年1月1日", date(2027, 1, 1)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("十月一日", date(2026, 10, 1)),
        ("二月二十日", date(2026, 2, 20)),
        ("58.3.5", date(1958, 3, 5)),
        ("36-1-1", date(2036, 1, 1)),
        ("37-1-1", date(1937, 1, 1)),
        ("1958年7月1日", date(1958, 7, 1)),
        ("2024-2-29", date(2024, 2, 29)),
    ],
)
def test_other_days(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


def test_the_month_before_january_is_december() -> None:
    assert parse_date("上月5日", date(2026, 1, 9)) == date(2025, 12, 5)
    assert parse_date("下月5日", date(2026, 12, 9)) == date(2027, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "20260231",
        "2026-2-29",
        "2026年13月1日",
        "4月31日",
        "0230",
        "2026-0-1",
        "1899-12-31",
        "2101-1-1",
        "三月三十二日",
        "上月31日",
        "2026-3-15 星期一",
    ],
)
def test_days_no_calendar_has_are_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="date-impossible"):
        parse_date(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "abc", "邻里", "2026", "2026-3", "202", "15/3/2026", "正月初五", "农历三月十五", "2026-3/15",
     "星期一", "三月廿五", "十十月一日", "-3-15", "2026-03-15x", "46096", "2026年"],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    with pytest.raises(RuleBroken, match="date-not-understood"):
        parse_date(text, TODAY)


def test_a_refusal_carries_the_text_but_does_not_print_it() -> None:
    with pytest.raises(RuleBroken) as caught:
        parse_date("张三测", TODAY)
    assert caught.value.values == {"text": "张三测"}
    assert "张三测" not in str(caught.value)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_as_written(day: date) -> None:
    for spelling in (write_date(day), write_day(day), day.isoformat(), f"{day:%Y%m%d}"):
        assert parse_date(spelling, TODAY) == day


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        parse_date(text, TODAY)
    except RuleBroken as refusal:
        assert refusal.code in {"date-not-understood", "date-impossible"}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9:30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("9：30", time(9, 30)),
        ("９：３０", time(9, 30)),
        ("9:30:00", time(9, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("14", time(14, 0)),
        ("9.30", time(9, 30)),
        ("9点", time(9, 0)),
        ("9时", time(9, 0)),
        ("9点整", time(9, 0)),
        ("9点半", time(9, 30)),
        ("9时30分", time(9, 30)),
        ("9点5分", time(9, 5)),
        ("9点一刻", time(9, 15)),
        ("九点半", time(9, 30)),
        ("九点三刻", time(9, 45)),
        ("两点", time(2, 0)),
        ("上午9:30", time(9, 30)),
        ("上午 9 点", time(9, 0)),
        ("下午3点", time(15, 0)),
        ("下午三点二十", time(15, 20)),
        ("下午15:20", time(15, 20)),
        ("中午12点", time(12, 0)),
        ("晚上8点半", time(20, 30)),
        ("0:00", time(0, 0)),
        ("23:59", time(23, 59)),
    ],
)
def test_spellings_of_a_time(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["24:00", "9:60", "9点75分", "2575"])
def test_times_no_clock_shows_are_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="time-impossible"):
        parse_time(text)


@pytest.mark.parametrize("text", ["", "早", "上午", "9", "9:3:", "12345", "三月"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    with pytest.raises(RuleBroken, match="time-not-understood"):
        parse_time(text)


@given(st.times())
def test_every_minute_is_read_back_as_written(moment: time) -> None:
    whole_minute = time(moment.hour, moment.minute)
    assert parse_time(write_time(whole_minute)) == whole_minute
