"""The line icons of the program, drawn in the colour of the words beside them."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import tokens

_SIZES = (16, 20, 24, 32, 40, 48, 64)


def icon(name: str, colour: str = tokens.TEXT) -> QIcon:
    """The icon `resources/icons/<name>.svg` in one colour, sharp on every screen."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_pixmap(name, colour, size))
    return result


def icon_path(name: str) -> str:
    """Where a style sheet finds an icon; style sheets cannot read from memory."""
    return str(files("resources") / "icons" / f"{name}.svg").replace("\\", "/")


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("#1F2328", colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
