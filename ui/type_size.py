"""The type size of this PC: chosen at once, kept for the next start."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.theme import apply_theme
from ui.tokens import TypeSize

KEY = "type_size"


def window_settings() -> QSettings:
    """What this PC remembers of the window."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "mediator", "window")


def type_size(settings: QSettings) -> TypeSize:
    """The size this PC was left with."""
    found = str(settings.value(KEY, TypeSize.NORMAL.value))
    return TypeSize(found) if found in set(TypeSize) else TypeSize.NORMAL


def choose(size: TypeSize, settings: QSettings) -> None:
    """Dress the program in another size and remember it."""
    settings.setValue(KEY, size.value)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, size)
