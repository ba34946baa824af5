"""The Linux system libraries that Qt does not bring along: which are missing, and getting them by apt."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping

from own_python import CannotGoOn, runs, say

# Measured on a Debian 12 with nothing on it: file that Qt asks for → package that brings it.
FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
FOR_WINDOW = {
    **FOR_QT,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
}


def provide(wanted: Mapping[str, str]) -> None:
    """See that all wanted libraries load: install what is missing where that is allowed, else name it."""
    packages = missing(wanted)
    if not packages:
        return
    prefix = rights()
    if prefix is not None and shutil.which("apt-get"):
        say("正在安装缺少的系统库：" + " ".join(packages))
        for command in apt_commands(prefix, packages):
            subprocess.call(command, stdin=subprocess.DEVNULL)
        packages = missing(wanted)
    if packages:
        raise CannotGoOn(advice(wanted, packages))


def missing(wanted: Mapping[str, str], loads: Callable[[str], bool] | None = None) -> list[str]:
    """Name the packages of the libraries that do not load, each once, in the order of the table."""
    loads = loads or can_load
    return list(dict.fromkeys(package for file, package in wanted.items() if not loads(file)))


def can_load(file: str) -> bool:
    """Ask the system's own loader for a library, since it alone knows every folder it searches."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def rights() -> list[str] | None:
    """Give what stands before a command so that it may install packages, or None where nothing helps."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if runs(["sudo", "-n", "true"]) else None


def apt_commands(prefix: list[str], packages: list[str]) -> list[list[str]]:
    """Give the two commands that install packages without a question asked."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", *packages]]


def advice(wanted: Mapping[str, str], packages: list[str]) -> str:
    """Word what is missing, with one line to copy where apt can bring it."""
    if shutil.which("apt-get"):
        become_root = "sudo sh -c" if shutil.which("sudo") else "su - -c"
        line = "apt-get update; apt-get install -y --no-install-recommends " + " ".join(packages)
        copyable = f"{become_root} '{line}'"
        return f"缺少系统库，请复制运行下面这一行，再运行一次同样的命令：\n\n{copyable}\n"
    files = " ".join(file for file, package in wanted.items() if package in packages)
    return f"缺少系统库，请用本系统的软件管理工具安装，再运行一次同样的命令：\n\n{files}\n"
