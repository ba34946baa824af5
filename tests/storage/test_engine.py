"""Every connection is durable and checked; nobody else reads the file."""

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import text

import mediator
from mediator.domain.errors import MediatorError
from mediator.storage import engine
from mediator.storage.store import Store, create

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "busy_timeout": engine.BUSY_MS,
}


def pragmas(run: Callable[[str], Any]) -> dict[str, object]:
    return {name: run(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def test_every_connection_of_a_full_pool_has_the_pragmas(store: Store) -> None:
    connections = [store.engine.raw_connection() for _ in range(15)]
    assert len({id(one.dbapi_connection) for one in connections}) == 15
    seen = [pragmas(one.cursor().execute) for one in connections]
    for one in connections:
        one.close()
    assert seen == [PRAGMAS] * 15


def test_every_thread_and_every_kind_of_work_has_the_pragmas(store: Store) -> None:
    seen: list[dict[str, object]] = []

    def use() -> None:
        with store.work() as work:
            seen.append(pragmas(work.session.connection().exec_driver_sql))
        with store.look() as work:
            seen.append(pragmas(work.session.connection().exec_driver_sql))

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [PRAGMAS] * 8


def test_a_pragma_that_is_not_taken_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, ("page_size", 1)))
    with pytest.raises(MediatorError) as refusal:
        create(tmp_path)
    assert (refusal.value.code, refusal.value.values) == ("pragma-refused", {"name": "page_size"})


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (999, 0, 0))
    with pytest.raises(MediatorError) as refusal:
        create(tmp_path)
    assert refusal.value.code == "sqlite-too-old"
    assert not (tmp_path / "mediator.db").exists()


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO prevention (case_id, kind, people) VALUES (99, "suicide", 1)',
        'INSERT INTO performance (duty_id, "on", complete, note, removed) VALUES (99, "x", 0, "", 0)',
        'INSERT INTO paper (case_id, "key", subject_id, sha256) VALUES (99, "agreement", 0, "")',
    ],
)
def test_nothing_hangs_on_a_record_that_is_not_there(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), store.work() as work:
        work.session.exec(text(statement))


def test_only_safekeeping_copies_or_reads_the_file_itself() -> None:
    """A plain open and close of the file drops SQLite's locks; a plain copy is torn."""
    room = Path(mediator.__file__).parent
    ui = room.parent / "ui"
    touching = re.compile(
        r"shutil\.(copy|move)|\bopen\(.*(FILE_NAME|\.db)|(FILE_NAME|\.db\W).*(read_bytes|write_bytes|open\()"
    )
    sources = [
        path for folder in (room, ui) for path in folder.rglob("*.py") if "safekeeping" not in path.parts
    ]
    assert len(sources) > 50
    hits = [
        f"{path.name}: {line.strip()}"
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if touching.search(line)
    ]
    assert hits == []
