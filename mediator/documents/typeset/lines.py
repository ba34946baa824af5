"""Breaks a text into lines by the Chinese rules, with amounts and numbers kept whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mediator.documents.fonts import BOLD, refuse_missing
from mediator.documents.form import Run, Text
from mediator.documents.plain import one_line, plain
from mediator.documents.typeset.faces import glyph

# 避头尾, as the Chinese rules for horizontal setting have it.
NEVER_FIRST: Final = frozenset("，。、；：！？）》」』】〕〉］｝”’…—～·％‰℃°,.;:!?)]}%〃々")
NEVER_LAST: Final = frozenset("（《「『【〔〈［｛“‘￥¥＄$№([{")
_WHOLE: Final = re.compile(r"[￥¥$]?[\x21-\x7e\u00a1-\u024f]+(?:(?<=\d)(?:[万亿]?元|[角分％‰℃]))?")
_PAIR: Final = frozenset(("……", "——"))
STRETCH: Final = 0.25  # the widest gap, in ems, that filling a line may open between two characters


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: face, size and distance of lines in points."""

    face: str
    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one face on one line, `x` points from its start."""

    x: float
    text: str
    face: str
    width: float
    gap: float  # extra space after each character
    underline: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: where it begins and what it holds."""

    segments: tuple[Segment, ...]
    width: float
    text: str


@dataclass(slots=True)
class _Shaped:
    """A text measured: for each character its face, width, underline, and whether a line may begin there."""

    chars: str
    faces: list[str]
    widths: list[float]
    underlined: list[bool]
    whole: list[int]  # number of the Latin or digit run the character belongs to, or -1
    breaks: list[bool]


def pieces(text: Text) -> Iterator[Run]:
    """Give the runs of a text, cleaned."""
    for part in (text,) if isinstance(text, str) else text:
        run = part if isinstance(part, Run) else Run(part)
        yield Run(plain(run.text), run.bold, run.underline)


def paragraphs(text: Text) -> list[list[Run]]:
    """Cut a text at its line ends; empty lines at its end, which nobody sees while typing, are left out."""
    result: list[list[Run]] = [[]]
    for run in pieces(text):
        first, *more = run.text.split("\n")
        result[-1].append(Run(first, run.bold, run.underline))
        result.extend([Run(part, run.bold, run.underline)] for part in more)
    while len(result) > 1 and not any(run.text for run in result[-1]):
        result.pop()
    return result


def text_width(text: str, style: Style) -> float:
    """Measure a text on one line."""
    refuse_missing(text, style.face)
    return sum(glyph(char, style.face)[1] for char in text) * style.size


def longest_whole(text: Text, style: Style) -> float:
    """Measure the widest amount, number or word of a text, which a line should hold whole."""
    runs = (run.text for part in paragraphs(text) for run in part)
    return max((text_width(found, style) for run in runs for found in _WHOLE.findall(run)), default=0.0)


def set_lines(
    text: Text, style: Style, width: float, *, indent: float = 0, align: str = "justify"
) -> list[Line]:
    """Set a text in lines of at most `width` points; the first line of each paragraph begins at `indent`."""
    return [
        line
        for runs in paragraphs(text)
        for line in _paragraph(_shape(runs, style, width - indent), style, width, indent, align)
    ]


def spread(text: str, style: Style, width: float) -> Line:
    """Set a label on one line, its characters spaced out to a width; the mark at its end stays close."""
    text = one_line(text)
    natural = text_width(text, style)
    open_places = len(text) - 2
    gap = max((width - natural) / open_places, 0.0) if open_places > 0 else 0.0
    faces = [glyph(char, style.face) for char in text]
    segments: list[Segment] = []
    x = 0.0
    for i, (char, (face, share)) in enumerate(zip(text, faces, strict=True)):
        segments.append(Segment(x, char, face, share * style.size, 0.0, underline=False))
        x += share * style.size + (gap if i < open_places else 0.0)
    return Line(tuple(segments), x, text)


def _shape(runs: list[Run], style: Style, longest: float) -> _Shaped:
    chars = "".join(run.text for run in runs)
    faces: list[str] = []
    widths: list[float] = []
    underlined: list[bool] = []
    for run in runs:
        face = BOLD if run.bold else style.face
        refuse_missing(run.text, face)
        for char in run.text:
            name, share = glyph(char, face)
            faces.append(name)
            widths.append(share * style.size)
            underlined.append(run.underline)
    whole = _wholes(chars, widths, longest)
    breaks = [i > 0 and _may_break(chars, whole, i) for i in range(len(chars))]
    return _Shaped(chars, faces, widths, underlined, whole, breaks)


def _wholes(chars: str, widths: list[float], longest: float) -> list[int]:
    whole = [-1] * len(chars)
    for number, found in enumerate(_WHOLE.finditer(chars)):
        start, end = found.span()
        # What no line can hold is cut rather than left to stick out of the paper.
        if sum(widths[start:end]) <= longest:
            whole[start:end] = [number] * (end - start)
    return whole


def _may_break(chars: str, whole: list[int], i: int) -> bool:
    before, after = chars[i - 1], chars[i]
    if after == " ":
        return False
    if whole[i] >= 0 and whole[i] == whole[i - 1]:
        return False
    return not (before in NEVER_LAST or after in NEVER_FIRST or before + after in _PAIR)


def _paragraph(shaped: _Shaped, style: Style, width: float, indent: float, align: str) -> Iterator[Line]:
    start, offset, total = 0, indent, len(shaped.chars)
    while True:
        end = _line_end(shaped, start, width - offset)
        yield _line(shaped, start, end, style, (offset, width, align if end < total else _last(align)))
        start, offset = end, 0
        while start < total and shaped.chars[start] == " ":
            start += 1
        if start >= total:
            return


def _last(align: str) -> str:
    return "left" if align == "justify" else align


def _line_end(shaped: _Shaped, start: int, room: float) -> int:
    used = 0.0
    for i in range(start, len(shaped.chars)):
        used += shaped.widths[i]
        if used > room + 0.001 and shaped.chars[i] != " ":
            return _last_break(shaped, start, i)
    return len(shaped.chars)


def _last_break(shaped: _Shaped, start: int, end: int) -> int:
    """Find the best place to end a line: where the rules allow, else beside a whole run, else anywhere."""
    whole = shaped.whole
    allowed = (b for b in range(end, start, -1) if shaped.breaks[b])
    beside = (b for b in range(end, start, -1) if whole[b] < 0 or whole[b] != whole[b - 1])
    return next(allowed, 0) or next(beside, 0) or max(end, start + 1)


def _line(shaped: _Shaped, start: int, end: int, style: Style, place: tuple[float, float, str]) -> Line:
    offset, width, align = place
    stop = end
    while stop > start and shaped.chars[stop - 1] == " " and not shaped.underlined[stop - 1]:
        stop -= 1
    natural = sum(shaped.widths[start:stop])
    spare = width - offset - natural
    gaps = _gap_places(shaped, start, stop)
    gap = spare / len(gaps) if align == "justify" and gaps else 0.0
    if gap > STRETCH * style.size:
        gap = 0.0
    x = offset + {"right": spare, "center": spare / 2}.get(align, 0.0)
    segments = tuple(_segments(shaped, (start, stop), x, gap, gaps))
    return Line(segments, x + natural + gap * len(gaps), shaped.chars[start:stop])


def _gap_places(shaped: _Shaped, start: int, stop: int) -> frozenset[int]:
    """Say after which characters a line may be stretched: between any two that are not of one whole run."""
    whole = shaped.whole
    return frozenset(i for i in range(start, stop - 1) if whole[i] < 0 or whole[i] != whole[i + 1])


def _segments(
    shaped: _Shaped, span: tuple[int, int], x: float, gap: float, gaps: frozenset[int]
) -> Iterator[Segment]:
    start, stop = span

    def kind(i: int) -> tuple[str, bool, int]:
        return shaped.faces[i], shaped.underlined[i], shaped.whole[i]

    for (face, underline, whole), group in groupby(range(start, stop), kind):
        places = list(group)
        text = shaped.chars[places[0] : places[-1] + 1]
        opened = gap * sum(i in gaps for i in places)
        width = sum(shaped.widths[i] for i in places) + opened
        yield Segment(x, text, face, width, 0.0 if whole >= 0 else gap, underline)
        x += width
