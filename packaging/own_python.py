"""The Python of the checkout: `.venv`, made once and brought up to date when pyproject.toml changes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

STAMP = "set-up-for.txt"
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")


class CannotGoOn(Exception):
    """Setting up stopped; the text tells the person what to do."""


def set_up(root: Path, extra: str) -> Path:
    """Give the checkout's own Python with the program installed in it, making or renewing it when needed."""
    home = root / ".venv"
    python = python_of(home, sys.platform)
    stamp, wanted = home / STAMP, fingerprint(root)
    if fits(stamp, wanted, extra) and python.exists():
        return python
    need_writable(root)
    if home.exists():
        need_writable(home)
    if not same_python(python):
        make(home, python)
    stamp.unlink(missing_ok=True)
    install(root, python, extra)
    stamp.write_text(f"{wanted} {extra}\n", encoding="utf-8")
    return python


def python_of(home: Path, platform: str) -> Path:
    """Tell where a virtual environment keeps its Python."""
    return home / "Scripts" / "python.exe" if platform == "win32" else home / "bin" / "python"


def fingerprint(root: Path) -> str:
    """Name what an installation rests on: the dependencies, the checkout's place, the Python below it."""
    version = ".".join(map(str, sys.version_info[:2]))
    facts = (root / "pyproject.toml").read_bytes() + f"\n{root}\n{version}\n{sys.base_prefix}".encode()
    return hashlib.sha256(facts).hexdigest()


def fits(stamp: Path, wanted: str, extra: str) -> bool:
    """Tell whether an earlier set-up still serves; one with an extra serves without it too."""
    if not stamp.is_file():
        return False
    made, _, made_extra = stamp.read_text(encoding="utf-8").strip().partition(" ")
    return made == wanted and extra in ("", made_extra)


def same_python(python: Path) -> bool:
    """Tell whether the environment's Python and pip still start and are of the version that runs now."""
    question = f"import sys, pip; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return python.exists() and runs([str(python), "-c", question])


def make(home: Path, python: Path) -> None:
    """Make an empty environment and bring pip into it, also where Debian leaves out ensurepip."""
    say(f"正在建立程序自己的 Python 环境：{home}")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", "--without-pip", str(home)]):
        raise CannotGoOn(f"不能建立 Python 环境 {home}，原因见上面几行。")
    if runs([str(python), "-m", "ensurepip", "--default-pip"]):
        return
    if subprocess.call([sys.executable, *PIP, "--python", str(python), "install", "pip"]):
        raise CannotGoOn("装不上 pip：请检查网络。若这台电脑没有 pip，先运行：apt-get install -y python3-pip")


def install(root: Path, python: Path, extra: str) -> None:
    """Install the program so that it runs from the source tree, with the dependencies of the extra."""
    say("正在下载并安装所需的部件（约 150 MB，第一次需要几分钟）……")
    target = f".[{extra}]" if extra else "."  # named by its path, a folder such as 下载[1] would be misread
    if subprocess.call([str(python), *PIP, "install", "--editable", target], cwd=root):
        raise CannotGoOn("安装没有完成，原因见上面几行；多半是网络不通。网络恢复后再运行一次同样的命令。")


def need_writable(folder: Path) -> None:
    """Refuse to go on where nothing can be written, and say how to get a place of one's own."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as reason:
        raise CannotGoOn(
            f"没有权限写入 {folder}。\n请把整个程序文件夹复制到自己的主目录，再在那里运行同样的命令。"
        ) from reason


def runs(command: Sequence[str]) -> bool:
    """Tell whether a command ends well, without showing what it says."""
    try:
        ended = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return ended.returncode == 0


def say(text: str) -> None:
    """Tell the person what is going on, before the tools that follow write their own lines."""
    print(f"\n== {text}", flush=True)


def speak_safely() -> None:
    """Let Chinese words pass where the console cannot show them, instead of stopping on them."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
