"""Cuts a large font down to the characters the other faces lack, under a name of its own.

A tool for development: fontTools is not part of the program.
The result is the same, byte for byte, for the same source, characters and version of fontTools.
"""

from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HAN = (
    (0x2FF0, 0x2FFF),  # signs that describe how a character is put together
    (0x31C0, 0x31EF),  # strokes
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility characters: another code for a known shape, and never folded here
    (0x20000, 0x3FFFD),  # extensions B and later
)
DROPPED = ("DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "gasp", "cvt ", "fpgm", "prep", "meta")
FAMILY, POSTSCRIPT = "Mediator Rare Han", "MediatorRareHan"
# The licence asks for a notice in the file that says how and when it was changed.
NOTICE = (
    "Changed on 2026-11-22: BabelStone Han 16.0.3 was cut down to those Han characters which Noto Serif SC, "
    "Noto Sans SC or HanaMinB do not have; hints, layout and vertical tables were dropped; the outlines are "
    "unchanged; the font was renamed. Distributed under the Arphic Public License."
)


def han_characters(font: Path) -> set[int]:
    """The Han characters for which a font has ink."""
    with TTFont(font, lazy=True) as source:
        outlines = source["glyf"]
        return {
            code
            for code, name in source.getBestCmap().items()
            if _is_han(code) and outlines[name].numberOfContours
        }


def cut(source: Path, codes: Iterable[int], target: Path) -> None:
    """Write a font with only these characters, renamed, with a notice of the change."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables = [*options.drop_tables, *DROPPED]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[0x20, *codes])
    with subset.load_font(str(source), options) as font:
        cutter.subset(font)
        _rename(font)
        subset.save_font(font, str(target), options)


def licence_text(font: Path) -> str:
    """The licence that stands in the name table of a font."""
    with TTFont(font, lazy=True) as source:
        return str(source["name"].getDebugName(13))


def _is_han(code: int) -> bool:
    return any(first <= code <= last for first, last in HAN)


def _rename(font: TTFont) -> None:
    names = font["name"]
    version = names.getDebugName(5)
    names.names = [name for name in names.names if name.platformID == 3 and name.langID == 0x409]
    new = {1: FAMILY, 2: "Regular", 3: f"{FAMILY}: cut from {names.getDebugName(3)}", 4: FAMILY}
    new |= {5: f"{version}; cut 2026-11-22", 6: POSTSCRIPT, 10: NOTICE}
    for number, words in new.items():
        names.setName(words, number, 3, 1, 0x409)
    # A preferred or sample name of the old font would contradict the new one.
    names.names = [name for name in names.names if name.nameID not in (16, 17, 18, 19, 25)]
    for name in names.names:
        name.platEncID = 1
