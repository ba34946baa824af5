"""Takes files from outside into a case: read aside, one after the other, what is known of each filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageReader

from mediator.casework.attach import LARGEST, attach
from mediator.casework.desk import Desk
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.errors import MediatorError, RuleBroken
from ui.pdf_pages import page_sizes
from ui.tasks import Progress

PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"})
SEVERAL: Final = frozenset({".tif", ".tiff"})  # a scanner puts several pages into one
RECORDINGS: Final = frozenset(
    {".mp3", ".wav", ".m4a", ".amr", ".aac", ".mp4", ".mov", ".avi", ".mkv", ".3gp"}
)
PDF: Final = ".pdf"


@dataclass(frozen=True)
class Picked:
    """A file to take in: where it lies, or its name and bytes where it lies nowhere."""

    name: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True)
class Taken:
    """What became of it: the new pieces of a case, and the names that were refused with their reason."""

    case_id: int
    ids: list[int]
    refused: list[tuple[str, MediatorError]]


def take_in(desk: Desk, case_id: int, files: Sequence[Picked], progress: Progress) -> Taken:
    """Attach every file; one that is refused does not keep the others out."""
    taken = Taken(case_id, [], [])
    for number, file in enumerate(files):
        progress.step(number, len(files), file.name)
        try:
            data = bytes_of(file)
            facts = AttachmentFacts(
                title=Path(file.name).stem or file.name,
                received_on=desk.today(),
                form=form_of(file.name),
                pages=pages_of(file.name, data),
            )
            taken.ids.append(attach(desk, case_id, facts, data, file.name))
        except MediatorError as refusal:
            taken.refused.append((file.name, refusal))
    return taken


def form_of(name: str) -> str:
    """What form a piece probably has (codes/evidence_form), by its file's name."""
    ending = Path(name).suffix.lower()
    if ending in PICTURES:
        return "photo"
    if ending in RECORDINGS:
        return "recording"
    return "copy" if ending == PDF else "electronic"


def pages_of(name: str, data: bytes) -> int | None:
    """The pages of a PDF, 1 for a picture, None where they cannot be told."""
    ending = Path(name).suffix.lower()
    if ending in SEVERAL:
        return _frames(data)
    if ending in PICTURES:
        return 1
    if ending != PDF:
        return None
    try:
        return len(page_sizes(data))
    except ValueError:  # locked by a password, or no PDF at all: kept as it is
        return None


def _frames(data: bytes) -> int:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return max(1, QImageReader(buffer).imageCount())


def picked_of(mime: QMimeData, name: str) -> list[Picked]:
    """The files, or the picture under `name`, that were dropped or copied."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return [Picked(path.name, path) for path in paths]
    picture = mime.imageData() if mime.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    return [Picked(f"{name}.png", data=_png(picture))]


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def bytes_of(file: Picked) -> bytes:
    """What a file to take in holds; refused where it cannot be read or is too large."""
    if file.path is None:
        return file.data
    if file.path.is_dir():
        raise MediatorError("attachment-is-folder", file=file.name)
    try:
        if file.path.stat().st_size > LARGEST:  # not read first: it might not fit into memory
            raise RuleBroken("attachment-too-large", field="file", most=LARGEST // 1024 // 1024)
        return file.path.read_bytes()
    except OSError as error:
        raise MediatorError("file-unreadable", file=file.name) from error
