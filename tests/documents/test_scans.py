"""Scans and photographs on their way to paper: upright, straight, small, always the same, never fatal."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFilter

from mediator.documents.deskew import skew
from mediator.documents.form import Paper, Paragraph
from mediator.documents.pdf import write_pdf
from mediator.documents.scans import HIGH, WIDE, page_count, pages, printable
from mediator.domain.attachment import Attachment
from mediator.domain.errors import Unprintable

ORIENTATION = 0x112
RED, BLUE = (200, 30, 30), (30, 30, 200)


def piece(name: str = "照片.jpg", turn: int = 0) -> Attachment:
    return Attachment(id=1, ordinal=1, title="材料", file_name=name, sha256="0" * 64, turn=turn)


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def two_colours(size: tuple[int, int] = (300, 200)) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, size[1] // 2, size[0], size[1]))
    return image


def written_page(angle: float, size: tuple[int, int] = (900, 1200)) -> Image.Image:
    """Rows of short strokes like a page of writing, turned counter-clockwise on a table."""
    image = Image.new("L", size, 235)
    draw = ImageDraw.Draw(image)
    for row in range(24):
        for column in range(26 + row % 3):
            x, y = 110 + column * 24, 120 + row * 40
            draw.rectangle((x, y, x + 16, y + 18), fill=40)
            draw.rectangle((x + 5, y + 5, x + 11, y + 13), fill=235)
    turned = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=110)
    return turned.filter(ImageFilter.GaussianBlur(0.6))


def only(name: str, data: bytes, turn: int = 0) -> Image.Image:
    (page,) = pages(piece(name, turn), data)
    return Image.open(BytesIO(page))


def near(colour: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - two) < 40 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("name", ["a.jpg", "A.JPEG", "b.png", "c.PDF", "d.tiff", "e.bmp", "f.webp"])
def test_what_can_be_put_on_paper(name: str):
    assert printable(piece(name))


@pytest.mark.parametrize("name", ["a.docx", "b.mp4", "c.heic", "d", "pdf", "e.jpg.exe", ""])
def test_what_is_only_named(name: str):
    assert not printable(piece(name))
    assert not printable(piece("a.jpg").model_copy(update={"sha256": ""}))


@pytest.mark.parametrize(("orientation", "red"), [(1, "above"), (3, "below"), (6, "right"), (8, "left")])
def test_a_phone_held_any_way_stands_upright(orientation: int, red: str):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    image = only("a.jpg", saved(two_colours(), exif=exif, quality=95))
    width, height = image.size
    spots = {
        "above": (width // 2, 5),
        "below": (width // 2, height - 5),
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
    }
    assert near(image.getpixel(spots[red]), RED)


def test_a_picture_is_turned_clockwise_as_the_desk_says():
    image = only("a.png", saved(two_colours(), "PNG"), turn=90)
    assert image.size == (200, 300)
    assert near(image.getpixel((195, 150)), RED) and near(image.getpixel((5, 150)), BLUE)


@pytest.mark.parametrize("angle", [-4.0, -1.4, 1.0, 2.6, 5.0])
def test_a_page_photographed_askew_is_straightened(angle: float):
    assert skew(written_page(angle)) == pytest.approx(-angle, abs=0.4)


@pytest.mark.parametrize("image", [written_page(0), two_colours(), Image.new("RGB", (50, 50), "white")])
def test_what_is_straight_or_no_writing_stays_as_it_is(image: Image.Image):
    assert skew(image) == 0


def test_a_page_already_straightened_needs_no_more():
    page = only("a.png", saved(written_page(3), "PNG"))
    assert skew(page) == 0 and skew(written_page(3)) != 0


def test_a_large_photograph_becomes_as_large_as_paper_shows():
    data = saved(two_colours((4000, 3000)), quality=95)
    (page,) = pages(piece(), data)
    image = Image.open(BytesIO(page))
    assert image.width == WIDE and image.height <= HIGH
    assert list(pages(piece(), data)) == [page]


def test_colour_stays_where_there_is_some_and_only_there():
    assert only("a.png", saved(two_colours(), "PNG")).mode == "RGB"
    yellowish = Image.merge("RGB", [Image.new("L", (80, 80), value) for value in (200, 196, 188)])
    assert only("a.png", saved(yellowish, "PNG")).mode == "L"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_of_storing_a_picture_is_read(mode: str):
    image = Image.new(mode, (40, 40)) if mode == "I;16" else two_colours((40, 40)).convert(mode)
    assert only("a.png", saved(image, "PNG")).size == (40, 40)


def test_what_is_transparent_is_white_paper():
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert only("a.png", saved(image, "PNG")).getpixel((20, 20)) > 250


def test_printers_colours_become_those_of_the_screen():
    assert only("a.jpg", saved(two_colours().convert("CMYK"))).mode == "RGB"


def test_every_page_of_a_scanner_s_file_is_a_page():
    sheets = [Image.new("L", (60, 80), shade) for shade in (10, 120, 240)]
    data = saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])
    made = [Image.open(BytesIO(page)) for page in pages(piece("a.tif"), data)]
    assert page_count(piece("a.tif"), data) == 3
    assert [
        abs(image.getpixel((30, 40)) - shade) < 6 for image, shade in zip(made, (10, 120, 240), strict=True)
    ]


def test_a_pdf_is_put_on_paper_page_by_page():
    data = write_pdf([Paper("甲", (Paragraph("第一份。"),)), Paper("乙", (Paragraph("第二份。"),))])
    made = [Image.open(BytesIO(page)) for page in pages(piece("a.pdf"), data)]
    assert page_count(piece("a.pdf"), data) == len(made) == 2
    assert all(image.mode == "L" and image.height > 1400 for image in made)
    (turned, _) = (Image.open(BytesIO(page)) for page in pages(piece("a.pdf", 90), data))
    assert turned.width > turned.height


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.pdf"])
@pytest.mark.parametrize("data", [b"", b"no picture", b"%PDF-1.7\n%%EOF", saved(two_colours())[:900]])
def test_a_broken_file_is_refused_by_its_name(name: str, data: bytes):
    with pytest.raises(Unprintable) as refused:
        list(pages(piece(name), data))
    assert (refused.value.code, refused.value.values["caption"]) == ("unreadable-picture", "材料")


def test_a_picture_named_otherwise_is_read_by_what_it_is():
    assert only("a.png", saved(two_colours())).size == (300, 200)
