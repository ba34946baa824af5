"""A number is given once for ever; where no case on the list carries it, the book says why."""

from datetime import date

import pytest
from sqlalchemy import text

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.number_gaps import number_gaps, number_years
from mediator.casework.recycle import remove_case, restore_case
from mediator.casework.refuse import refuse
from mediator.casework.set_up import save_settings
from mediator.casework.take_in import Ledger, take_in
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.number_book import GivenNumber, Numbered, gaps
from mediator.safekeeping.integrity import examine
from tests.people import TODAY, intake

YEAR = TODAY.year


def told(desk: Desk, kind: str = "code") -> list[tuple[int, str, str]]:
    book = next(one for one in number_gaps(desk, YEAR).series if one.kind == kind)
    return [(gap.serial, gap.text, gap.why) for gap in book.gaps]


def run_sql(desk: Desk, statement: str) -> None:
    with desk.store.work() as work:
        work.session.connection().execute(text(statement))


def test_cases_in_a_row_leave_no_gap(desk: Desk) -> None:
    assert number_years(desk) == []
    for _ in range(3):
        accept(desk, intake())
    assert number_years(desk) == [YEAR]
    assert (told(desk), told(desk, "dossier")) == ([], [])
    assert [(one.given, one.last) for one in number_gaps(desk, YEAR).series] == [(3, 3), (3, 3)]


def test_a_case_put_away_keeps_its_numbers_and_the_gap_tells_why(desk: Desk) -> None:
    accept(desk, intake())
    gone = accept(desk, intake())
    remove_case(desk, gone, "重复登记")
    following = desk.file(accept(desk, intake()))
    assert following.code == f"{YEAR}-00003"
    assert following.dossier_number == f"（{YEAR}）示例人调字第3号"
    assert told(desk) == [(2, f"{YEAR}-00002", "in-bin")]
    assert told(desk, "dossier") == [(2, f"（{YEAR}）示例人调字第2号", "in-bin")]
    book = number_gaps(desk, YEAR)
    gap = book.series[0].gaps[0]
    assert (gap.on, gap.by, gap.reason) == (TODAY, "王测", "重复登记")
    assert book.cases[gone] == (f"{YEAR}-00002", "张三测与李四测")


def test_bringing_the_case_back_closes_the_gap(desk: Desk) -> None:
    gone = accept(desk, intake())
    remove_case(desk, gone, "重复登记")
    restore_case(desk, gone)
    assert (told(desk), told(desk, "dossier")) == ([], [])
    assert desk.file(accept(desk, intake())).code == f"{YEAR}-00002"


def test_a_number_a_ledger_brought_is_passed_over(desk: Desk) -> None:
    accept(desk, intake())
    row = LedgerCase(
        f"{YEAR}-00002", date(YEAR, 10, 5), "own", "邻里", "漏水", parties=(("applicant", "甲一"),)
    )
    take_in(desk, Ledger([row], [], "台账.xlsx"))
    assert desk.file(accept(desk, intake())).code == f"{YEAR}-00003"
    assert told(desk) == [(2, f"{YEAR}-00002", "taken")]
    assert examine(desk.store).wrong == []


def test_a_refusal_takes_no_dossier_number_and_leaves_no_gap(desk: Desk) -> None:
    refuse(desk, intake(), "not-civil")
    accept(desk, intake())
    assert (told(desk), told(desk, "dossier")) == ([], [])


def test_another_pattern_in_the_middle_of_the_year_explains_the_same(desk: Desk) -> None:
    accept(desk, intake())
    gone = accept(desk, intake())
    remove_case(desk, gone, "重复登记")
    save_settings(desk, desk.settings().model_copy(update={"code_pattern": "调{serial}"}))
    accept(desk, intake())
    assert told(desk) == [(2, f"{YEAR}-00002", "in-bin")]


def test_what_no_record_explains_is_told_by_the_check(desk: Desk) -> None:
    for _ in range(3):
        accept(desk, intake())
    run_sql(desk, f"DELETE FROM given_number WHERE series = 'code:{YEAR}' AND serial = 2")
    run_sql(desk, "UPDATE mediation_case SET code = '别的' WHERE id = 2")
    assert told(desk) == [(2, f"{YEAR}-00002", "unknown")]
    (wrong,) = examine(desk.store).wrong
    assert (wrong.code, wrong.values) == (
        "check-number-gap",
        {"year": YEAR, "title": "案件编码", "serial": 2},
    )


def test_a_number_that_nobody_used_and_one_that_was_changed_are_told(desk: Desk) -> None:
    accept(desk, intake())
    run_sql(desk, f"INSERT INTO given_number VALUES ('code:{YEAR}', 2, '{YEAR}-00002', NULL)")
    assert told(desk) == [(2, f"{YEAR}-00002", "unused")]
    run_sql(desk, "UPDATE mediation_case SET code = '别的' WHERE id = 1")
    assert told(desk) == [(1, f"{YEAR}-00001", "renumbered"), (2, f"{YEAR}-00002", "unused")]
    assert examine(desk.store).wrong == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [("2026-00010", "2026-00009"), ("第10号", "第9号"), ("第10号", "第09号"), ("9/10", "9/9")],
)
def test_a_number_passed_over_reads_as_its_neighbour(text: str, missing: str) -> None:
    given = [*(GivenNumber(n, f"x{n}", n) for n in range(1, 9)), GivenNumber(10, text, 10)]
    cases = [*(Numbered(n, frozenset({f"x{n}"})) for n in range(1, 9)), Numbered(10, frozenset({text}))]
    (gap,) = gaps(given, [*cases, Numbered(99, frozenset({missing}))])
    assert (gap.serial, gap.text, gap.why, gap.case_id) == (9, missing, "taken", 99)


def test_a_number_of_an_older_program_belongs_to_the_case_that_carries_it() -> None:
    given = [GivenNumber(1, "2026-00001"), GivenNumber(2, "2026-00002", 9)]
    cases = [Numbered(7, frozenset({"2026-00001"})), Numbered(8, frozenset({"2026-00002"}))]
    assert gaps(given, cases) == []
