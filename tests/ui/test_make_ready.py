"""An index that an older program left is renewed on the way in, by the command and by the window alike."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.domain.pinyin import spellings
from mediator.storage import search, upkeep
from mediator.storage.store import create, open_store
from tests.command.run import call
from tests.people import now, open_office, simple_case
from tests.ui.conftest import Recorder
from ui.opening import Wanted, open_data


def older(folder: Path) -> str:
    """A data folder as an older program left it; the initials of a party in it."""
    with create(folder) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        name = desk.file(simple_case(desk)).parties[0].name
        with store.work() as work:
            work.session.connection().exec_driver_sql("DELETE FROM setting WHERE key = 'search_edition'")
            search.renew(work, [(case_id, "") for case_id, _ in upkeep.case_numbers(work)])
    return spellings(name)[0]


def finds(folder: Path, typed: str) -> bool:
    with open_store(folder) as store, store.look() as work:
        return bool(search.find(work, typed))


def by_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys.readouterr, "--data", folder, "check").code == 0


def by_window(folder: Path, _capsys: pytest.CaptureFixture[str]) -> None:
    opened = open_data(Wanted(str(folder), "王测"), Recorder(), date(2026, 11, 22), None)
    assert opened is not None
    opened.close()


@pytest.mark.parametrize("way", [by_command, by_window])
def test_whoever_opens_it_finds_by_initials(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    way: Callable[[Path, pytest.CaptureFixture[str]], None],
) -> None:
    typed = older(tmp_path / "office")
    assert not finds(tmp_path / "office", typed), "opening the store alone renews nothing"
    way(tmp_path / "office", capsys)
    assert finds(tmp_path / "office", typed)
