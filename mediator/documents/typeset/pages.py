"""Fills pages with boxes: what is glued stays together, what is longer than a page goes on over the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from mediator.documents.typeset.boxes import Box, Break

KEEP: Final = 2  # bands of text that stay with signatures


@dataclass(frozen=True, slots=True)
class Band:
    """One band of one box."""

    box: Box
    index: int


@dataclass(slots=True)
class Placed:
    """The bands of one box that stand on one page, `top` points below the upper edge of its text."""

    box: Box
    first: int
    stop: int
    top: float


@dataclass(slots=True)
class Page:
    """A page being filled."""

    height: float
    used: float = 0.0
    placed: list[Placed] = field(default_factory=list)

    def need(self, bands: Sequence[Band]) -> float:
        """Say how much height the bands would take here."""
        last: Box | None = self.placed[-1].box if self.placed else None
        total, empty = 0.0, not self.placed
        for band in bands:
            if band.box is not last:
                total += (0.0 if empty else band.box.gap) + band.box.lead(band.index)
            total += band.box.heights[band.index]
            last, empty = band.box, False
        return total

    def fits(self, bands: Sequence[Band]) -> bool:
        """Tell whether the bands have room here."""
        return self.used + self.need(bands) <= self.height + 0.01

    def add(self, bands: Sequence[Band]) -> None:
        """Put the bands below what is already here."""
        for band in bands:
            need = self.need([band])
            if self.placed and self.placed[-1].box is band.box:
                self.placed[-1].stop += 1
            else:
                gap = band.box.gap if self.placed else 0.0
                self.placed.append(Placed(band.box, band.index, band.index + 1, self.used + gap))
            self.used += need


def fill(boxes: Sequence[Box], height: float) -> list[Page]:
    """Distribute boxes over as many pages of the given height as they need."""
    pages = [Page(height)]
    for chunk in _chunks(boxes):
        if chunk is None:
            if pages[-1].placed:
                pages.append(Page(height))
        elif pages[-1].fits(chunk):
            pages[-1].add(chunk)
        elif pages[-1].placed and Page(height).fits(chunk):
            pages.append(Page(height))
            pages[-1].add(chunk)
        else:
            _spread(chunk, pages, height)
    if len(pages) > 1 and not pages[-1].placed:
        pages.pop()
    return pages


def _spread(chunk: Sequence[Band], pages: list[Page], height: float) -> None:
    """Place what is glued but taller than a page, band by band."""
    for band in chunk:
        if pages[-1].placed and not pages[-1].fits([band]):
            pages.append(Page(height))
        pages[-1].add([band])


def _chunks(boxes: Sequence[Box]) -> Iterator[list[Band] | None]:
    """Give the bands that belong on one page together, and None for the end of a page."""
    chunk: list[Band] = []
    for box in cling(boxes):
        if isinstance(box, Break):
            if chunk:
                yield chunk
            yield None
            chunk = []
        for index in range(len(box.heights)):
            chunk.append(Band(box, index))
            if not box.glued[index]:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


def cling(boxes: Sequence[Box]) -> Sequence[Box]:
    """Tie signatures to the last lines before them, so that they never stand alone on a page."""
    for number, box in enumerate(boxes):
        if box.clings:
            _tie(boxes[:number])
    return boxes


def _tie(before: Sequence[Box]) -> None:
    kept = 0
    for box in reversed(before):
        if isinstance(box, Break):
            return
        for index in reversed(range(len(box.heights))):
            if kept == KEEP:
                return
            box.glued[index] = True
            kept += box.inked(index)
