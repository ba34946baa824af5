"""A small series of workers against one firm, and what each of its verbs does to it."""

from collections.abc import Callable
from datetime import date

from mediator.casework.desk import Desk
from mediator.casework.series import add_members, open_series, series_state
from mediator.casework.series_acts import (
    agree_together,
    archive_together,
    end_together,
    hear_together,
    mark_all_printed,
    perform_together,
    sign_together,
    visit_together,
)
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Archived, Ending, Intake
from mediator.domain.casefile import CaseFile
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.party import PartyFacts
from mediator.domain.series import JointDuty, SeriesMember, Share, SignedTogether
from tests.people import ACCEPTED, TODAY, entries, id_number, intake

FIRM = PartyFacts(kind="organisation", name="示例劳务有限公司", representative="丁经理")
WAGES = {"甲一": 1_200_000, "乙二": 850_050}
FAILED = Ending(outcome="failed", on=ACCEPTED, reason="no-agreement", told_ways=("court",))
DUE = (date(2026, 11, 30), date(2026, 12, 31))


def common(**case: str) -> Intake:
    """What all of them say alike."""
    return intake(
        type_written="劳动争议纠纷",
        summary="示例工地停工后，公司拖欠工资。",
        parties=entries((), (FIRM,)),
        **{"claims": "请求支付工资", **case},
    )


def member(name: str, amount_fen: int | None = 100_000, serial: int = 0) -> SeriesMember:
    """A worker who asks for a sum."""
    number = id_number(serial) if serial else ""
    facts = PartyFacts(name=name, id_type="resident" if serial else "", id_number=number)
    return SeriesMember(parties=entries((facts,), ()), amount_fen=amount_fen)


def members() -> tuple[SeriesMember, ...]:
    return tuple(member(name, amount, 20 + n) for n, (name, amount) in enumerate(WAGES.items()))


def opened(desk: Desk) -> int:
    """A series just taken in."""
    return open_series(desk, "示例欠薪", common(), members())


def files(desk: Desk, series_id: int) -> tuple[CaseFile, ...]:
    return series_state(desk, series_id).files


def amounts(desk: Desk, series_id: int) -> dict[int, int]:
    return {file.id: WAGES[file.of_role("applicant")[0].name] for file in files(desk, series_id)}


def agreed(desk: Desk) -> int:
    """A series whose members have all agreed to two parts."""
    series_id = opened(desk)
    agree(desk, series_id)
    return series_id


def agree(desk: Desk, series_id: int) -> None:
    duty = JointDuty(
        what="工资",
        amounts=amounts(desk, series_id),
        shares=tuple(Share(weight=weight, due_on=day) for weight, day in zip((3, 7), DUE, strict=True)),
    )
    agree_together(desk, series_id, AgreementFacts(agreed_on=ACCEPTED), (duty,))


def sign(desk: Desk, series_id: int) -> None:
    days = SignedTogether(parties_on=ACCEPTED, mediator_on=ACCEPTED, recorder_on=ACCEPTED, sealed_on=TODAY)
    sign_together(desk, series_id, days)


def print_all(desk: Desk, series_id: int) -> None:
    mark_all_printed(desk, {file.id: [("agreement", None, "0" * 64)] for file in files(desk, series_id)})


def failed(desk: Desk) -> int:
    """A series whose members have all given up."""
    series_id = opened(desk)
    end_together(desk, series_id, FAILED)
    return series_id


Made = Callable[[Desk], int]
# What a verb starts from, and what it does; each leaves one row of the audit for each of the two cases.
JOINT: dict[str, tuple[Made, Callable[[Desk, int], object]]] = {
    "series.add_members": (
        opened,
        lambda d, s: add_members(d, s, common(), (member("丙三"), member("丁四"))),
    ),
    "series_acts.hear_together": (opened, lambda d, s: hear_together(d, s, HearingFacts(held_on=ACCEPTED))),
    "series_acts.agree_together": (opened, agree),
    "series_acts.sign_together": (agreed, sign),
    "series_acts.perform_together": (agreed, lambda d, s: perform_together(d, s, TODAY, amounts(d, s))),
    "series_acts.visit_together": (agreed, lambda d, s: visit_together(d, s, VisitFacts(on=TODAY))),
    "series_acts.end_together": (opened, lambda d, s: end_together(d, s, FAILED)),
    "series_acts.archive_together": (
        failed,
        lambda d, s: archive_together(d, s, Archived(on=TODAY, by="孙记")),
    ),
    "series_acts.mark_all_printed": (agreed, print_all),
}
