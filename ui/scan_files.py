"""Takes the scan of a signed paper in: a PDF, JPEG or PNG that can be looked at."""

from pathlib import PurePath
from typing import Final

from PySide6.QtGui import QImage

from mediator.casework.desk import Desk
from mediator.casework.seal_paper import file_scan
from mediator.domain.errors import RuleBroken
from ui.attachment_files import PDF, Picked, bytes_of, pages_of

SCANS: Final = (PDF, ".jpg", ".jpeg", ".png")


def take_scan(desk: Desk, case_id: int, slot: tuple[str, int | None], picked: Picked) -> str:
    """File a scan to the last signed version of a paper; its file's name."""
    data = bytes_of(picked)
    if data and not _seen(picked.name, data):
        raise RuleBroken("scan-unreadable", field="file", file=picked.name)
    file_scan(desk, case_id, *slot, data, picked.name)
    return picked.name


def _seen(name: str, data: bytes) -> bool:
    ending = PurePath(name).suffix.lower()
    if ending not in SCANS:
        return False
    return pages_of(name, data) is not None if ending == PDF else not QImage.fromData(data).isNull()
