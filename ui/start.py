"""Composes the window: paint first, then open the data rooms and bring the pages."""

import ctypes
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mediator.domain.errors import MediatorError
from ui.crash import CrashHook, show_crash
from ui.garbage import GarbageInTheWindow
from ui.main_window import MainWindow
from ui.messages import BoxMessages
from ui.theme import apply_theme
from ui.type_size import type_size, window_settings

Furnish = Callable[[MainWindow, Sequence[str]], bool]
"""Opens the data, signs a person in and furnishes the window; False when the person gave up."""


def run(arguments: Sequence[str], furnish: Furnish | None = None) -> int:
    """Open the window and stay until it is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("调解工作台")
    app.setOrganizationName("mediator")
    _own_place_in_the_taskbar()
    settings = window_settings()
    apply_theme(app, type_size(settings))
    hook = CrashHook(show_crash, say_refusal, parent=app)
    hook.install()
    GarbageInTheWindow(app)
    window = MainWindow(settings)
    window.show()
    # The first paint comes before the database rooms are imported: 70 ms instead of 440.
    QTimer.singleShot(0, window, lambda: _open(window, arguments, furnish))
    return app.exec()


def _own_place_in_the_taskbar() -> None:
    """Windows would show the window under Python's icon, among other Python programs."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("mediator.workbench")


def say_refusal(error: MediatorError) -> None:
    """Say a refusal that nobody caught in a box over the active window."""
    from mediator.command.words import say  # noqa: PLC0415  # not needed for the first paint

    BoxMessages(QApplication.activeWindow(), say).refuse(error)


def _open(window: MainWindow, arguments: Sequence[str], furnish: Furnish | None) -> None:
    window.repaint()
    if not (furnish or _furnish_from_services)(window, arguments):
        window.close()


def _furnish_from_services(window: MainWindow, arguments: Sequence[str]) -> bool:
    from ui.furnish import furnish  # noqa: PLC0415  # brings every room behind the window

    return bool(furnish(window, arguments))
