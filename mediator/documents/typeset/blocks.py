"""Measures every block of the vocabulary: block → boxes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from mediator.documents import form
from mediator.documents.fonts import BOLD, SONG
from mediator.documents.numerals import chinese
from mediator.documents.typeset.boxes import BODY, HEADING, MM, STYLES, Box, Break, Gap, LinesBox
from mediator.documents.typeset.fields import set_fields
from mediator.documents.typeset.lines import Style, paragraphs, set_lines, spread
from mediator.documents.typeset.shapes import Hollow, PictureBox, RuledBox
from mediator.documents.typeset.signatures import set_signatures
from mediator.documents.typeset.tables import set_table
from mediator.domain.errors import Unprintable

TITLE: Final = Style(BOLD, 22, 34)
ABOVE: Final = Style(SONG, 16, 28)
COVER: Final = Style(BOLD, 36, 60)
COVER_ABOVE: Final = Style(BOLD, 22, 40)
NUMBER: Final = STYLES["table"]


def measure(blocks: Iterable[form.Block], width: float, height: float) -> list[Box]:
    """Measure blocks for a page of text `width` by `height` points."""
    return settle([box for block in blocks for box in boxes(block, width, height)])


def settle(measured: Sequence[Box]) -> list[Box]:
    """Give empty height to the box below it; keep it where the form itself begins a page."""
    result: list[Box] = []
    extra = 0.0
    for box in measured:
        if not isinstance(box, Gap):
            box.gap += extra
            extra = 0.0
            result.append(box)
        elif not result or isinstance(result[-1], (Break, Hollow)):
            result.append(Hollow(box.gap))
        else:
            extra += box.gap
    return result


@singledispatch
def boxes(block: object, width: float, height: float) -> list[Box]:
    """Measure one block."""
    raise TypeError(f"not a block of a paper: {type(block).__name__}")


@boxes.register
def _title(block: form.Title, width: float, height: float) -> list[Box]:
    above, title = (COVER_ABOVE, COVER) if block.cover else (ABOVE, TITLE)
    result: list[Box] = []
    if block.above:
        result.append(LinesBox(set_lines(block.above, above, width, align="center"), above))
    result.append(LinesBox(set_lines(block.text, title, width, align="center"), title))
    for box in result:
        box.glued = [True] * len(box.glued)
    return [*result, Gap(10)]


@boxes.register
def _number(block: form.Number, width: float, height: float) -> list[Box]:
    return [LinesBox(set_lines(block.text, NUMBER, width, align="right"), NUMBER), Gap(8)]


@boxes.register
def _heading(block: form.Heading, width: float, height: float) -> list[Box]:
    box = LinesBox(set_lines(block.text, HEADING, width, align="left"), HEADING, gap=6)
    box.glued = [True] * len(box.glued)
    return [box]


@boxes.register
def _paragraph(block: form.Paragraph, width: float, height: float) -> list[Box]:
    style = STYLES[block.size]
    if block.bold:
        style = replace(style, face=BOLD)
    return [_running(part, style, width, block) for part in _parts(block.text)]


def _running(part: form.Text, style: Style, width: float, block: form.Paragraph) -> LinesBox:
    indent = 2 * style.size if block.indent and block.align in ("left", "justify") else 0.0
    return LinesBox(set_lines(part, style, width, indent=indent, align=block.align), style)


def _parts(text: form.Text) -> list[form.Text]:
    """Cut a text at its line ends, so that each paragraph keeps its own first and last lines together."""
    return [tuple(runs) for runs in paragraphs(text)]


@boxes.register
def _clauses(block: form.Clauses, width: float, height: float) -> list[Box]:
    result: list[Box] = []
    for number, item in enumerate(block.items, block.start):
        rest = item if isinstance(item, tuple) else (item,)
        paragraph = form.Paragraph((clause_number(block.style, number), *rest), size=block.size)
        result.extend(boxes(paragraph, width, height))
    return result


def clause_number(style: str, number: int) -> str:
    """Number a clause as the style shows its first one."""
    return style.replace("一", chinese(number)).replace("1", str(number))


@boxes.register
def _fields(block: form.FieldTable, width: float, height: float) -> list[Box]:
    return [set_fields(block, width), Gap(8)]


@boxes.register
def _table(block: form.TextTable, width: float, height: float) -> list[Box]:
    return [set_table(block, width), Gap(8)]


@boxes.register
def _signatures(block: form.Signatures, width: float, height: float) -> list[Box]:
    return [set_signatures(block, width)]


@boxes.register
def _spacer(block: form.Spacer, width: float, height: float) -> list[Box]:
    return [Gap(block.height * MM)]


@boxes.register
def _break(block: form.PageBreak, width: float, height: float) -> list[Box]:
    return [Break()]


@boxes.register
def _blank(block: form.Blank, width: float, height: float) -> list[Box]:
    style = replace(BODY, leading=28)
    label = spread(f"{block.label}：" if block.label else "", style, (block.chars + 1) * style.size)
    lines = set_lines(block.value, style, width, indent=label.width, align="left")
    empty = set_lines("", style, width)
    return [RuledBox(label, [*lines, *empty * (block.lines - len(lines))], style, width)]


@boxes.register
def _picture(block: form.Picture, width: float, height: float) -> list[Box]:
    caption = set_lines(block.caption, STYLES["small"], width, align="center") if block.caption else []
    room = height - len(caption) * STYLES["small"].leading
    try:
        image = _read(block.data)
    except (OSError, UnidentifiedImageError) as error:
        raise Unprintable("unreadable-picture", caption=block.caption) from error
    across, down = image.getSize()
    scale = min(width / across, room / down, 72 / 96)
    size = (across * scale, down * scale)
    return [PictureBox(image, size, (width - size[0]) / 2, caption)]


def _read(data: bytes) -> ImageReader:
    """Open a picture; printers' colours become those of the screen, the only ones a kept paper may name."""
    with Image.open(BytesIO(data)) as image:
        if image.mode == "CMYK":
            return ImageReader(image.convert("RGB"))
    return ImageReader(BytesIO(data))
