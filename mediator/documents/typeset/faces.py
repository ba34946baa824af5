"""The bundled faces as reportlab fonts, loaded on first use and with two of its defects mended."""

from functools import cache
from io import BytesIO
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from mediator.documents.fonts import face_for, font_bytes, unprintable

HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
)
TAIL: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class Face(TTFont):  # type: ignore[misc]
    """A TrueType font whose rare characters can be copied and searched, and whose widths agree."""

    def __init__(self, name: str) -> None:
        super().__init__(name, BytesIO(font_bytes(name)))
        self._mend_advances()

    def _mend_advances(self) -> None:
        # reportlab gives the glyphs behind the last full metric an advance scaled to 1000 units,
        # wrong in fonts of another size: the embedded widths then contradict those of the page.
        face = self.face
        face.seek_table("hhea")
        face.skip(34)
        full = face.read_ushort()
        last = face.hmetrics[full - 1][0]
        face.hmetrics[full:] = [(last, bearing) for _, bearing in face.hmetrics[full:]]

    def addObjects(self, doc: Any) -> None:
        """Add the font to the document, with a character map that is right beyond the first plane."""
        subsets = list(self.state[doc].subsets)
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = unicode_map(subset)


def unicode_map(subset: list[int]) -> str:
    """Write the ToUnicode map of a subset in UTF-16, at most 100 characters in a block as PDF wants."""
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset)]
    blocks = (pairs[i : i + 100] for i in range(0, len(pairs), 100))
    body = "".join("\n".join((f"{len(b)} beginbfchar", *b, "endbfchar", "")) for b in blocks)
    return HEAD + body + TAIL


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()


@cache
def load(name: str) -> Face:
    """Load a face and make it known to reportlab under its own name."""
    face = Face(name)
    # A second font of the same name would be ignored in silence: all names are given here.
    pdfmetrics.registerFont(face)
    return face


@cache
def glyph(char: str, face: str) -> tuple[str, float]:
    """Name the face that draws a character in a text of a face, and its width for size 1."""
    name = face_for(char, face)
    if not name:
        raise unprintable(char, char)
    return name, load(name).face.getCharWidth(ord(char)) / 1000
