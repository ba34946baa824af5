"""A picture of an attachment as it goes on paper; kinds that paper does not take are shown as they are."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QTransform

from mediator.documents.scans import pages, printable
from mediator.domain.attachment import Attachment
from mediator.domain.errors import MediatorError
from ui.attachment_files import PDF, PICTURES

LARGEST_SIDE: Final = 1600  # dots: sharp on the screen, and no picture fills the memory


def shows(name: str) -> bool:
    """Whether a file of this name can be looked at inside the program."""
    return Path(name).suffix.lower() in PICTURES | {PDF}


def is_pdf(name: str) -> bool:
    """Whether a file of this name is a PDF."""
    return Path(name).suffix.lower() == PDF


def picture(piece: Attachment, data: bytes, side: int = LARGEST_SIDE) -> QImage:
    """Its first page with no side longer than `side` dots, turned; a null one if it cannot be read."""
    found = _on_paper(piece, data) if printable(piece) else QImage()
    if found.isNull() and not is_pdf(piece.file_name):
        found = _as_it_is(data, side).transformed(QTransform().rotate(piece.turn))
    if max(found.width(), found.height()) > side:
        smooth = Qt.TransformationMode.SmoothTransformation
        return found.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return found


def _on_paper(piece: Attachment, data: bytes) -> QImage:
    try:
        return QImage.fromData(QByteArray(next(pages(piece, data), b"")))
    except MediatorError:
        return QImage()


def _as_it_is(data: bytes, side: int) -> QImage:
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
