"""What a page is filled with: boxes of bands, and the pen that draws them."""

from collections.abc import Sequence
from typing import Any, Final

from mediator.documents.fonts import BOLD, SONG
from mediator.documents.form import Size
from mediator.documents.typeset.faces import load
from mediator.documents.typeset.lines import Line, Style

MM: Final = 72 / 25.4
GREY: Final = 0.35

# 四号 for the text people sign, 小四 in tables, 五号 and 小五 where a table is wide.
BODY: Final = Style(SONG, 14, 25)
STYLES: Final[dict[Size, Style]] = {
    "body": BODY,
    "table": Style(SONG, 12, 19),
    "small": Style(SONG, 10.5, 16),
    "fine": Style(SONG, 9, 13.5),
}
HEADING: Final = Style(BOLD, 14, 26)


class Box:
    """A block measured for a width: bands from top to bottom, between which a page may end unless glued."""

    def __init__(self, heights: Sequence[float], *, gap: float = 0) -> None:
        self.heights = list(heights)
        self.glued = [False] * len(self.heights)  # no page ends after this band
        self.gap = gap  # empty height before, dropped at the top of a page
        self.clings = False  # stays with the text before it

    def inked(self, band: int) -> bool:
        """Tell whether a band has something on it."""
        return True

    def lead(self, first: int) -> float:
        """Say how much height the box draws above band `first` when a page begins there."""
        return 0.0

    def draw(self, pen: "Pen", top: float, first: int, stop: int) -> None:
        """Draw the bands from `first` up to `stop` that came to stand on one page, downwards from `top`."""
        raise NotImplementedError

    def hold_together(self) -> None:
        """Let no page end inside the box."""
        self.glued[:-1] = [True] * (len(self.glued) - 1)

    def hold_ends(self) -> None:
        """Leave no first or last band of the box alone on a page."""
        if len(self.glued) > 1:
            self.glued[0] = self.glued[-2] = True


class LinesBox(Box):
    """Set lines under each other."""

    def __init__(self, lines: Sequence[Line], style: Style, *, gap: float = 0) -> None:
        super().__init__([style.leading] * len(lines), gap=gap)
        self.lines = lines
        self.style = style
        self.hold_ends()

    def inked(self, band: int) -> bool:
        """A line is inked when it has words."""
        return bool(self.lines[band].text)

    def draw(self, pen: "Pen", top: float, first: int, stop: int) -> None:
        """Draw the lines at the left edge of the page's text."""
        for i in range(first, stop):
            pen.line(self.lines[i], self.style, 0, top - (i - first) * self.style.leading)


class Gap(Box):
    """Empty height that vanishes at the top of a page."""

    def __init__(self, height: float) -> None:
        super().__init__([], gap=height)


class Break(Box):
    """The end of a page."""

    def __init__(self) -> None:
        super().__init__([])


class Pen:
    """Draws on a canvas; x counts from the left edge of the text, y upwards from the foot of the page."""

    def __init__(self, canvas: Any, left: float, width: float) -> None:
        self.canvas = canvas
        self.left = left
        self.width = width

    def line(self, line: Line, style: Style, x: float, top: float, grey: float = 0.0) -> None:
        """Draw a set line in the strip of the style's leading below `top`."""
        base = top - style.leading / 2 - style.size * 0.38
        text = self.canvas.beginText()
        text.setFillGray(grey)
        for part in line.segments:
            load(part.face)
            text.setTextOrigin(self.left + x + part.x, base)
            text.setFont(part.face, style.size)
            text.setCharSpace(part.gap)
            text.textOut(part.text)
            if part.underline:
                self.rule(x + part.x, base - style.size * 0.2, x + part.x + part.width, width=0.6)
        text.setCharSpace(0)
        self.canvas.drawText(text)

    def rule(self, x: float, y: float, until: float, *, width: float = 0.5, grey: float = 0.0) -> None:
        """Draw a level rule."""
        self._stroke(x, y, until, y, width, grey)

    def frame(self, x: float, top: float, width: float, height: float, *, stroke: float = 0.5) -> None:
        """Draw a frame below `top`."""
        self.canvas.setLineWidth(stroke)
        self.canvas.setStrokeGray(0)
        self.canvas.rect(self.left + x, top - height, width, height)

    def _stroke(self, x: float, y: float, x2: float, y2: float, width: float, grey: float) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeGray(grey)
        self.canvas.line(self.left + x, y, self.left + x2, y2)
