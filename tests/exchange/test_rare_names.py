"""Rare names go out to a workbook and come in again unchanged."""

from pathlib import Path

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.look_up import case_lines
from mediator.domain.browse import CaseFilter
from mediator.exchange.ledger import Taken, examine, export_ledger, import_ledger
from mediator.storage.store import create
from tests.exchange.books import book, cells, row
from tests.people import entries, intake, now, open_office
from tests.rare import ONLY_ON_SCREEN, RARE_NAMES

NAMES = (*RARE_NAMES, ONLY_ON_SCREEN)


def test_rare_names_are_exported_and_imported_sign_by_sign(desk: Desk, tmp_path: Path) -> None:
    for name in NAMES:
        accept(desk, intake(summary=f"{name}家漏水。", parties=entries((name,), (f"{name}有限公司",))))
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(export_ledger(desk))
    titles, *lines = cells(path)
    written = [line[titles.index("当事人")] for line in lines]
    assert sorted(written) == sorted(f"申请人:{name};被申请人:{name}有限公司" for name in NAMES)
    with create(tmp_path / "other") as store:
        other = Desk(store, "王测", now)
        open_office(other)
        taken = import_ledger(other, path, examine(path, other))
        assert taken == Taken(len(NAMES), 0, 0)
        files = [other.file(line.id) for line in case_lines(other, CaseFilter())[0]]
        assert sorted(file.parties[0].facts.name for file in files) == sorted(NAMES)
        assert sorted(file.dispute.summary for file in files) == sorted(f"{name}家漏水。" for name in NAMES)
        for name in NAMES:
            assert case_lines(other, CaseFilter(text=name))[1] == 1


def test_a_ledger_of_other_hands_keeps_compatibility_characters(desk: Desk, tmp_path: Path) -> None:
    rows = [row(f"A-{place}", 当事人=f"申请人:{name};被申请人:李四测") for place, name in enumerate(NAMES)]
    path = book(tmp_path / "a.xlsx", rows)
    import_ledger(desk, path, examine(path, desk))
    kept = [desk.file_of(f"A-{place}").parties[0].facts.name for place in range(len(NAMES))]
    assert tuple(kept) == NAMES
