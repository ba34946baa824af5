"""The front door: which command it gives, and what it says when it cannot go on."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import start
from own_python import CannotGoOn

PYTHON = Path("checkout") / ".venv" / "bin" / "python"


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The commands that would have been run, on a machine that is set up and lacks nothing."""
    commands: list[list[str]] = []

    def note(command: list[str], **_: object) -> int:
        commands.append([str(word) for word in command])
        return 7

    monkeypatch.setattr(subprocess, "call", note)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start.own_python, "set_up", lambda root, extra: PYTHON)
    monkeypatch.setattr(start.system_libraries, "provide", lambda wanted: None)
    monkeypatch.setattr(start, "answers", lambda python: True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return commands


@pytest.mark.parametrize(
    ("platform", "surroundings", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_is_asked_for_a_display(
    platform: str, surroundings: dict[str, str], expected: bool
) -> None:
    assert start.screen_named(platform, surroundings) is expected


def test_with_a_screen_the_window_opens(called: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.main([]) == 7
    assert called == [[str(PYTHON), "-P", "-m", "ui"]]


def test_without_a_screen_the_demo_is_made_and_the_reason_told(
    called: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([]) == 7
    folder = tmp_path / "out" / "demo"
    assert called == [[str(PYTHON), "-P", "-m", "ui", "demo", "--out", str(folder)]]
    told = capsys.readouterr().out
    assert "没有检测到图形界面" in told
    assert str(folder) in told


def test_a_screen_that_does_not_answer_counts_as_none(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(start, "answers", lambda python: False)
    start.main([])
    assert "demo" in called[0]
    assert "连接不上图形界面" in capsys.readouterr().out


def test_the_demo_never_writes_over_an_earlier_one(tmp_path: Path) -> None:
    assert start.unused(tmp_path / "demo") == tmp_path / "demo"
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo-2").mkdir()
    assert start.unused(tmp_path / "demo") == tmp_path / "demo-3"


def test_the_tests_run_offscreen_with_the_words_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def note(command: list[str], **options: object) -> int:
        seen.update(options, command=command)
        return 5

    monkeypatch.setattr(subprocess, "call", note)
    monkeypatch.setattr(start.own_python, "set_up", lambda root, extra: seen.update(extra=extra) or PYTHON)
    monkeypatch.setattr(start.system_libraries, "provide", lambda wanted: None)
    assert start.main(["test", "-k", "clock"]) == 5
    assert seen["command"] == [str(PYTHON), "-m", "pytest", "-k", "clock"]
    assert seen["extra"] == "dev"
    assert seen["env"]["QT_QPA_PLATFORM"] == "offscreen"
    assert seen["cwd"] == start.ROOT


def test_without_words_all_tests_run_the_measured_ones_alone_and_any_failure_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds: list[list[str]] = []

    def note(command: list[str], **_options: object) -> int:
        rounds.append(command[3:])
        return 1 if "-n" in command else 0

    monkeypatch.setattr(subprocess, "call", note)
    monkeypatch.setattr(start.own_python, "set_up", lambda root, extra: PYTHON)
    monkeypatch.setattr(start.system_libraries, "provide", lambda wanted: None)
    assert start.main(["test"]) == 1
    assert rounds == [["-n", "auto", "--dist", "loadfile", "--ignore=tests/benchmarks"], ["tests/benchmarks"]]


def test_a_verb_goes_to_the_program_without_asking_for_a_screen(called: list[list[str]]) -> None:
    start.main(["--data", "d", "check"])
    assert called == [[str(PYTHON), "-P", "-m", "ui", "--data", "d", "check"]]


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0)])
def test_a_python_without_wheels_hands_over_to_one_that_has_them(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(start, "fitting_python", lambda: ["py", "-3.12"])
    assert start.main(["test"]) == 7
    assert called == [["py", "-3.12", str(Path(start.__file__).resolve()), "test"]]


def test_no_fitting_python_at_all_is_told_with_where_to_get_one(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(start.own_python, "runs", lambda command: False)
    assert start.main([]) == 1
    assert called == []
    told = capsys.readouterr().err
    assert "这里的 Python 是 3.14" in told
    assert "python.org" in told


def test_what_stops_the_set_up_is_told_and_ends_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(root: Path, extra: str) -> Path:
        raise CannotGoOn("网络不通")

    monkeypatch.setattr(start.own_python, "set_up", stop)
    assert start.main([]) == 1
    assert "网络不通" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "words", "held"), [("win32", [], 1), ("win32", ["test"], 0), ("linux", [], 0)]
)
def test_a_double_click_on_windows_leaves_time_to_read_the_reason(
    monkeypatch: pytest.MonkeyPatch, platform: str, words: list[str], held: int
) -> None:
    def stop(root: Path, extra: str) -> Path:
        raise CannotGoOn("网络不通")

    asked: list[str] = []
    monkeypatch.setattr(start.own_python, "set_up", stop)
    monkeypatch.setattr(start.system_libraries, "provide", lambda wanted: None)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", asked.append)
    assert start.main(words) == 1
    assert len(asked) == held


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(root: Path, extra: str) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(start.own_python, "set_up", interrupt)
    assert start.main(["test"]) == 130
    assert "已中断" in capsys.readouterr().err
