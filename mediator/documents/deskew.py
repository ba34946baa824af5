"""Finds by how little a photographed page stands askew: lines of writing are level where rows differ most."""

from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter

SMALL: Final = 600  # pixels of the longer side that is looked at
MOST: Final = 6.0  # degrees; what stands more askew was meant so
LEAST: Final = 0.3
INK: Final = (0.004, 0.3)  # share of a page that is written on
DARKER: Final = 14  # than what is around it: ink, whatever the light
FEWEST: Final = 5  # lines of writing
CLEARER: Final = 1.25  # times as level as before, else the picture stays as it is


def straightened(image: Image.Image) -> Image.Image:
    """The same picture with its lines level; one without lines of writing as it is."""
    angle = skew(image)
    if not angle:
        return image
    white = 255 if image.mode == "L" else (255, 255, 255)
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=white)


def skew(image: Image.Image) -> float:
    """Degrees counter-clockwise by which a page is to be turned to be straight; 0.0 where nothing tells."""
    ink = _ink(image)
    share = ink.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    if not isinstance(share, float) or not INK[0] < share / 255 < INK[1]:
        return 0.0
    before = _level(ink, 0.0)
    coarse = max((float(step) for step in range(-int(MOST), int(MOST) + 1)), key=lambda a: _level(ink, a))
    best = max((coarse + step / 5 for step in range(-4, 5)), key=lambda angle: _level(ink, angle))
    clear = abs(best) >= LEAST and _level(ink, best) > CLEARER * before and _lines(ink, best) >= FEWEST
    return round(best, 1) if clear else 0.0


def _ink(image: Image.Image) -> Image.Image:
    """What is darker than its surroundings, 255.0 or 0.0, in small."""
    small = image.convert("L")
    small.thumbnail((SMALL, SMALL), Image.Resampling.BOX)
    around = small.filter(ImageFilter.BoxBlur(12))
    return ImageChops.subtract(around, small).point(lambda value: 255 * (value > DARKER)).convert("F")


def _level(ink: Image.Image, angle: float) -> float:
    """How much neighbouring rows differ when the picture is turned."""
    return sum((upper - lower) ** 2 for upper, lower in pairwise(_rows(ink, angle)))


def _lines(ink: Image.Image, angle: float) -> int:
    """How many lines of writing the rows show: an edge in a view of a room shows one or two."""
    rows = _rows(ink, angle)
    middle = max(rows) / 3
    return sum(upper <= middle < lower for upper, lower in pairwise(rows))


def _rows(ink: Image.Image, angle: float) -> list[float]:
    turned = ink.rotate(angle, Image.Resampling.NEAREST) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return [float(value) for value in memoryview(rows).cast("f")]
