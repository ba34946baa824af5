"""A desk that never stops: run as a process and killed by the test. One line an acknowledged save.

python -m tests.kills.worker FOLDER
"""

import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from mediator.casework.accept import accept, correct_intake
from mediator.casework.conclude import agree, sign
from mediator.casework.desk import Desk
from mediator.casework.follow_up import visit
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.perform import perform
from mediator.casework.refuse import refuse
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.duty import DutyFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.party import PartyEntry
from mediator.storage.store import open_store
from tests.people import TODAY, entries, intake, now, simple_case

DAY = TODAY - timedelta(days=3)
NAMES = ("<b>张三", "李四测𠮷", "a<b & c", "=1+1", "../x")


def main(folder: Path) -> None:
    """Take in, settle, refuse and walk cases until killed."""
    desk = Desk(open_store(folder), "王测", now)
    for round_ in count():
        name = NAMES[round_ % len(NAMES)]
        acknowledge(desk, simple_case(desk), 1)
        acknowledge(desk, refuse(desk, intake(parties=entries((name,))), "not-civil"), 1)
        walk(desk, name)


def acknowledge(desk: Desk, case_id: int, saves: int) -> None:
    """Tell the parent that so many saves of a case are done: from here on they may not be lost."""
    sys.stdout.write(f"{case_id} {saves}\n")
    sys.stdout.flush()


def walk(desk: Desk, name: str) -> None:
    """One case from intake to its visit, each step acknowledged."""
    case_id = accept(desk, intake(parties=entries((name,)), accepted_on=DAY))
    acknowledge(desk, case_id, 1)
    for saves, step in enumerate(steps(desk, case_id, name), 2):
        step()
        acknowledge(desk, case_id, saves)


def steps(desk: Desk, case_id: int, name: str) -> tuple[Callable[[], object], ...]:
    """What is done to the case after intake."""
    first, second = desk.file(case_id).parties
    duty = DutyFacts(debtors=(second.id,), creditors=(first.id,), amount_fen=100_000)
    agreement = AgreementFacts(agreed_on=DAY, clauses=(name,))
    hands = Signing(parties={first.id: DAY, second.id: DAY}, mediator_on=DAY, sealed_on=DAY)
    better = first.facts.model_copy(update={"name": f"{name}（更正）"})
    parties = (
        PartyEntry(id=first.id, role="applicant", facts=better),
        PartyEntry(id=second.id, role="respondent", facts=second.facts),
    )
    hearing = HearingFacts(held_on=DAY, present=(first.id, second.id), text=name * 500)
    corrected = intake(parties=parties, accepted_on=DAY)
    return (
        lambda: hold_hearing(desk, case_id, hearing),
        lambda: agree(desk, case_id, agreement, ((None, duty),)),
        lambda: sign(desk, case_id, hands),
        lambda: correct_intake(desk, case_id, corrected),
        lambda: perform(desk, case_id, _first_duty(desk, case_id), on=DAY, amount_fen=40_000),
        lambda: visit(desk, case_id, VisitFacts(on=DAY, situation=name)),
    )


def _first_duty(desk: Desk, case_id: int) -> int:
    agreement = desk.file(case_id).agreement
    assert agreement is not None
    return agreement.duties[0].id


if __name__ == "__main__":
    main(Path(sys.argv[1]))
