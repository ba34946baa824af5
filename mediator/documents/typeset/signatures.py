"""The places to sign: wide enough for pen and fingerprint, seals with room around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mediator.documents.form import Place, Signatures
from mediator.documents.typeset.boxes import BODY, GREY, MM, STYLES, Box, Pen
from mediator.documents.typeset.lines import Line, set_lines

CAPTION: Final = STYLES["table"]
HINT: Final = STYLES["fine"]
GUTTER: Final = 8 * MM
SIGN_HEIGHT: Final = {False: 18 * MM, True: 15 * MM}  # by whether the places stand close
SEAL_HEIGHT: Final = {False: 28 * MM, True: 18 * MM}  # a round seal, 42 mm, covers the caption and the date
ROW_GAP: Final = {False: 4 * MM, True: 2 * MM}
MOST: Final = {"person": 3, "seal": 2}  # places side by side


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on the paper: what stands above it, and the empty height below."""

    caption: tuple[Line, ...]
    hint: tuple[Line, ...]
    empty: float
    width: float
    ruled: bool

    @property
    def head(self) -> float:
        """The height of the words above the empty space."""
        return len(self.caption) * CAPTION.leading + len(self.hint) * HINT.leading


class SignatureBox(Box):
    """Rows of places, and the date below."""

    def __init__(
        self, rows: Sequence[Sequence[Spot]], width: float, pitch: Sequence[float], date: str, gap: float
    ) -> None:
        lines = set_lines(date, BODY, width, align="right") if date else []
        heights = [max(spot.head + spot.empty for spot in row) + gap for row in rows]
        super().__init__([*heights, *[BODY.leading] * len(lines)], gap=BODY.leading * 0.7)
        self.rows = rows
        self.pitch = pitch
        self.lines = lines
        self.clings = True
        self.hold_together()

    def draw(self, pen: Pen, top: float, first: int, stop: int) -> None:
        """Draw the rows of places, then the date."""
        for band in range(first, stop):
            if band < len(self.rows):
                self._draw_row(pen, top, self.rows[band], self.pitch[band])
            else:
                pen.line(self.lines[band - len(self.rows)], BODY, 0, top)
            top -= self.heights[band]

    def _draw_row(self, pen: Pen, top: float, row: Sequence[Spot], pitch: float) -> None:
        foot = top - max((spot.head + spot.empty for spot in row if spot.ruled), default=0.0)
        for place, spot in enumerate(row):
            # A seal stands at the right, over the date, as on every official paper.
            seals_after = len(row) - place - 1
            right = pen.width - spot.width - seals_after * (pitch + GUTTER)
            x, y = place * (pitch + GUTTER) if spot.ruled else right, top
            for line in spot.caption:
                pen.line(line, CAPTION, x, y)
                y -= CAPTION.leading
            for line in spot.hint:
                pen.line(line, HINT, x, y, GREY)
                y -= HINT.leading
            if spot.ruled:
                pen.rule(x, foot, x + pitch)


def set_signatures(block: Signatures, width: float) -> SignatureBox:
    """Measure the places to sign, persons before and seals after as the form lists them."""
    rows: list[list[Spot]] = []
    pitch: list[float] = []
    sealed = any(place.kind == "seal" for place in block.places)
    for kind, group in groupby(block.places, lambda place: place.kind):
        signers = [(place, name) for place in group for name in place.names or ("",)]
        # A seal at the right of the last signers, where they leave it room, keeps a form to its page.
        if kind == "seal" and len(signers) == 1 and rows and len(rows[-1]) < MOST["person"]:
            room = width - len(rows[-1]) * (pitch[-1] + GUTTER)
            rows[-1].append(_spot(*signers[0], min(room, width / 2), block.close))
            continue
        each = MOST[kind] if len(signers) != 4 or sealed else 2
        share = (width - (each - 1) * GUTTER) / each
        spots = [_spot(place, name, share, block.close) for place, name in signers]
        chunks = [spots[i : i + each] for i in range(0, len(spots), each)]
        rows.extend(chunks)
        pitch.extend([share] * len(chunks))
    return SignatureBox(rows, width, pitch, block.date, ROW_GAP[block.close])


def _spot(place: Place, name: str, width: float, close: bool) -> Spot:
    caption = f"{place.label}：{name}" if name else place.label
    hint = set_lines(place.hint, HINT, width, align="left") if place.hint else []
    person = place.kind == "person"
    return Spot(
        tuple(set_lines(caption, CAPTION, width, align="left")),
        tuple(hint),
        (SIGN_HEIGHT if person else SEAL_HEIGHT)[close],
        width,
        ruled=person,
    )
