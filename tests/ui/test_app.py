"""The entry: a verb needs no screen, a window paints before it reads."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ui import start
from ui.app import has_verb
from ui.crash import CrashHook
from ui.main_window import MainWindow
from ui.pages.page import Page, PageEntry
from ui.tokens import TypeSize


@pytest.mark.parametrize(
    ("arguments", "verb"),
    [([], False), (["--practice"], False), (["stats"], True), (["--json", "stats"], True),
     (["--help"], True), (["-h"], True), (["--version"], True)],
)  # fmt: skip
def test_what_counts_as_a_verb(arguments: list[str], verb: bool) -> None:
    assert has_verb(arguments) is verb


def test_a_verb_is_answered_without_qt() -> None:
    code = (
        "import sys, types\n"
        "room = types.ModuleType('mediator.command')\n"
        "room.main = lambda argv: 7 if argv == ['stats', '--json'] else 1\n"
        "sys.modules['mediator.command'] = room\n"
        "from ui.app import main\n"
        "code = main(['stats', '--json'])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 7


def test_ctrl_c_at_a_terminal_ends_the_window_without_a_traceback() -> None:
    code = (
        "import signal, sys, types\n"
        "room = types.ModuleType('ui.start')\n"
        "room.run = lambda argv: signal.raise_signal(signal.SIGINT)\n"
        "sys.modules['ui.start'] = room\n"
        "from ui.app import main\n"
        "sys.exit(main([]))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True)
    assert done.returncode != 0
    assert done.stderr == b""


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(CrashHook, "install", lambda _self: None)
    return tmp_path


def test_the_window_is_painted_before_the_data_are_opened(qapp: QApplication, own_settings: Path) -> None:
    seen: list[tuple[bool, str, list[str]]] = []

    def furnish(window: MainWindow, arguments: Sequence[str]) -> bool:
        seen.append((window.isVisible(), window.current_page(), list(arguments)))
        window.furnish([PageEntry("desk", "工作台", "F2", "desk", Page)], "desk")
        QTimer.singleShot(0, window.close)
        return True

    assert start.run(["--practice"], furnish) == 0
    assert seen == [(True, "", ["--practice"])]


def test_giving_up_closes_the_window(qapp: QApplication, own_settings: Path) -> None:
    assert start.run([], lambda _window, _arguments: False) == 0


def test_windows_shows_the_program_under_its_own_icon(
    qapp: QApplication, own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=named.append)
    monkeypatch.setattr(start.ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    assert start.run([], lambda _window, _arguments: False) == 0
    on_windows = sys.platform == "win32"
    assert named == ["mediator.workbench"] * on_windows
    monkeypatch.setattr(sys, "platform", "win32")
    start._own_place_in_the_taskbar()
    assert named == ["mediator.workbench"] * (on_windows + 1)


def test_an_unknown_type_size_is_the_normal_one(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    assert start.type_size(settings) is TypeSize.NORMAL
    settings.setValue("type_size", "largest")
    assert start.type_size(settings) is TypeSize.LARGEST
    settings.setValue("type_size", "giant")
    assert start.type_size(settings) is TypeSize.NORMAL
