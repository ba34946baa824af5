"""One user action is one transaction: saved together or not at all, side by side with others."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from mediator.domain.errors import Conflict, MediatorError, RuleBroken
from mediator.domain.party import PartyFacts
from mediator.storage import engine, faults, numbers, offices
from mediator.storage.rows import added, columns
from mediator.storage.store import Store, open_store
from mediator.storage.tables.party import PartyRow
from tests.people import OFFICE

ROOT = Path(__file__).parents[2]


def add_party(store: Store, name: str) -> None:
    with store.work() as work:
        added(work, PartyRow(**columns(PartyFacts(name=name))))


def names(store: Store) -> list[str]:
    with store.look() as work:
        return list(work.session.connection().execute(text("SELECT name FROM party ORDER BY id")).scalars())


def test_what_is_saved_is_there_for_the_next_store(store: Store) -> None:
    add_party(store, "张三测")
    with open_store(store.folder) as other:
        assert names(other) == ["张三测"]


def test_an_error_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.work() as work:
        offices.save_office(work, OFFICE)
        numbers.give(work, "code:2026", str)
        added(work, PartyRow(**columns(PartyFacts(name="张三测"))))
        raise ZeroDivisionError
    with store.look() as work:
        assert not offices.has_office(work)
        assert numbers.last_serial(work, "code:2026") == 0
    assert names(store) == []


def test_two_hundred_saves_of_two_threads_are_all_there(store: Store) -> None:
    def save(number: int) -> str:
        with store.work() as work:
            text_ = numbers.give(work, "code:2026", lambda serial: f"2026-{serial:05d}")
            added(work, PartyRow(**columns(PartyFacts(name=f"甲{number}"))))
            return text_

    with ThreadPoolExecutor(2) as pool:
        given = list(pool.map(save, range(200)))
    assert sorted(given) == [f"2026-{serial:05d}" for serial in range(1, 201)]
    assert sorted(names(store)) == sorted(f"甲{number}" for number in range(200))


def test_looking_stops_no_saving(store: Store) -> None:
    add_party(store, "张三测")
    with store.look() as work:
        count = text("SELECT count(*) FROM party")
        assert work.session.connection().execute(count).scalar_one() == 1
        saver = threading.Thread(target=add_party, args=(store, "李四测"))
        saver.start()
        saver.join(timeout=5)
        assert not saver.is_alive()
        assert work.session.connection().execute(count).scalar_one() == 1  # its picture does not move
    assert names(store) == ["张三测", "李四测"]


def test_looking_stops_no_saving_of_another_process(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from mediator.storage.store import open_store;"
        "from tests.storage.test_store import add_party; add_party(open_store(Path(sys.argv[1])), '李四测')"
    )
    with store.look() as work:
        work.session.connection().execute(text("SELECT count(*) FROM party")).scalar_one()
        done = subprocess.run(
            [sys.executable, "-c", code, str(store.folder)], cwd=ROOT, timeout=60, check=False
        )
    assert done.returncode == 0
    assert names(store) == ["李四测"]


def test_looking_writes_nothing(store: Store) -> None:
    with pytest.raises(MediatorError, match="folder-read-only"), store.look() as work:
        offices.save_office(work, OFFICE)
    with store.look() as work:
        assert not offices.has_office(work)
    add_party(store, "张三测")  # the connection goes back to the pool able to write
    assert names(store) == ["张三测"]


def test_a_saver_waits_for_another_and_gives_up_with_a_word(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    with open_store(store.folder) as hasty, store.work() as work:
        offices.save_office(work, OFFICE)
        with pytest.raises(Conflict, match="database-busy"):
            add_party(hasty, "李四测")
    add_party(store, "李四测")
    assert names(store) == ["李四测"]


def test_a_full_disk_is_told_and_loses_nothing_saved(store: Store) -> None:
    add_party(store, "张三测")
    with pytest.raises(MediatorError, match="disk-full"), store.work() as work:
        pages = work.session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        work.session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
        added(work, PartyRow(**columns(PartyFacts(name="甲" * 100_000))))
    assert names(store) == ["张三测"]


def test_a_folder_that_is_gone_is_found_again(store: Store) -> None:
    add_party(store, "张三测")
    moved = store.folder.with_name("moved")
    store.close()  # Windows moves no open file
    store.folder.rename(moved)
    for act in (lambda: add_party(store, "李四测"), lambda: names(store)):
        with pytest.raises(MediatorError, match="folder-unreachable"):
            act()
    store.folder.mkdir()
    with pytest.raises(MediatorError, match="folder-unreachable"):
        names(store)
    assert list(store.folder.iterdir()) == [], "no empty database in place of the lost one"
    store.folder.rmdir()
    moved.rename(store.folder)
    add_party(store, "王五测")
    assert names(store) == ["张三测", "王五测"]


@pytest.mark.parametrize("code", ["folder-unreachable", "disk-fault"])
def test_the_dead_handles_of_a_stick_pulled_out_are_let_go(store: Store, code: str) -> None:
    add_party(store, "张三测")
    pool = store.engine.pool
    assert pool.checkedin() == 1  # type: ignore[attr-defined]
    with pytest.raises(MediatorError, match=code), store.look():
        raise MediatorError(code)
    assert store.engine.pool is not pool
    assert names(store) == ["张三测"]


def test_half_a_character_is_refused_by_name_of_the_fault(store: Store) -> None:
    with pytest.raises(RuleBroken, match="value-unfit"):
        add_party(store, "张\ud842")
    assert names(store) == []


@pytest.mark.parametrize(
    ("driver_says", "kind", "code"),
    [(part.upper(), kind, code) for part, kind, code in faults.BY_TEXT],
)
def test_every_fault_of_the_world_has_its_code(driver_says: str, kind: type, code: str) -> None:
    refusal = faults.refusal(OSError(f"x {driver_says} y"))
    assert type(refusal) is kind
    assert str(refusal) == code


def test_a_bug_is_no_refusal() -> None:
    assert faults.refusal(OSError("no such table: attic")) is None


def test_numbers_are_given_once_across_two_stores(store: Store) -> None:
    def give(one: Store) -> str:
        with one.work() as work:
            return numbers.give(work, "code:2026", str)

    with open_store(store.folder) as other:
        with ThreadPoolExecutor(4) as pool:
            given = list(pool.map(give, [store, other] * 20))
        assert sorted(given, key=int) == [str(serial) for serial in range(1, 41)]


def test_a_number_of_a_failed_act_was_never_given(store: Store) -> None:
    with store.work() as work:
        assert numbers.give(work, "code:2026", str) == "1"
    with pytest.raises(ZeroDivisionError), store.work() as work:
        assert numbers.give(work, "code:2026", str) == "2"
        raise ZeroDivisionError
    with store.work() as work:
        assert numbers.give(work, "code:2026", str) == "2"
        assert numbers.give(work, "code:2026", str) == "3"
        assert numbers.give(work, "dossier:2026", lambda serial: f"第{serial}号") == "第1号"


def test_a_text_given_in_one_series_is_passed_over_in_another(store: Store) -> None:
    with store.work() as work:
        assert [numbers.give(work, "code:2026", str) for _ in range(3)] == ["1", "2", "3"]
        assert numbers.give(work, "code:2027", str) == "4"
