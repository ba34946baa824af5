"""Cases read in bulk say the same as each case read alone."""

from datetime import date

from mediator.casework.accept import accept
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.follow_up import drop_visit
from mediator.casework.perform import drop_performance
from mediator.casework.refuse import refuse
from mediator.codes import code_list
from mediator.domain.agreement import total_fen
from mediator.domain.case import Ending
from mediator.domain.case_facts import CaseCount
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import type_key
from mediator.domain.party import heads
from mediator.storage.counting import case_counts
from mediator.storage.ledger import known_codes, ledger_cases
from tests.households import not_alone
from tests.people import ACCEPTED, barest_case, entries, full_case, intake, simple_case, smallest_case


def counts(desk: Desk) -> dict[int, CaseCount]:
    with desk.store.look() as work:
        return {case.case_id: case for case in case_counts(work)}


def counted(file: CaseFile) -> CaseCount:
    """What a case counts for, from its whole picture by the rules of the domain."""
    agreement, last = file.agreement, file.visits[-1] if file.visits else None
    source = code_list("intake_source").row(file.case.source)
    assert source is not None
    return CaseCount(
        case_id=file.id,
        code=file.code,
        dispute_code=file.dispute_code,
        track=file.case.track,
        committee=file.committee,
        committee_kind=file.committee_kind,
        accepted_on=file.case.accepted_on,
        found_on=min(day for day in (file.dispute.found_on, file.case.accepted_on) if day),
        concluded_on=file.ending.on,
        source=str(source.extra["ledger"]),
        type_written=file.dispute.type_written,
        type_key=type_key(file.dispute.type_written) or "",
        difficulty=file.case.difficulty,
        outcome=file.ending.outcome,
        form=agreement.form if agreement else "",
        amount_fen=total_fen(agreement) if agreement else None,
        performance=file.performance,
        confirmation=file.confirmation.state,
        party_count=sum(heads(party.facts) for party in file.parties),
        people_count=file.dispute.people_count,
        prevented=tuple((one.kind, one.people) for one in file.preventions),
        visited=last is not None,
        satisfaction=last.satisfaction if last else "",
    )


def test_bulk_and_single_reading_agree(desk: Desk) -> None:
    ids = [full_case(desk), simple_case(desk), smallest_case(desk), barest_case(desk)]
    ids.append(refuse(desk, intake(source="police"), "not-civil"))
    ids.append(accept(desk, intake(source="labour", type_written="村务管理")))
    ending = Ending(outcome="failed", on=ACCEPTED, reason="no-agreement", told_ways=("court",))
    end_without(desk, ids[-1], ending)
    assert counts(desk) == {case_id: counted(desk.file(case_id)) for case_id in ids}


def test_a_household_and_a_group_count_their_people(desk: Desk) -> None:
    """Two names, four of a household and twenty-seven workers; unknown numbers count as one party each."""
    many = [*entries(), *not_alone()[1:]]
    unknown = [
        one.model_copy(update={"facts": one.facts.model_copy(update={"members": None})}) for one in many
    ]
    first, second = (accept(desk, intake(parties=tuple(some))) for some in (many, unknown))
    assert counts(desk)[first].party_count == 2 + 4 + 27
    assert counts(desk)[second].party_count == 4


def test_what_was_put_away_is_not_counted(desk: Desk) -> None:
    case_id = full_case(desk)
    file = desk.file(case_id)
    assert file.agreement is not None
    drop_visit(desk, case_id, file.visits[-1].id)
    for duty in file.agreement.duties:
        for entry in duty.performed:
            drop_performance(desk, case_id, entry.id)
    found = counts(desk)[case_id]
    assert (found.performance, found.satisfaction) == ("ongoing", "")
    assert found == counted(desk.file(case_id))


def test_a_span_and_a_list_of_codes_choose_cases(desk: Desk) -> None:
    for day in (1, 2, 3):
        accept(desk, intake(accepted_on=date(2026, 11, day)))
    with desk.store.look() as work:
        assert [case.accepted_on.day for case in ledger_cases(work, date(2026, 11, 2))] == [2, 3]
        assert [case.accepted_on.day for case in ledger_cases(work, None, date(2026, 11, 2))] == [1, 2]
        assert [case.code for case in ledger_cases(work, codes={"2026-00003", "none"})] == ["2026-00003"]
        assert ledger_cases(work, codes=()) == []
        assert known_codes(work) == {"2026-00001", "2026-00002", "2026-00003"}


def test_the_number_of_statements_does_not_grow_with_the_cases(desk: Desk) -> None:
    statements: list[str] = []
    for wanted in (1, 6):
        while len(counts(desk)) < wanted:
            simple_case(desk)
        with desk.store.look() as work:
            connection = work.session.connection()
            connection.connection.set_trace_callback(statements.append)  # type: ignore[attr-defined]
            ledger_cases(work)
            connection.connection.set_trace_callback(None)  # type: ignore[attr-defined]
        assert len(statements) == 7
        statements.clear()
