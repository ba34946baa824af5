"""The ledger as the window would use it."""

from pathlib import Path

import pytest

from mediator.casework.accept import accept
from mediator.casework.conclude import agree
from mediator.casework.desk import Desk
from mediator.domain.agreement import AgreementFacts
from mediator.domain.errors import Conflict, Unprintable
from mediator.exchange.ledger import Taken, examine, export_ledger, import_ledger
from mediator.storage import search
from tests.exchange.books import book, cells, row
from tests.people import ACCEPTED, full_case, intake, simple_case


def test_a_row_somebody_took_in_meanwhile_is_refused_whole(desk: Desk, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1"), row("")])
    late = examine(path, desk)
    assert import_ledger(desk, path, examine(path, desk)) == Taken(2, 0, 0)
    with pytest.raises(Conflict, match="ledger-overtaken"):
        import_ledger(desk, path, late)
    assert examine(path, desk).same == 2


def test_an_imported_case_is_found_by_the_search_and_goes_on_at_the_desk(desk: Desk, tmp_path: Path) -> None:
    told = row(
        "A-1", 调解结果=None, 调解时间=None, 协议形式=None, 受理时间=ACCEPTED, **{"调解协议金(元)": 500}
    )
    path = book(tmp_path / "a.xlsx", [told])
    import_ledger(desk, path, examine(path, desk))
    with desk.store.look() as work:
        (case_id,) = search.find(work, "张三测")
        assert search.find(work, "A-1") == [case_id]
    agree(desk, case_id, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ())
    assert desk.file(case_id).ending.outcome == "success"
    assert [entry.verb for entry in desk.history(case_id)] == ["import", "agree"]
    assert examine(path, desk).bad[0].reason.code == "ledger-code-used"


def test_the_history_tells_where_a_case_came_from(desk: Desk, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1")])
    import_ledger(desk, path, examine(path, desk))
    (entry,) = desk.history(desk.file_of("A-1").id)
    assert entry.after is not None
    assert entry.after["case.accepted_on"] == "2026-10-05"
    assert entry.after["agreement.stated_fen"] == 123_450
    assert entry.after["parties.0.facts.name"] == "张三测"


def test_money_and_performance_come_from_the_duties(desk: Desk, tmp_path: Path) -> None:
    simple_case(desk)
    full_case(desk)
    (tmp_path / "o.xlsx").write_bytes(export_ledger(desk))
    titles, *lines = cells(tmp_path / "o.xlsx")
    wanted = [titles.index(title) for title in ("调解协议金(元)", "协议履行情况", "协议形式", "案件来源")]
    assert sorted(tuple(line[place] for place in wanted) for line in lines) == [
        ("11244.61", "部分履行", "书面协议", "主动调解"),
        ("500", "履行中", "口头协议", "依申请调解"),
    ]


def test_a_text_longer_than_a_cell_stops_the_export(desk: Desk) -> None:
    accept(desk, intake(summary="长" * 32_768))
    with pytest.raises(Unprintable, match="text-too-long-for-cell"):
        export_ledger(desk)


def test_a_dossier_number_is_no_code_for_another_case(desk: Desk, tmp_path: Path) -> None:
    taken = desk.file(simple_case(desk)).dossier_number
    verdict = examine(book(tmp_path / "a.xlsx", [row(taken), row("A-1")]), desk)
    assert [cell.reason.code for cell in verdict.bad] == ["ledger-code-is-dossier-number"]
    assert [case.code for case in verdict.cases] == ["A-1"]
