"""Damage is found and told in words."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import event

from mediator.casework.desk import Desk
from mediator.safekeeping import integrity
from mediator.storage.store import FILE_NAME, create, open_store
from mediator.storage.upkeep import make_ready
from tests.command.run import Mediator, listing
from tests.exchange.books import book, row
from tests.people import full_case, now, open_office, simple_case


@pytest.fixture
def office(data: Path) -> Path:
    with create(data) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        full_case(desk, archived=True)
        simple_case(desk)
        make_ready(store)
    return data


def alter(folder: Path, *statements: str) -> None:
    """Do behind the program's back what no verb would."""
    with closing(sqlcipher3.dbapi2.connect(str(folder / FILE_NAME))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_whole_data_are_called_whole(mediator: Mediator, office: Path) -> None:
    before = listing(office)
    ran = mediator("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("数据完好：检查了 2 件案件和")
    assert listing(office) == before


def test_an_empty_folder_becomes_an_office_without_cases(mediator: Mediator) -> None:
    assert mediator("check").out.startswith("数据完好：检查了 0 件案件")


def test_days_to_come_in_a_ledger_are_no_damage(mediator: Mediator, tmp_path: Path) -> None:
    ahead = date.today().replace(year=date.today().year + 1, day=1)
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1", 受理时间=ahead, 调解时间=ahead)]))
    assert mediator("check").code == 0


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["UPDATE mediation_case SET accepted_on = '2026-11-20' WHERE id = 1"], "互相矛盾"),
        (["UPDATE mediation_case SET concluded_on = 'x' WHERE id = 2"], "读不出来"),
        (["DELETE FROM audit WHERE case_id = 2"], "没有任何操作记录"),
        (
            ["UPDATE mediation_case SET code = (SELECT dossier_number FROM mediation_case) WHERE id = 2"],
            "给了2个案件",
        ),
        (["PRAGMA foreign_keys=0", "DELETE FROM party WHERE id = 1"], "所指的对象不存在"),
    ],
)
def test_each_kind_of_damage_is_told(
    mediator: Mediator, office: Path, statements: list[str], words: str
) -> None:
    alter(office, *statements)
    ran = mediator("check")
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err


def test_a_broken_file_is_told(mediator: Mediator, office: Path) -> None:
    path = office / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    ran = mediator("check")
    assert (ran.code, ran.out) == (1, "")
    assert "损坏" in ran.err


def test_a_foreign_file_is_left_alone(mediator: Mediator, data: Path) -> None:
    data.mkdir()
    (data / FILE_NAME).write_bytes(b"this is no database" * 300)
    before = listing(data)
    for words in (("check",), ("import", "none.xlsx"), ("export", "ledger", "--out", data.parent / "o.xlsx")):
        assert mediator(*words).code == 1
    assert listing(data) == before


def test_each_damaged_case_is_named_and_the_whole_ones_are_not(
    mediator: Mediator, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "AT_ONCE", 4)
    mediator("import", book(tmp_path / "a.xlsx", [row(f"A-{number}") for number in range(1, 11)]))
    alter(
        data,
        "UPDATE mediation_case SET concluded_on = 'x' WHERE code = 'A-2'",
        "UPDATE mediation_case SET told_ways = 'no list' WHERE code = 'A-3'",
        "UPDATE mediation_case SET concluded_on = '2026-10-01' WHERE code = 'A-6'",
        "UPDATE case_party SET role = 'stranger' WHERE case_id = 7",
        "UPDATE mediation_case SET dispute_id = 99 WHERE code = 'A-10'",
    )
    told = mediator("check").err
    assert re.findall(r"^案件(A-\d+)", told, re.MULTILINE) == ["A-2", "A-3", "A-6", "A-7", "A-10"], told


def test_many_cases_take_no_more_statements_than_a_few(
    mediator: Mediator, data: Path, tmp_path: Path
) -> None:
    def statements() -> int:
        seen: list[str] = []
        with open_store(data) as store:
            event.listen(store.engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
            assert not integrity.examine(store).wrong
        return len(seen)

    mediator("import", book(tmp_path / "a.xlsx", [row(f"A-{number}") for number in range(2)]))
    few = statements()
    mediator("import", book(tmp_path / "b.xlsx", [row(f"B-{number}") for number in range(200)]))
    assert statements() == few


def test_a_number_nobody_can_explain_is_told(mediator: Mediator, office: Path) -> None:
    alter(
        office,
        "DELETE FROM given_number WHERE series = 'dossier:2026' AND serial = 1",
        "UPDATE mediation_case SET dossier_number = NULL WHERE id = 1",
        "UPDATE agreement SET number = '' WHERE case_id = 1",
    )
    ran = mediator("check")
    assert ran.code == 1
    assert "2026年的卷号缺第1号" in ran.err


def test_sealed_papers_and_attachments_are_checked_byte_for_byte(mediator: Mediator, office: Path) -> None:
    kept = sorted(path for path in (office / "attachments").rglob("*") if path.is_file())
    kept[0].write_bytes(b"other")
    ran = mediator("check")
    assert ran.code == 1
    assert "内容" in ran.err
