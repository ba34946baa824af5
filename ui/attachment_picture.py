"""A picture of an attachment: the first page of a PDF or the image itself, turned as it goes on paper."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader, QTransform

from ui.attachment_files import PDF, PICTURES
from ui.pdf_pages import page_sizes, render

LARGEST_SIDE: Final = 1600  # dots: sharp on the screen, and no picture fills the memory


def shows(name: str) -> bool:
    """Whether a file of this name can be looked at inside the program."""
    return Path(name).suffix.lower() in PICTURES | {PDF}


def is_pdf(name: str) -> bool:
    """Whether a file of this name is a PDF."""
    return Path(name).suffix.lower() == PDF


def picture(name: str, data: bytes, turn: int, side: int = LARGEST_SIDE) -> QImage:
    """The picture with no side longer than `side` dots, turned clockwise; a null one if it cannot be read."""
    found = _page(data, side) if is_pdf(name) else _image(data, side)
    return found.transformed(QTransform().rotate(turn)) if turn % 360 and not found.isNull() else found


def _page(data: bytes, side: int) -> QImage:
    try:
        width, height = page_sizes(data)[0]
        return render(data, 0, side / max(width, height))
    except (ValueError, IndexError, ZeroDivisionError):
        return QImage()


def _image(data: bytes, side: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)  # a phone says in the file which side was up
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        scale = side / max(size.width(), size.height())
        fitted = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
        reader.setScaledSize(fitted)
    return reader.read()
