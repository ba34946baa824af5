"""The only writer of PDF bytes: papers on pages, fonts inside, fit to be kept, the same bytes every time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from threading import RLock
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from mediator.documents.archival import archival
from mediator.documents.closer import closer
from mediator.documents.fonts import SONG
from mediator.documents.form import Paper
from mediator.documents.plain import one_line
from mediator.documents.typeset.blocks import measure
from mediator.documents.typeset.boxes import GREY, MM, STYLES, Pen
from mediator.documents.typeset.faces import load
from mediator.documents.typeset.lines import Line, set_lines
from mediator.documents.typeset.pages import Page, fill
from mediator.domain.errors import Unprintable

PRODUCER: Final = "调解工作台"
FOOTER: Final = "第 {page} 页 共 {pages} 页"
SHORT, LONG = 210 * MM, 297 * MM
FOOT: Final = 13 * MM  # height of the page number above the edge of the paper

# One font must not serve two documents at once, reportlab says.
_ONE_AT_A_TIME: Final = RLock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper with its margins in points; the wide margin is the one that is bound."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width of a line of text."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text on a page."""
        return self.height - self.top - self.bottom

    def closer(self) -> "Sheet":
        """The same sheet with more of its height for text."""
        return replace(self, top=CLOSEST, bottom=CLOSEST)


CLOSEST: Final = 20 * MM  # the least margin above and below
PORTRAIT: Final = Sheet(SHORT, LONG, left=28 * MM, right=22 * MM, top=25 * MM, bottom=24 * MM)
SCAN: Final = Sheet(SHORT, LONG, left=25 * MM, right=10 * MM, top=12 * MM, bottom=18 * MM)
LANDSCAPE: Final = Sheet(LONG, SHORT, left=20 * MM, right=20 * MM, top=28 * MM, bottom=22 * MM)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A paper on its pages, ready to be drawn."""

    paper: Paper
    sheet: Sheet
    pages: list[Page]
    header: list[Line]


def lay_out(paper: Paper) -> LaidOut:
    """Set a paper on pages, one size closer where that saves a page.

    Raises Unprintable when a character has no glyph, before anything is drawn.
    """
    sheet = SCAN if paper.scan else LANDSCAPE if paper.landscape else PORTRAIT
    laid = _laid(paper, sheet)
    if len(laid.pages) == 1 or paper.scan:
        return laid
    tight = _laid(closer(paper), sheet.closer(), gaps=0.5)
    return tight if len(tight.pages) < len(laid.pages) else laid


def _laid(paper: Paper, sheet: Sheet, gaps: float = 1.0) -> LaidOut:
    with _ONE_AT_A_TIME:
        boxes = measure(paper.blocks, sheet.text_width, sheet.text_height)
        for box in boxes:
            box.gap *= gaps
        name = one_line(f"{paper.title}　{paper.number}".strip())
        # A scan says below each picture what it is; above it there is no room.
        header = [] if paper.scan else set_lines(name, STYLES["fine"], sheet.text_width, align="right")
        return LaidOut(paper, sheet, fill(boxes, sheet.text_height), header)


def page_counts(papers: Sequence[Paper]) -> list[int]:
    """Say how many pages each paper takes."""
    return [len(lay_out(paper).pages) for paper in papers]


def write_pdf(
    papers: Sequence[Paper], *, footer: str = FOOTER, through: bool = False, front: int = 0, title: str = ""
) -> bytes:
    """Write papers one after another as one PDF.

    Each paper counts its own pages; with `through` one count runs through all of them. The first `front`
    papers, such as cover and contents, are not counted and carry no page number. `footer` may use {page}
    and {pages}.
    """
    return draw(
        [lay_out(paper) for paper in papers], footer=footer, through=through, front=front, title=title
    )


def draw(
    papers: Sequence[LaidOut], *, footer: str = FOOTER, through: bool = False, front: int = 0, title: str = ""
) -> bytes:
    """Draw papers that are laid out; the numbering is that of `write_pdf`."""
    if not papers:
        raise Unprintable("nothing-to-print")
    with _ONE_AT_A_TIME:
        feet = [
            set_lines(text, STYLES["small"], laid.sheet.text_width, align="center")
            for laid, text in _footers(papers, footer, through, front)
        ]
        return _bytes(papers, iter(feet), title or papers[0].paper.title)


def _footers(
    papers: Sequence[LaidOut], footer: str, through: bool, front: int
) -> Iterator[tuple[LaidOut, str]]:
    whole = sum(len(laid.pages) for laid in papers[front:])
    before = 0
    for number, laid in enumerate(papers):
        pages = whole if through else len(laid.pages)
        for page in range(1, len(laid.pages) + 1):
            yield laid, footer.format(page=before + page, pages=pages) if number >= front else ""
        if through and number >= front:
            before += len(laid.pages)


def _bytes(papers: Sequence[LaidOut], feet: Iterator[list[Line]], title: str) -> bytes:
    load(SONG)
    rl_config.useA85 = 0  # plain streams: a fifth faster and smaller
    buffer = BytesIO()
    # The initial font keeps reportlab from naming Helvetica, which no file carries, on every page.
    canvas = Canvas(buffer, pageCompression=1, invariant=1, initialFontName=SONG, lang="zh-CN")
    for number, laid in enumerate(papers):
        for page in range(len(laid.pages)):
            canvas.setPageSize((laid.sheet.width, laid.sheet.height))
            if not page and len(papers) > 1:
                _mark(canvas, laid, number)
            _page(canvas, laid, page, next(feet))
            canvas.showPage()
    canvas.save()
    author = one_line(papers[0].paper.office)
    return archival(buffer.getvalue(), title=one_line(title), author=author, producer=PRODUCER)


def _mark(canvas: Any, laid: LaidOut, number: int) -> None:
    key = f"paper{number}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(one_line(laid.paper.title), key)


def _page(canvas: Any, laid: LaidOut, number: int, foot: list[Line]) -> None:
    sheet = laid.sheet
    pen = Pen(canvas, sheet.left, sheet.text_width)
    edge = sheet.height - sheet.top
    for placed in laid.pages[number].placed:
        placed.box.draw(pen, edge - placed.top, placed.first, placed.stop)
    if number and laid.header:
        _header(pen, laid, edge)
    for line in foot:
        pen.line(line, STYLES["small"], 0, FOOT + STYLES["small"].leading / 2)


def _header(pen: Pen, laid: LaidOut, edge: float) -> None:
    """Tell on every following page which paper it belongs to."""
    style = STYLES["fine"]
    top = edge + 5 * MM + style.leading * len(laid.header)
    for i, line in enumerate(laid.header):
        pen.line(line, style, 0, top - i * style.leading, GREY)
    pen.rule(0, edge + 4 * MM, pen.width, width=0.4, grey=GREY)
