"""Makes scans and photographs fit for A4: upright, straight, no larger than paper shows, always the same."""

from pathlib import PurePath
from typing import Final

from mediator.domain.attachment import Attachment

PICTURES: Final = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp")
PDF: Final = ".pdf"


def printable(piece: Attachment) -> bool:
    """Whether a piece has a file that can be put on paper; others are only named."""
    return piece.has_file and _ending(piece) in (*PICTURES, PDF)


def _ending(piece: Attachment) -> str:
    return PurePath(piece.file_name).suffix.lower()
