"""Makes scans and photographs fit for A4: upright, straight, no larger than paper shows, always the same."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import Final

from PIL import Image, ImageChops, ImageOps

from mediator.documents.deskew import straightened
from mediator.documents.pdfium import opened
from mediator.domain.attachment import Attachment
from mediator.domain.errors import Unprintable

# HEIC is not among them: Pillow reads it only with a library that is not bundled.
PICTURES: Final = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
SEVERAL: Final = (".tif", ".tiff")  # office scanners put many pages into one
PDF: Final = ".pdf"
FORMATS: Final = ("JPEG", "PNG", "BMP", "WEBP", "TIFF")
WIDE, HIGH = 1040, 1580  # dots of a page of scans at 150 dots an inch
QUALITY: Final = 80
TINT: Final = 24  # of 255: less colour than that is the light of the room
_BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


def printable(piece: Attachment) -> bool:
    """Whether a piece has a file that can be put on paper; others are only named."""
    return piece.has_file and _ending(piece) in (*PICTURES, *SEVERAL, PDF)


def page_count(piece: Attachment, data: bytes) -> int:
    """How many pages the file of a piece fills; Unprintable "unreadable-picture"."""
    try:
        if _ending(piece) == PDF:
            with opened(data) as document:
                return len(document)
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            return int(getattr(image, "n_frames", 1)) if _ending(piece) in SEVERAL else 1
    except _BROKEN as error:
        raise Unprintable("unreadable-picture", caption=piece.title) from error


def always_one_page(piece: Attachment) -> bool:
    """Whether a piece fills one page, whatever its file holds."""
    return _ending(piece) in PICTURES


def pages(piece: Attachment, data: bytes) -> Iterator[bytes]:
    """The pages of a file as JPEG, one after another; Unprintable "unreadable-picture"."""
    make = _of_pdf if _ending(piece) == PDF else _of_picture
    for number in range(page_count(piece, data)):
        try:
            yield make(data, number, piece.turn)
        except _BROKEN as error:
            raise Unprintable("unreadable-picture", caption=piece.title) from error


def _ending(piece: Attachment) -> str:
    return PurePath(piece.file_name).suffix.lower()


def _of_picture(data: bytes, number: int, turn: int) -> bytes:
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        if number:
            image.seek(number)
        image.draft(None, (WIDE, WIDE))  # a JPEG is read at the size that is needed
        upright = ImageOps.exif_transpose(image)
        return _jpeg(straightened(_fitted(_flat(upright), turn)))


def _of_pdf(data: bytes, number: int, turn: int) -> bytes:
    with opened(data) as document:
        page = document[number]
        try:
            width, height = page.get_size()
            scale = min(max(WIDE, HIGH) / max(width, height, 1), 150 / 72 * 2)
            bitmap = page.render(scale=scale, fill_color=(255, 255, 255, 255))
            try:
                image = bitmap.to_pil().convert("RGB")
            finally:
                bitmap.close()
        finally:
            page.close()
    return _jpeg(_fitted(image, turn))


def _flat(image: Image.Image) -> Image.Image:
    """Grey or red, green and blue, what is transparent on white."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I"):  # scanners' sixteen bits a dot
        return image.point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def _fitted(image: Image.Image, turn: int) -> Image.Image:
    if turn % 360:
        image = image.rotate(-turn, expand=True)
    image.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
    return image


def _jpeg(image: Image.Image) -> bytes:
    buffer = BytesIO()
    (image if _coloured(image) else image.convert("L")).save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def _coloured(image: Image.Image) -> bool:
    """Whether a picture says something in colour: a stain, a seal; not merely yellow light."""
    if image.mode == "L":
        return False
    small = image.resize((max(1, image.width // 8), max(1, image.height // 8)), Image.Resampling.BOX)
    red, green, blue = small.split()
    most = [ImageChops.difference(one, other).getextrema()[1] for one, other in ((red, green), (green, blue))]
    return any(isinstance(value, int | float) and value > TINT for value in most)
