"""Boxes that are not plain lines: empty height, rules to write on, pictures."""

from collections.abc import Sequence

from reportlab.lib.utils import ImageReader

from mediator.documents.typeset.boxes import STYLES, Box, LinesBox, Pen
from mediator.documents.typeset.lines import Line, Style


class Hollow(Box):
    """Empty height at the top of a page, where a form wants it, such as above the name on a cover."""

    def __init__(self, height: float) -> None:
        super().__init__([height])
        self.glued = [True]

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Leave the paper as it is."""


class RuledBox(LinesBox):
    """Lines over rules: a value written in, or room to write."""

    def __init__(self, label: Line, lines: Sequence[Line], style: Style, width: float) -> None:
        super().__init__(lines, style)
        self.label = label
        self.width = width

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Draw the lines, each over its rule; the first rule begins behind the label."""
        if first == 0:
            pen.line(self.label, self.style, 0, top)
        super().draw(pen, top, first, stop)
        for i in range(first, stop):
            foot = top - (i - first + 1) * self.style.leading + 2.5
            pen.rule(0 if i else self.label.width, foot, self.width)


class PictureBox(Box):
    """A picture with a line below it."""

    def __init__(
        self, image: ImageReader, size: tuple[float, float], x: float, caption: Sequence[Line]
    ) -> None:
        style = STYLES["small"]
        super().__init__([size[1], *[style.leading] * len(caption)], gap=6)
        self.image, self.size, self.x = image, size, x
        self.caption, self.style = caption, style
        self.hold_together()

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Draw the picture, then its line."""
        for band in range(first, stop):
            if band:
                pen.line(self.caption[band - 1], self.style, 0, top)
            else:
                pen.canvas.drawImage(
                    self.image, pen.left + self.x, top - self.size[1], *self.size, mask="auto"
                )
            top -= self.heights[band]
