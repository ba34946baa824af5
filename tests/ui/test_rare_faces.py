"""The faces of rare characters come when they are needed, and reach what already stands on the screen."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

import ui
from tests.rare import BY_BLOCK
from ui.models.rows import Column, RowsModel
from ui.rare_faces import ASKED, LOADED, load_rare_faces, loaded_families, ready_for
from ui.theme import apply_theme, screen_faces
from ui.tokens import TypeSize


@pytest.fixture
def fresh(qapp: QApplication) -> Iterator[QApplication]:
    """An application that was never asked for a rare character."""
    before = (qapp.property(ASKED), qapp.property(LOADED))
    qapp.setProperty(ASKED, None)
    qapp.setProperty(LOADED, None)
    apply_theme(qapp)
    yield qapp
    qapp.setProperty(ASKED, before[0])
    qapp.setProperty(LOADED, before[1])
    apply_theme(qapp)


def boxes(widget: QWidget, text: str) -> int:
    """How many characters of a text the widget would show as an empty box."""
    layout = QTextLayout(text, widget.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()].count(0)


def test_a_usual_text_loads_nothing(fresh: QApplication) -> None:
    ready_for("张三测，男；abc")
    fresh.processEvents()
    assert loaded_families() == []
    assert len(screen_faces()) == 1


def test_a_rare_name_loads_the_faces_once_and_all_of_it_is_shown(fresh: QApplication) -> None:
    ready_for("张𪚥测")
    ready_for("冯\U00030000测")
    assert loaded_families() == [], "not in the middle of a painting"
    fresh.processEvents()
    families = loaded_families()
    assert {"HanaMinB", "Mediator Rare Han"} <= set(families)
    load_rare_faces()
    assert loaded_families() == families
    assert boxes(QLineEdit(), "".join(BY_BLOCK.values())) == 0


def test_the_faces_stay_when_the_type_size_changes(fresh: QApplication) -> None:
    load_rare_faces()
    apply_theme(fresh, TypeSize.LARGEST)
    assert boxes(QLineEdit(), "冯\U00030000测") == 0
    assert set(loaded_families()) <= set(screen_faces())


def test_what_stands_on_the_screen_is_drawn_anew(fresh: QApplication) -> None:
    line = QLineEdit("冯\U00030000测")
    line.show()
    before = line.font().families()
    load_rare_faces()
    fresh.processEvents()
    assert before != line.font().families()
    assert "Mediator Rare Han" in line.font().families()
    line.close()


def test_a_list_with_a_rare_name_asks_for_the_faces(fresh: QApplication) -> None:
    model = RowsModel([Column("姓名", str)], ["张三测", "李𫖮测"])
    assert model.data(model.index(0, 0)) == "张三测"
    fresh.processEvents()
    assert loaded_families() == []
    assert model.data(model.index(1, 0)) == "李𫖮测"
    fresh.processEvents()
    assert loaded_families()


def test_the_first_window_comes_without_the_rare_faces() -> None:
    code = (
        "import os; os.environ['QT_QPA_PLATFORM']='offscreen'\n"
        "from PySide6.QtGui import QFontDatabase\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.main_window import MainWindow\n"
        "from ui.rare_faces import load_rare_faces\n"
        "from ui.theme import apply_theme\n"
        "app = QApplication([]); apply_theme(app)\n"
        "window = MainWindow(); window.show(); app.processEvents()\n"
        "assert 'Mediator Rare Han' not in QFontDatabase.families()\n"
        "load_rare_faces()\n"
        "assert 'Mediator Rare Han' in QFontDatabase.families()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(ui.__file__).parents[1])
