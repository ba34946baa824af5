"""Where a case stands, from the first day to the archive."""

from typing import Any

import pytest

from mediator.domain.agreement import Signing
from mediator.domain.case import Archived, Ending
from mediator.domain.duty import Performance
from mediator.domain.hearing import Hearing
from mediator.domain.stage import Standing, standing
from mediator.domain.track import all_tracks
from tests.domain import pictures as p

OPEN: dict[str, Any] = {
    "ending": Ending(),
    "archived": Archived(),
    "agreement": None,
    "hearings": (),
    "visits": (),
}
AGREED: dict[str, Any] = {**OPEN, "ending": Ending(outcome="success", on=p.AGREED)}


def heard(*results: str) -> dict[str, Any]:
    held = [Hearing(id=n, ordinal=n, held_on=p.HELD, result=r) for n, r in enumerate(results, 1)]
    return {**OPEN, "hearings": tuple(held)}


def paid(fen: int) -> dict[str, Any]:
    entry = Performance(id=31, duty_id=21, on=p.PERFORMED, amount_fen=fen)
    return {**AGREED, "agreement": p.agreement(duties=(p.duty(performed=(entry,)),))}


UNSIGNED = Signing(parties={11: p.SIGNED, 12: p.SIGNED}, mediator_on=p.SIGNED)
ORAL = p.agreement(form="oral", signing=Signing(), duties=(p.duty(performed=()),))
BARE = p.agreement(duties=(), clauses=("互不追究。",))

WALK = [
    (OPEN, "accepted", "hold"),
    (heard("continue"), "mediating", "hold"),
    (heard("continue", "agreed"), "mediating", "agree"),
    (heard("agreed", "continue"), "mediating", "hold"),
    (heard("failed"), "mediating", "fail"),
    ({**AGREED, "agreement": p.agreement(signing=UNSIGNED)}, "agreed", "sign"),
    ({**AGREED, "agreement": ORAL}, "performing", "perform"),
    (paid(1), "performing", "perform"),
    (paid(100_000), "performing", "visit"),
    ({**AGREED, "agreement": BARE}, "performing", "visit"),
    (
        {**AGREED, "agreement": p.agreement(duties=(), signing=Signing(), stated_performance="done")},
        "performing",
        "visit",
    ),
    ({**paid(100_000), "visits": p.picture().visits}, "followed", "archive"),
    ({**OPEN, "ending": Ending(outcome="failed", on=p.HELD)}, "closed", "archive"),
    ({**OPEN, "ending": Ending(outcome="terminated", on=p.HELD)}, "closed", "archive"),
    ({**OPEN, "ending": Ending(outcome="refused", on=p.HELD)}, "closed", "archive"),
    ({}, "archived", "none"),
]


@pytest.mark.parametrize(("change", "stage", "step"), WALK)
def test_the_stage_and_the_next_step(change: dict[str, Any], stage: str, step: str) -> None:
    assert standing(p.picture(**change)) == Standing(stage, step)


def test_every_stage_of_the_track_is_reached() -> None:
    words = {key for key, _ in all_tracks()["people"].stages}
    assert words == {stage for _, stage, _ in WALK} - {"closed"}


def test_an_unsigned_agreement_of_clauses_alone_waits_for_signatures() -> None:
    bare = p.agreement(duties=(), clauses=("互不追究。",), signing=Signing())
    assert standing(p.picture(**{**AGREED, "agreement": bare})) == Standing("agreed", "sign")
