"""Sets the program up on a fresh machine, then opens it (no word) or passes its tests (word `test`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import own_python
import system_libraries
from own_python import CannotGoOn

ROOT = Path(__file__).resolve().parent.parent
OLDEST, FIRST_UNTRIED = (3, 11), (3, 14)
INTERRUPTED = 130
# All cores at once, the files of tests whole; what compares two times is measured alone afterwards.
ALL_TESTS = (("-n", "auto", "--dist", "loadfile", "--ignore=tests/benchmarks"), ("tests/benchmarks",))
SCREEN_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def main(words: Sequence[str]) -> int:
    """Do what the words ask for and give back the exit code."""
    own_python.speak_safely()
    try:
        if not OLDEST <= sys.version_info[:2] < FIRST_UNTRIED:
            return subprocess.call([*fitting_python(), str(Path(__file__).resolve()), *words])
        return test(words[1:]) if words[:1] == ["test"] else run(words)
    except CannotGoOn as reason:
        print(f"\n{reason}", file=sys.stderr)
        if not words:
            hold_console(sys.platform)
        return 1
    except KeyboardInterrupt:
        print("\n已中断。再运行一次同样的命令即可继续。", file=sys.stderr)
        return INTERRUPTED


def hold_console(platform: str) -> None:
    """Keep the console of a double click open, which Windows closes before its last lines are read."""
    if platform == "win32" and sys.stdin.isatty():
        with suppress(EOFError):
            input("\n按回车键关闭这个窗口……")


def run(words: Sequence[str]) -> int:
    """Open the window, hand a verb to the program, or make the demo where no window can open."""
    screen = not words and screen_named(sys.platform, os.environ)
    if screen and sys.platform == "linux":
        system_libraries.provide(system_libraries.FOR_WINDOW)
    python = own_python.set_up(ROOT, "")
    if words:
        return subprocess.call(program(python, words))
    if not screen:
        return demo(python, "没有检测到图形界面（DISPLAY 和 WAYLAND_DISPLAY 都是空的），不能打开窗口。")
    if not answers(python):
        return demo(python, "连接不上图形界面，不能打开窗口。")
    print("正在打开窗口……", flush=True)
    return subprocess.call(program(python, ()))


def demo(python: Path, reason: str) -> int:
    """Say why there is no window and make the demo office with its papers and returns instead."""
    own_python.need_writable(ROOT)
    folder = unused(ROOT / "out" / "demo")
    print(f"{reason}\n改为运行演示（mediator demo），文件写到：{folder}", flush=True)
    return subprocess.call(program(python, ("demo", "--out", str(folder))))


def test(words: Sequence[str]) -> int:
    """Pass all tests, or those that further words name to pytest."""
    own_python.need_writable(ROOT)
    if sys.platform == "linux":
        system_libraries.provide(system_libraries.FOR_QT)
    python = own_python.set_up(ROOT, "dev")
    print("正在运行测试（不打开窗口）……", flush=True)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    rounds = (tuple(words),) if words else ALL_TESTS
    codes = [
        subprocess.call([str(python), "-m", "pytest", *one], cwd=ROOT, env=surroundings) for one in rounds
    ]
    return next((code for code in codes if code), 0)


def program(python: Path, words: Sequence[str]) -> list[str]:
    """Give the command line of the program; with -P no folder `ui` where the person stands shadows it."""
    return [str(python), "-P", "-m", "ui", *words]


def screen_named(platform: str, surroundings: Mapping[str, str]) -> bool:
    """Tell whether a window may be tried; only Linux and its kin say so in the environment."""
    if platform in ("win32", "darwin"):
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


def answers(python: Path) -> bool:
    """Tell whether Qt reaches the screen: a named one may be gone, or closed to root."""
    probe = subprocess.run([str(python), "-c", SCREEN_PROBE], capture_output=True, check=False)
    return probe.returncode == 0


def unused(folder: Path) -> Path:
    """Give the folder, or the next one by number when an earlier demo stands there."""
    following = (folder.with_name(f"{folder.name}-{number}") for number in range(2, sys.maxsize))
    return folder if not folder.exists() else next(other for other in following if not other.exists())


def fitting_python() -> list[str]:
    """Find another Python on this machine that the screen library has wheels for."""
    for minor in range(OLDEST[1], FIRST_UNTRIED[1]):
        for launcher in (["py", f"-3.{minor}"], [f"python3.{minor}"]):
            if shutil.which(launcher[0]) and own_python.runs([*launcher, "-c", ""]):
                return launcher
    raise CannotGoOn(
        f"这里的 Python 是 {sys.version_info[0]}.{sys.version_info[1]}，需要 3.11、3.12 或 3.13。\n"
        "Windows：到 https://www.python.org/downloads/windows/ 下载 3.13 并安装，再运行一次同样的命令。\n"
        "Debian 12：apt-get install -y python3 python3-pip"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
