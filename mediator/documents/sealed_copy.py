"""Binds the version that was signed into the dossier, page by page, where the case has moved on since."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageChops

from mediator.documents.form import Block, PageBreak, Paper, Picture
from mediator.documents.matter import Matter
from mediator.documents.pdfium import opened
from mediator.documents.plain import one_line
from mediator.domain.casefile import PaperMark
from mediator.domain.errors import MediatorError

DOTS: Final = 200  # an inch: small type stays sharp
QUALITY: Final = 85
EDGE: Final = DOTS // 8  # white kept around what a page says; the dossier has margins of its own


def sealed_bytes(matter: Matter, mark: PaperMark | None) -> bytes | None:
    """The bytes that were signed last, where they are whole and a PDF."""
    if mark is None or mark.seal is None or matter.files is None:
        return None
    try:
        data = matter.files(mark.seal.sha256)
        return data if page_count(data) else None
    except (MediatorError, ValueError):
        return None


def page_count(data: bytes) -> int:
    """How many pages a signed version has; ValueError where it is no PDF."""
    with opened(data) as document:
        return len(document)


def sealed_paper(matter: Matter, title: str, mark: PaperMark, data: bytes) -> Paper:
    """The pages of the signed version as they are, each saying below which version it is."""
    seal = mark.seal
    told = f"{one_line(title)}　{seal.signed_on:%Y-%m-%d}签名的第{seal.version}版" if seal else title
    blocks = tuple(_pages(data, told))
    return Paper(one_line(title), blocks, matter.file.dossier_number, matter.committee, scan=True)


def _pages(data: bytes, told: str) -> Iterator[Block]:
    with opened(data) as document:
        pictures = [_picture(document[number]) for number in range(len(document))]
    for number, picture in enumerate(pictures, 1):
        if number > 1:
            yield PageBreak()
        yield Picture(picture, f"{told}（{number}/{len(pictures)}）" if len(pictures) > 1 else told)


def _picture(page: Any) -> bytes:
    try:
        bitmap = page.render(scale=DOTS / 72, fill_color=(255, 255, 255, 255))
        try:
            image = bitmap.to_pil().convert("L")
        finally:
            bitmap.close()
    finally:
        page.close()
    buffer = BytesIO()
    _without_margins(image).save(buffer, "JPEG", quality=QUALITY, dpi=(DOTS, DOTS))
    return buffer.getvalue()


def _without_margins(image: Image.Image) -> Image.Image:
    said = ImageChops.invert(image).getbbox()
    if said is None:
        return image
    left, top, right, bottom = said
    box = (left - EDGE, top - EDGE, right + EDGE, bottom + EDGE)
    return image.crop((max(0, box[0]), max(0, box[1]), min(image.width, box[2]), min(image.height, box[3])))
