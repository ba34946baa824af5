"""The database narrows a list by stage as the domain names the stage of a line: asked both ways, alike."""

import pytest

from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.look_up import case_lines
from mediator.domain.browse import STAGES, CaseFilter
from mediator.domain.case import Ending
from mediator.domain.hearing import HearingFacts
from tests.casework.scene import Scene
from tests.casework.series_scene import FIRM
from tests.people import ACCEPTED, barest_case

ENDED = Ending(outcome="terminated", on=ACCEPTED, reason="party-withdraws", told_ways=("court",))


@pytest.fixture
def office(scene: Scene) -> Desk:
    """An office with cases in every stage."""
    desk = scene.desk
    for file in (scene.open, scene.full, scene.failed, scene.refused, scene.archived):
        assert file.code
    hold_hearing(desk, barest_case(desk), HearingFacts(held_on=ACCEPTED))
    end_without(desk, barest_case(desk), ENDED)
    return desk


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_gives_the_cases_whose_line_names_it(office: Desk, stage: str) -> None:
    everything, _ = case_lines(office, CaseFilter())
    narrowed, count = case_lines(office, CaseFilter(stages=(stage,)))
    assert narrowed == [line for line in everything if line.stage == stage]
    assert count == len(narrowed) > 0


def test_several_stages_give_all_their_cases(office: Desk) -> None:
    lines, count = case_lines(office, CaseFilter(stages=("accepted", "mediating")))
    assert {line.stage for line in lines} == {"accepted", "mediating"}
    singly = [line for line in lines if line.respondents != (FIRM.name,)]  # beside the series of the scene
    assert (count, len(singly)) == (len(lines), 3)
