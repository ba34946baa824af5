import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cut_fonts import HAN as HAN_SPANS
from cut_fonts import cut, han_characters
from fetch_fonts import CUT_FACE, ranges
from fontTools.ttLib import TTFont

import resources.fonts
from mediator.documents.fonts import (
    BOLD,
    HEI,
    RARE,
    RAREST,
    SONG,
    draws,
    face_for,
    missing_glyphs,
    refuse_missing,
)
from mediator.documents.typeset.faces import load, unicode_map
from mediator.domain.errors import Unprintable

FOLDER = Path(resources.fonts.__file__).parent
HAN = {code for first, last in HAN_SPANS for code in range(first, last + 1)}
RARE_NAMES = "龑㛃𬱖𫖮𠅤𡋾䶮㑇𬍛𪚥祎珺昇喆犇淼"


def test_every_face_is_the_one_that_was_checked_in():
    lines = (FOLDER / "fonts.sha256").read_text(encoding="utf-8").splitlines()
    promised = {name: digest for digest, name in (line.split() for line in lines)}
    found = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in FOLDER.glob("*.ttf")}
    assert found == promised


@pytest.mark.parametrize(
    ("face", "at_least"), [(SONG, 30_000), (BOLD, 30_000), (HEI, 30_000), (RARE, 60_000), (RAREST, 7_000)]
)
def test_the_coverage_table_says_what_the_face_can_draw(face, at_least):
    known = set(load(face).face.charToGlyph)
    claimed = {code for code in range(0x40000) if draws(face, chr(code))}
    assert claimed <= known
    assert len(claimed) > at_least


def test_the_licence_and_source_of_every_face_lie_beside_it():
    sources = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    licences = re.findall(r"`(\w+-OFL\.txt)`", sources)
    assert all(f"`{f.name}`" in sources for f in FOLDER.glob("*.ttf"))
    assert all("SIL OPEN FONT LICENSE" in (FOLDER / n).read_text(encoding="utf-8") for n in licences)
    assert len(set(licences)) == 3
    arphic = (FOLDER / "ARPHICPL.txt").read_text(encoding="utf-8")
    assert "`ARPHICPL.txt`" in sources
    assert arphic.startswith("ARPHIC PUBLIC LICENSE")
    assert "8. DAMAGES WAIVER" in arphic


def test_the_changed_face_bears_its_own_name_and_says_what_was_changed():
    with TTFont(CUT_FACE) as font:
        names = {name.nameID: str(name) for name in font["name"].names}
    assert (names[1], names[4], names[6]) == ("Mediator Rare Han", "Mediator Rare Han", RAREST)
    assert re.search(r"Changed on \d{4}-\d\d-\d\d: BabelStone Han 16\.0\.3 was cut down", names[10])
    assert "Arphic Technology" in names[0]
    assert names[13].startswith("ARPHIC PUBLIC LICENSE")


def test_the_changed_face_holds_only_what_every_text_face_leaves_to_it():
    held = [code for code in range(0x100, 0x40000) if draws(RAREST, chr(code))]
    assert not [code for code in held if draws(RARE, chr(code))]
    assert not [code for code in held if all(draws(face, chr(code)) for face in (SONG, BOLD, HEI))]
    assert held == [code for code in held if code in HAN]


def test_a_cut_font_is_the_same_every_time_and_draws_what_was_asked(tmp_path):
    source = FOLDER / "MediatorRareHan.ttf"
    for name in ("one.ttf", "two.ttf"):
        cut(source, [0x2EBF0, 0x30000], tmp_path / name)
    assert (tmp_path / "one.ttf").read_bytes() == (tmp_path / "two.ttf").read_bytes()
    assert han_characters(tmp_path / "one.ttf") == {0x2EBF0, 0x30000}


def test_ranges_are_written_short():
    assert ranges([0x20, 0x21, 0x22, 0x30000]) == "20-22 30000"


@pytest.mark.parametrize("face", [SONG, BOLD])
def test_rare_names_have_a_face(face):
    assert missing_glyphs(RARE_NAMES, face) == []
    assert face_for("𡋾", face) == RARE
    assert face_for("\U00030000", face) == RAREST
    assert face_for("张", face) == face


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0x4E00, 0x9FFF),
        (0x3400, 0x4DBF),
        (0xF900, 0xFA6D),
        (0x20000, 0x2A6DF),
        (0x2A700, 0x2B739),
        (0x2B740, 0x2B81D),
        (0x2B820, 0x2CEA1),
        (0x2CEB0, 0x2EBE0),
        (0x2EBF0, 0x2EE5D),
    ],
)
@pytest.mark.parametrize("face", [SONG, BOLD, HEI])
def test_the_blocks_of_the_national_character_standard_are_covered(first, last, face):
    assert missing_glyphs("".join(map(chr, range(first, last + 1))), face) == []


@pytest.mark.parametrize(("first", "last", "covered"), [(0x30000, 0x3134A, 3469), (0x31350, 0x323AF, 2382)])
def test_the_latest_blocks_are_covered_where_a_chinese_source_has_the_character(first, last, covered):
    block = "".join(map(chr, range(first, last + 1)))
    assert len(block) - len(missing_glyphs(block)) == covered


def test_what_nobody_can_draw_is_listed_once_and_in_order():
    assert missing_glyphs("好\U00030190☐好☐😀\n\t 　") == ["\U00030190", "☐", "😀"]
    assert missing_glyphs("□■√①〔〕—…·￥℃ ABC 12.5%") == []


def test_a_missing_character_is_named():
    with pytest.raises(Unprintable) as caught:
        refuse_missing("申请人张\U00030190测")
    assert caught.value.code == "missing-glyph"
    assert caught.value.values == {
        "char": "\U00030190",
        "codepoint": "U+30190",
        "text": "申请人张\U00030190测",
    }


def test_the_character_map_is_utf_16_in_small_blocks():
    text = unicode_map([0x4E00, 0x2B5AE] * 70)
    assert "<00> <4E00>\n<01> <D86DDDAE>" in text
    assert re.findall(r"(\d+) beginbfchar", text) == ["100", "40"]


def test_the_widths_of_the_rare_face_are_those_of_its_own_table():
    advances = {advance for advance, _ in load(RARE).face.hmetrics}
    assert all(isinstance(advance, int) for advance in advances)
    assert load(RARE).face.hmetrics[-1][0] == 1024


def test_asking_for_a_glyph_while_typing_loads_neither_font_nor_pdf_writer():
    code = (
        "import sys; from mediator.documents.fonts import missing_glyphs;"
        "assert missing_glyphs('☐张') == ['☐']; assert 'reportlab' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=FOLDER.parents[1])
