"""Pages of a PDF as pictures for the screen."""

from math import ceil
from typing import Any

from PySide6.QtGui import QImage

from mediator.documents.pdfium import opened

Size = tuple[float, float]  # width and height in points of 1/72 inch


def page_sizes(data: bytes) -> list[Size]:
    """Width and height of every page in points."""
    with opened(data) as document:
        return [document.get_page_size(number) for number in range(len(document))]


def render(data: bytes, number: int, scale: float) -> QImage:
    """One page, numbered from 0, with so many dots a point."""
    with opened(data) as document:
        return _picture(document, number, scale, (0, 0, 0, 0))


def render_rows(data: bytes, number: int, scale: float, first: int, count: int) -> QImage:
    """So many rows of dots of a page, from the first one counted from its upper edge."""
    with opened(data) as document:
        rows = ceil(document.get_page_size(number)[1] * scale)
        below = max(0, rows - first - count)
        # Half a row less: pdfium rounds every cut up to whole rows.
        cuts = tuple(max(0.0, rest - 0.5) / scale for rest in (below, first))
        return _picture(document, number, scale, (0, cuts[0], 0, cuts[1]))


def _picture(document: Any, number: int, scale: float, crop: tuple[float, float, float, float]) -> QImage:
    page = document[number]
    try:
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=False, prefer_bgrx=True)
        try:
            kind = QImage.Format.Format_RGB32
            shared = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
            return shared.copy()  # the pixels belong to pdfium only as long as the bitmap lives
        finally:
            bitmap.close()
    finally:
        page.close()
