"""The command line itself: exit codes, help, folder, person."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediator.command.place import data_folder, default_folder
from tests.command.run import Mediator, history
from tests.exchange.books import book, row


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ((), "缺少命令"),
        (("fly",), "可选"),
        (("import",), "缺少 台账.xlsx"),
        (("import", "a.xlsx", "--wings"), "不认识 --wings"),
        (("import", "a.xlsx", "--errors"), "后面缺少内容"),
        (("check", "--data", "x"), "不认识 --data"),
        (("check", "more"), "不认识 more"),
    ],
)
def test_wrong_usage_is_told_in_chinese(plain: Mediator, words: tuple[str, ...], problem: str) -> None:
    ran = plain(*words)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err


def test_help_is_chinese_and_no_error(plain: Mediator) -> None:
    ran = plain("--help")
    assert ran.code == 0
    assert ran.out.startswith("用法：mediator")
    for verb in ("demo", "import", "export", "print", "report", "check"):
        assert verb in ran.out
        assert plain(verb, "--help").code == 0
    assert not {"usage", "options", "positional", "show this"} & set(ran.out.split())


def test_the_folder_may_come_from_the_environment(
    plain: Mediator, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDIATOR_DATA", str(data))
    assert plain("check").code == 0
    assert (data / "mediator.db").exists()
    assert data_folder() == data
    assert data_folder(str(data / "other")) == data / "other"
    monkeypatch.delenv("MEDIATOR_DATA")
    assert data_folder() == default_folder()


def test_who_is_in_the_history(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1")]))
    mediator("--user", "赵调", "import", book(tmp_path / "b.xlsx", [row("A-2")]))
    assert history(data, "A-1") == [("命令行", "import")]
    assert history(data, "A-2") == [("赵调", "import")]


def test_the_command_needs_no_screen(tmp_path: Path) -> None:
    """Qt must not be imported: a PC without a screen may lack its libraries."""
    program = (
        "import sys; from ui.app import main; code = main(['--data', sys.argv[1], 'check'])\n"
        "sys.exit(9 if any(name.startswith('PySide6') for name in sys.modules) else code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "d")],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "数据完好" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize("console", ["ascii", "cp936"])
def test_words_pass_where_the_console_has_no_such_characters(tmp_path: Path, console: str) -> None:
    out = tmp_path / "𬱖.json"
    program = "import sys; from mediator.command import main; sys.exit(main(sys.argv[1:]))"
    words = [
        "--data",
        str(tmp_path / "d"),
        "report",
        "people-cases",
        "--period",
        "2026-10",
        "--out",
        str(out),
    ]
    ended = subprocess.run(
        [sys.executable, "-c", program, *words],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": console},
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "已写入".encode(console, "replace") in ended.stdout
    assert b"?.json" in ended.stdout
    assert out.exists()


def test_nothing_is_logged(mediator: Mediator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    mediator("print", "机密姓名", "agreement", "--out", "a.pdf")
    assert caplog.records == []


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    program = "import sys; from mediator.command import main; sys.exit(main(['print', '--list']))"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        ended = subprocess.run(
            [sys.executable, "-c", program], check=False, stdout=pipe, stderr=subprocess.PIPE
        )
    assert (ended.returncode, ended.stderr) == (0, b"")
