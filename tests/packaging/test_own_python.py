"""The environment of the checkout: when it is made, renewed and left alone."""

import sys
from pathlib import Path

import own_python
import pytest
from own_python import CannotGoOn


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps taken, with the environment's Python put there as `make` would."""
    steps: list[str] = []

    def make(home: Path, python: Path) -> None:
        steps.append("make")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(own_python, "make", make)
    monkeypatch.setattr(
        own_python, "install", lambda root, python, extra: steps.append(f"install {extra}".strip())
    )
    monkeypatch.setattr(own_python, "same_python", lambda python: python.exists())
    return steps


def test_a_second_start_installs_nothing(checkout: Path, done: list[str]) -> None:
    first = own_python.set_up(checkout, "")
    assert own_python.set_up(checkout, "") == first
    assert done == ["make", "install"]


def test_the_tests_need_more_than_the_program_and_the_program_no_more_than_the_tests(
    checkout: Path, done: list[str]
) -> None:
    own_python.set_up(checkout, "")
    own_python.set_up(checkout, "dev")
    own_python.set_up(checkout, "")
    assert done == ["make", "install", "install dev"]


def test_a_changed_dependency_is_installed_into_the_same_environment(checkout: Path, done: list[str]) -> None:
    own_python.set_up(checkout, "")
    (checkout / "pyproject.toml").write_text("[project]\nname = 'y'\n", encoding="utf-8")
    own_python.set_up(checkout, "")
    assert done == ["make", "install", "install"]


def test_an_installation_that_broke_off_is_done_again(
    checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_python.set_up(checkout, "")
    project = checkout / "pyproject.toml"
    as_before = project.read_bytes()
    project.write_text("changed", encoding="utf-8")

    def break_off(root: Path, python: Path, extra: str) -> None:
        raise CannotGoOn("网络不通")

    with monkeypatch.context() as now, pytest.raises(CannotGoOn):
        now.setattr(own_python, "install", break_off)
        own_python.set_up(checkout, "")
    project.write_bytes(as_before)  # going back does not help: half of the other set may be in place
    own_python.set_up(checkout, "")
    assert done == ["make", "install", "install"]


def test_a_lost_python_is_made_again(checkout: Path, done: list[str]) -> None:
    own_python.set_up(checkout, "").unlink()
    own_python.set_up(checkout, "")
    assert done == ["make", "install", "make", "install"]


def test_a_moved_checkout_or_another_python_is_another_set_up(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = own_python.fingerprint(checkout)
    assert own_python.fingerprint(checkout) == here
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "pyproject.toml").write_bytes((checkout / "pyproject.toml").read_bytes())
    assert own_python.fingerprint(moved) != here
    monkeypatch.setattr(sys, "version_info", (3, 13, 1))
    assert own_python.fingerprint(checkout) != here


def test_windows_keeps_its_python_in_scripts() -> None:
    assert own_python.python_of(Path("v"), "win32") == Path("v/Scripts/python.exe")
    assert own_python.python_of(Path("v"), "linux") == Path("v/bin/python")


def test_pip_comes_from_the_machine_where_the_environment_has_no_way_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(own_python.subprocess, "call", lambda command: bool(commands.append(command)))
    monkeypatch.setattr(own_python, "runs", lambda command: False)
    own_python.make(Path("v"), Path("v/bin/python"))
    assert commands[0][1:3] == ["-m", "venv"]
    assert "--without-pip" in commands[0]
    assert commands[1][0] == sys.executable
    assert commands[1][-4:] == ["--python", str(Path("v/bin/python")), "install", "pip"]


def test_a_machine_without_pip_is_told_which_package_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_python.subprocess, "call", lambda command: int("pip" in command))
    monkeypatch.setattr(own_python, "runs", lambda command: False)
    with pytest.raises(CannotGoOn, match="python3-pip"):
        own_python.make(Path("v"), Path("v/bin/python"))


@pytest.mark.parametrize(("extra", "target"), [("", "."), ("dev", ".[dev]")])
def test_a_checkout_of_any_name_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str, target: str
) -> None:
    called: list[tuple[list[str], Path]] = []
    monkeypatch.setattr(
        own_python.subprocess, "call", lambda command, cwd: bool(called.append((command, cwd)))
    )
    root = tmp_path / "100%#1 下载[1]"
    own_python.install(root, Path("v/python"), extra)
    assert [(command[-2:], cwd) for command, cwd in called] == [(["--editable", target], root)]


def test_a_folder_that_cannot_be_written_is_refused_with_what_to_do(tmp_path: Path) -> None:
    own_python.need_writable(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CannotGoOn, match="复制到自己的主目录"):
        own_python.need_writable(tmp_path / "not there")


def test_a_command_that_is_not_on_the_machine_does_not_run() -> None:
    assert own_python.runs([sys.executable, "-c", ""])
    assert not own_python.runs([sys.executable, "-c", "raise SystemExit(3)"])
    assert not own_python.runs(["no-such-command-of-any-machine"])


def test_only_a_python_of_the_running_version_with_pip_is_kept(tmp_path: Path) -> None:
    assert own_python.same_python(Path(sys.executable))
    assert not own_python.same_python(tmp_path / "python")
