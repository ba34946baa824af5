"""Desks are killed at random moments: no acknowledged save is lost, none is half done."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.storage import search
from mediator.storage.store import Store, Work, create, open_store
from tests.people import now, open_office
from tests.replay import replayed, written

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("MEDIATOR_KILLS", "25"))
SIDE_BY_SIDE = 2  # desks at work on one folder; the others carry on when one is killed
MOST_SAVES, MOST_SECONDS = 24, 0.03
FIRST_ACTS = {"accept", "settle-at-once", "refuse"}


class Victim:
    """A process of its own, and what it acknowledged: case id → number of saves."""

    def __init__(self, folder: Path, module: str = "tests.kills.worker") -> None:
        command = [sys.executable, "-m", module, str(folder)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.saved: dict[int, int] = {}
        self.saves = 0
        self._enough = threading.Event()
        self._wanted = 1
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):
                case_id, saves = line.split()
                self.saved[int(case_id)] = int(saves)
                self.saves += 1
                if self.saves >= self._wanted:
                    self._enough.set()
        self._enough.set()

    def kill_after(self, saves: int, seconds: float) -> None:
        """Let it save a few times, then kill it in the midst of the next act."""
        self._wanted = saves
        self._enough.clear()
        if self.saves < saves and self._reader.is_alive():
            self._enough.wait(60)
        threading.Event().wait(seconds)
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        assert self.saves >= saves, "it stopped by itself"


def faults(folder: Path, acknowledged: dict[int, int]) -> list[str]:
    """Everything that is lost, half done or damaged."""
    with open_store(folder) as store:
        desk = Desk(store, "查测", now)
        with store.look() as work:
            found = _damage(work) + _numbers(work)
            cases = _column(work, "SELECT id FROM mediation_case")
        lost = [f"case {case_id} is lost" for case_id in acknowledged if case_id not in cases]
        return found + lost + [fault for case_id in cases for fault in _of_case(desk, case_id, acknowledged)]


def _column(work: Work, sql: str) -> list[int]:
    return list(work.session.connection().exec_driver_sql(sql).scalars())


def _damage(work: Work) -> list[str]:
    connection = work.session.connection()
    integrity = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    links = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [str(row) for row in (*integrity, *links) if row != "ok"]


def _numbers(work: Work) -> list[str]:
    """Every number has its case, every case its numbers, no row hangs loose."""
    loose = {
        "number without case": "SELECT serial FROM given_number WHERE NOT EXISTS"
        " (SELECT 1 FROM mediation_case c WHERE c.id = case_id AND text IN (c.code, c.dossier_number))",
        "case without number": "SELECT id FROM mediation_case c WHERE NOT EXISTS"
        " (SELECT 1 FROM given_number WHERE case_id = c.id AND text = c.code)",
        "case without people": "SELECT id FROM mediation_case c WHERE"
        " (SELECT count(*) FROM case_party WHERE case_id = c.id) <> 2",
        "dispute without case": "SELECT id FROM dispute d WHERE NOT EXISTS"
        " (SELECT 1 FROM mediation_case WHERE dispute_id = d.id)",
        "party without case": "SELECT id FROM party p WHERE NOT EXISTS"
        " (SELECT 1 FROM case_party WHERE party_id = p.id)",
        "act without case": "SELECT id FROM audit WHERE case_id IS NOT NULL"
        " AND case_id NOT IN (SELECT id FROM mediation_case)",
    }
    return [f"{fault}: {row}" for fault, sql in loose.items() for row in _column(work, sql)]


def _of_case(desk: Desk, case_id: int, acknowledged: dict[int, int]) -> list[str]:
    history, file = desk.history(case_id), desk.file(case_id)
    found = []
    if len(history) < acknowledged.get(case_id, 1):
        found.append(f"case {case_id}: {acknowledged[case_id]} saves acknowledged, {len(history)} kept")
    if [entry.verb in FIRST_ACTS for entry in history] != [True] + [False] * (len(history) - 1):
        found.append(f"case {case_id}: its history begins {[entry.verb for entry in history]}")
    if replayed(history) != written(file):
        found.append(f"case {case_id}: its history tells another case")
    with desk.store.look() as work:
        if case_id not in search.find(work, file.code):
            found.append(f"case {case_id}: the search does not find it")
    return found


def test_killed_desks_lose_nothing_and_leave_nothing_half_done(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    open_office(Desk(store, "王测", now))
    folder, seed = store.folder, random.randrange(10**9)
    store.close()
    chance = random.Random(seed)
    acknowledged: dict[int, int] = {}
    saves = 0
    desks = [Victim(folder) for _ in range(SIDE_BY_SIDE)]
    for kill in range(KILLS):
        victim = desks.pop(0)
        victim.kill_after(chance.randint(1, MOST_SAVES), chance.uniform(0, MOST_SECONDS))
        acknowledged |= victim.saved
        saves += victim.saves
        if kill + len(desks) + 1 < KILLS:
            desks.append(Victim(folder))
    found = faults(folder, acknowledged)
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills, {saves} acknowledged saves, {len(found)} faults (seed {seed})\n")
    assert found == []
    assert saves >= KILLS


def test_a_first_start_that_is_killed_is_carried_on_by_the_next(tmp_path: Path) -> None:
    chance = random.Random()
    begun = 0
    for kill in range(max(4, KILLS // 6)):
        folder = tmp_path / str(kill)
        founder = Victim(folder, "tests.kills.founder")
        founder.kill_after(chance.randint(1, 10), chance.uniform(0, MOST_SECONDS))
        for place in sorted(folder.iterdir()):
            with create(place) as store:
                open_office(Desk(store, "王测", now))
            begun += 1
        assert faults(place, {}) == []
    assert begun >= KILLS // 6
