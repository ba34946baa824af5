"""The faces papers are printed with, and which characters they can draw, known without loading a font."""

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final

from mediator.documents.plain import plain
from mediator.domain.errors import Unprintable

SONG: Final = "NotoSerifSC-Regular"
BOLD: Final = "NotoSerifSC-Bold"
HEI: Final = "NotoSansSC-Regular"
RARE: Final = "HanaMinB"
RAREST: Final = "MediatorRareHan"  # what the others lack: extensions G to I, late additions, compatibility

FALLBACKS: Final = {face: (face, RARE, RAREST) for face in (SONG, BOLD, HEI)}


def font_bytes(face: str) -> bytes:
    """Read the TrueType file of a face."""
    return files("resources.fonts").joinpath(f"{face}.ttf").read_bytes()


def missing_glyphs(text: str, face: str = SONG) -> list[str]:
    """List the characters of a text, each once and in order, that would print as an empty box."""
    return [char for char in dict.fromkeys(plain(text)) if char != "\n" and not face_for(char, face)]


def refuse_missing(text: str, face: str = SONG) -> None:
    """Raise Unprintable for the first character of a text that no bundled face can draw."""
    for char in missing_glyphs(text, face):
        raise unprintable(char, text)


def unprintable(char: str, text: str) -> Unprintable:
    """Name the character that cannot be printed, with the words around it."""
    where = max(text.find(char), 0)
    around = text[max(where - 10, 0) : where + 10]
    return Unprintable("missing-glyph", char=char, codepoint=f"U+{ord(char):04X}", text=around)


@cache
def face_for(char: str, face: str = SONG) -> str:
    """Name the face that draws a character when a text is set in the given face, or say nothing."""
    return next((name for name in FALLBACKS[face] if draws(name, char)), "")


def draws(face: str, char: str) -> bool:
    """Tell whether a face has ink (or a rightful blank) for a character."""
    return bisect_right(_edges()[face], ord(char)) % 2 == 1


@cache
def _edges() -> dict[str, list[int]]:
    """Read the coverage table as sorted edges: a code point after an odd number of them is covered."""
    table = files("resources.fonts").joinpath("coverage.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines())
    return {face: list(chain.from_iterable(map(_edge_pair, ranges))) for face, *ranges in rows}


def _edge_pair(span: str) -> tuple[int, int]:
    first, _, last = span.partition("-")
    return int(first, 16), int(last or first, 16) + 1
