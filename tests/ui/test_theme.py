"""The look: readable colours, sizes in pt and em, Chinese system texts."""

import re
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from ui import tokens
from ui.icons import icon
from ui.rare_faces import load_rare_faces, loaded_families
from ui.theme import apply_theme, screen_faces, style_sheet
from ui.tokens import Tone, TypeSize, contrast
from ui.widgets.entry import TextField

GROUNDS = (tokens.PAGE, tokens.SURFACE, tokens.ACCENT_SOFT)


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ink", [tokens.TEXT, tokens.SECONDARY, tokens.ACCENT])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_are_readable_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("tone", list(Tone))
def test_tones_are_readable_on_their_own_ground_and_on_paper_white(tone: Tone) -> None:
    for ground in (tone.ground, tokens.SURFACE, tokens.PAGE):
        assert contrast(tone.ink, ground) >= 4.5


def test_the_edge_of_a_field_can_be_seen() -> None:
    assert contrast(tokens.EDGE, tokens.SURFACE) >= 3
    assert contrast(tokens.EDGE, tokens.PAGE) >= 3
    assert contrast(tokens.SURFACE, tokens.ACCENT) >= 4.5
    assert contrast(tokens.SURFACE, tokens.ACCENT_DARK) >= 4.5


def test_no_type_size_is_in_pixels() -> None:
    for size in TypeSize:
        sizes = re.findall(r"font-size:\s*([^;]+);", style_sheet(size))
        assert sizes
        assert all(one.strip().endswith("pt") for one in sizes)
    lengths = re.findall(r"(?:padding|margin|width|height|spacing)[-a-z]*:\s*([^;]+);", style_sheet(size))
    assert not [one for one in lengths if "px" in one and "1px" not in one]


def test_three_type_sizes_reach_a_field(qapp: QApplication) -> None:
    heights = []
    for size in TypeSize:
        apply_theme(qapp, size)
        field = TextField(chars=10)
        field.ensurePolished()
        heights.append(
            (field.line.fontMetrics().height(), field.line.sizeHint().height(), field.line.width())
        )
    apply_theme(qapp)
    assert heights == sorted(heights)
    assert len({height for height, _, _ in heights}) == 3
    assert len({hint for _, hint, _ in heights}) == 3


def test_system_texts_are_chinese(qapp: QApplication) -> None:
    apply_theme(qapp)
    apply_theme(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    assert QLocale().name() == "zh_CN"
    assert "撤" in QCoreApplication.translate("QWidgetTextControl", "&Undo")


def test_the_screen_shows_chinese_and_rare_characters(qapp: QApplication) -> None:
    load_rare_faces()
    assert len(screen_faces()) == len({*screen_faces(), *loaded_families()}) >= 3
    layout = QTextLayout("调解喆犇龑𬱖㛃", QLineEdit().font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert len(glyphs) == 7
    assert 0 not in glyphs, "a box instead of a character"


def test_every_icon_draws_something_in_its_colour(qapp: QApplication) -> None:
    names = [path.name.removesuffix(".svg") for path in (files("resources") / "icons").iterdir()
             if path.name.endswith(".svg")]  # fmt: skip
    assert len(names) > 20
    for name in set(names) - {"tick"}:
        image = icon(name, "#B42318").pixmap(64, 64).toImage()
        colours = {image.pixelColor(x, y).name() for x in range(64) for y in range(64)
                   if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
        assert "#b42318" in colours, name
