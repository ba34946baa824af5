"""Who works here is said by the office; a name that a case or ledger mentions is only remembered."""

import pytest

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.set_up import mediators, save_mediator
from mediator.domain.errors import RuleBroken
from tests.people import MEDIATORS, intake


def at_work(desk: Desk) -> list[str]:
    return [person.name for person in mediators(desk) if person.works_here]


def test_a_name_in_a_case_takes_no_desk(desk: Desk) -> None:
    accept(desk, intake(registrar="外来甲", assistants=("外来乙",)))
    assert at_work(desk) == list(MEDIATORS)
    assert {"外来甲", "外来乙"} <= {person.name for person in mediators(desk)}


def test_a_remembered_name_can_be_given_a_desk(desk: Desk) -> None:
    accept(desk, intake(registrar="外来甲"))
    save_mediator(desk, "外来甲")
    assert at_work(desk) == [*MEDIATORS, "外来甲"]


def test_nobody_is_renamed_to_a_remembered_name(desk: Desk) -> None:
    accept(desk, intake(registrar="外来甲"))
    first = mediators(desk)[0]
    with pytest.raises(RuleBroken, match="mediator-name-taken"):
        save_mediator(desk, "外来甲", first.id)
    assert at_work(desk) == list(MEDIATORS)
