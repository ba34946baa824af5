"""System libraries: what is missing, who may install it, and the line for whoever may not."""

import pytest
import system_libraries as libraries
from own_python import CannotGoOn

WINDOW_ONLY = ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"]


def test_nothing_is_missing_where_everything_loads() -> None:
    assert libraries.missing(libraries.FOR_WINDOW, lambda file: True) == []


def test_a_bare_machine_lacks_each_package_once() -> None:
    named = libraries.missing(libraries.FOR_QT, lambda file: False)
    assert named == ["libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"]


def test_a_window_needs_what_the_tests_need_and_the_xcb_parts() -> None:
    named = libraries.missing(libraries.FOR_WINDOW, lambda file: file in libraries.FOR_QT)
    assert named[:5] == WINDOW_ONLY


def test_only_the_missing_one_is_named() -> None:
    assert libraries.missing(libraries.FOR_QT, lambda file: file != "libEGL.so.1") == ["libegl1"]


def test_the_system_s_own_loader_decides() -> None:
    assert not libraries.can_load("libno-such-library-anywhere.so.9")


class Machine:
    """A machine whose missing packages and rights a test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lacking: list[str] = ["libgl1"]
        self.prefix: list[str] | None = []
        self.commands: list[list[str]] = []
        self.apt_brings_it = True
        self.programs = {"apt-get", "sudo"}
        monkeypatch.setattr(libraries, "missing", lambda wanted: list(self.lacking))
        monkeypatch.setattr(libraries, "rights", lambda: self.prefix)
        monkeypatch.setattr(libraries.shutil, "which", lambda name: name if name in self.programs else None)
        monkeypatch.setattr(libraries.subprocess, "call", self.call)

    def call(self, command: list[str], **_: object) -> int:
        self.commands.append(command)
        if self.apt_brings_it and "install" in command:
            self.lacking = []
        return 0


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def test_a_complete_machine_is_left_alone(machine: Machine) -> None:
    machine.lacking = []
    libraries.provide(libraries.FOR_QT)
    assert machine.commands == []


def test_root_installs_without_a_question(machine: Machine) -> None:
    libraries.provide(libraries.FOR_QT)
    update, install = machine.commands
    assert update[-2:] == ["apt-get", "update"]
    assert install[-4:] == ["install", "--yes", "--no-install-recommends", "libgl1"]
    assert "sudo" not in install


def test_a_person_with_free_sudo_installs_through_it(machine: Machine) -> None:
    machine.prefix = ["sudo", "-n"]
    libraries.provide(libraries.FOR_QT)
    assert [command[:2] for command in machine.commands] == [["sudo", "-n"], ["sudo", "-n"]]


def test_a_person_without_rights_gets_one_line_to_copy(machine: Machine) -> None:
    machine.prefix, machine.lacking = None, ["libgl1", "libegl1"]
    with pytest.raises(CannotGoOn) as refusal:
        libraries.provide(libraries.FOR_QT)
    lines = [line for line in str(refusal.value).splitlines() if "apt-get" in line]
    install = "apt-get update; apt-get install -y --no-install-recommends libgl1 libegl1"
    assert lines == [f"sudo sh -c '{install}'"]
    assert machine.commands == []


def test_where_there_is_no_sudo_the_line_asks_for_root_by_su(machine: Machine) -> None:
    machine.prefix, machine.programs = None, {"apt-get"}
    with pytest.raises(CannotGoOn, match="\nsu - -c 'apt-get update"):
        libraries.provide(libraries.FOR_QT)


def test_an_installation_that_brought_nothing_is_not_taken_for_done(machine: Machine) -> None:
    machine.apt_brings_it = False
    with pytest.raises(CannotGoOn, match="libgl1"):
        libraries.provide(libraries.FOR_QT)


def test_a_system_without_apt_is_given_the_files_that_are_missing(machine: Machine) -> None:
    machine.programs, machine.lacking = set(), ["libglib2.0-0"]
    with pytest.raises(CannotGoOn) as refusal:
        libraries.provide(libraries.FOR_QT)
    assert "libglib-2.0.so.0 libgthread-2.0.so.0" in str(refusal.value)
    assert "libGL.so.1" not in str(refusal.value)
    assert machine.commands == []
