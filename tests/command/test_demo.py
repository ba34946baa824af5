"""The demo walks its cases by the verbs of the window and leaves a folder that opens."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pypdfium2
import pytest

from mediator.casework.desk import Desk
from mediator.casework.series import series_state
from mediator.command import demo as making
from mediator.domain.stage import standing
from mediator.storage.store import open_store
from tests.command.run import Mediator
from tests.exchange.books import column


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "out"


def test_it_makes_everything_and_prints_each_path(plain: Mediator, demo: Path) -> None:
    ran = plain("demo", "--out", demo, "--today", "2026-03-01")
    assert (ran.code, ran.err) == (0, "")
    told = {Path(line) for line in ran.out.splitlines() if line.startswith(str(demo))}
    made = {path for path in demo.rglob("*") if path.is_file() and path.parent.name != "data"}
    assert told == made
    assert len([path for path in made if path.name == "dossier.pdf"]) == 5
    assert {path.name for path in made if path.suffix == ".xlsx"} == {
        *("people-cases-2026-02.xlsx", "zongzhi-monthly-2026-02.xlsx", "ledger-2026-02.xlsx")
    }
    for path in made:
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                assert len(document) > 0


def test_its_cases_end_in_every_way(demo: Path) -> None:
    with open_store(demo / "data") as store:
        desk = Desk(store, "")
        files = [desk.file(case_id) for case_id in range(1, 6)]
        done, begun = (series_state(desk, series_id) for series_id in (1, 2))
        verbs = [{entry.verb for entry in desk.history(file.id)} for file in files]
    assert [file.ending.outcome for file in files] == ["success", "success", "refused", "failed", "success"]
    assert [standing(file).stage for file in files] == [*["archived"] * 4, "performing"]
    assert [len(file.hearings) for file in files] == [2, 0, 0, 1, 1]
    assert files[1].agreement is not None
    assert files[1].agreement.form == "oral"
    assert (len(done.files), done.next_step) == (3, "none")
    assert (len(begun.files), begun.next_step) == (12, "hold")  # a new user goes on from here
    assert len({file.dispute_id for file in (*done.files, *begun.files)}) == 15
    assert {"accept", "hold-hearing", "agree", "sign", "perform", "visit", "archive"} <= verbs[0]


def test_its_data_pass_the_check_and_the_ledger_has_its_month(plain: Mediator, demo: Path) -> None:
    assert plain("--data", demo / "data", "check").code == 0
    assert column(demo / "ledger-2026-02.xlsx", "调解结果") == [
        *("调解成功", "调解成功", "不予受理", "调解不成功", *["调解成功"] * 4, *[""] * 12)
    ]


def test_a_second_demo_gets_a_folder_of_its_own(plain: Mediator, demo: Path) -> None:
    ran = plain("demo", "--out", demo, "--today", "2026-03-15")
    assert ran.code == 0
    assert str(demo / "2" / "data") in ran.out
    assert (demo / "2" / "ledger-2026-02.xlsx").exists()


def test_wrong_usage(plain: Mediator, tmp_path: Path) -> None:
    assert plain("demo").code == 2
    assert plain("demo", "--out", tmp_path / "d", "--today", "明天").code == 2
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert plain("demo", "--out", tmp_path / "file").code == 1


def test_a_day_before_1970_will_do_for_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows cannot tell the time zone of such a day, so the one of now is taken."""
    china = timezone(timedelta(hours=8))
    monkeypatch.setattr(making, "local_now", lambda: datetime(2026, 11, 22, tzinfo=china))
    assert making._now("1960-01-15") == datetime(1960, 1, 15, 10, tzinfo=china)
    assert making._now("1960-01-15").tzinfo is china
