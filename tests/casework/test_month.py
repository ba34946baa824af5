"""The month at the desk, by its cut day, and when its return is due."""

from datetime import date, datetime

import pytest

from mediator.casework import set_up
from mediator.casework.accept import accept
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.month import due_on, month_of, next_due, this_month
from mediator.casework.refuse import refuse
from mediator.domain.case import Ending
from mediator.domain.errors import RuleBroken
from mediator.domain.office import Settings
from mediator.domain.period import make
from tests.people import CHINA, intake, simple_case


@pytest.mark.parametrize(
    ("day", "cut_day", "month"),
    [
        (date(2026, 11, 22), 1, "2026-11"),
        (date(2026, 11, 25), 26, "2026-11"),
        (date(2026, 11, 26), 26, "2026-12"),
        (date(2026, 12, 31), 21, "2027-01"),
        (date(2027, 1, 20), 21, "2027-01"),
    ],
)
def test_a_day_falls_in_the_month_of_the_offices_cut(day: date, cut_day: int, month: str) -> None:
    assert month_of(day, cut_day).text == month


@pytest.mark.parametrize(
    ("today", "month", "due"),
    [
        (date(2026, 11, 22), "2026-11", date(2026, 12, 5)),
        (date(2026, 12, 5), "2026-11", date(2026, 12, 5)),
        (date(2026, 12, 6), "2026-12", date(2027, 1, 5)),
    ],
)
def test_the_return_of_the_month_before_is_due_first(today: date, month: str, due: date) -> None:
    period = next_due(today, Settings())
    assert (period.text, due_on(period, Settings())) == (month, due)


def test_february_has_every_day_a_return_may_be_due() -> None:
    assert due_on(make(2027, 1, 1), Settings(due_day=28)) == date(2027, 2, 28)


def test_the_month_names_its_cases(desk: Desk) -> None:
    settled = desk.file(simple_case(desk)).code
    open_one = desk.file(accept(desk, intake())).code
    older = desk.file(accept(desk, intake(accepted_on=date(2026, 10, 9)))).code
    failed_id = accept(desk, intake())
    end_without(
        desk,
        failed_id,
        Ending(outcome="failed", on=date(2026, 11, 20), reason="no-agreement", told_ways=("arbitration",)),
    )
    failed = desk.file(failed_id).code
    refuse(desk, intake(), "not-civil")
    month = this_month(desk)
    assert month.period.text == "2026-11"
    assert set(month.accepted) == {settled, open_one, failed}
    assert month.settled == (settled,)
    assert month.ended == (failed,)
    assert set(month.open) == {open_one, older}
    assert month.total == 5
    assert month.due_on == date(2026, 12, 5)


def test_an_empty_office_has_a_month_too(desk: Desk) -> None:
    later = Desk(desk.store, "王测", lambda: datetime(2027, 1, 3, 9, tzinfo=CHINA))
    month = this_month(later)
    assert (month.total, month.accepted, month.due.text) == (0, (), "2026-12")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"due_day": 0}, "due-day-unfit"),
        ({"due_day": 29}, "due-day-unfit"),
        ({"mediation_months": 0}, "limit-unfit"),
        ({"follow_up_days": 0}, "limit-unfit"),
    ],
)
def test_settings_that_give_no_day_are_refused(desk: Desk, changed: dict[str, int], code: str) -> None:
    with pytest.raises(RuleBroken, match=code) as refusal:
        set_up.save_settings(desk, Settings(**changed))
    assert refusal.value.field in changed
    assert desk.settings() == Settings()
