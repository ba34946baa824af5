"""Loads the faces of rare characters when the first such character is to be shown, not at the start."""

from importlib.resources import as_file, files
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from mediator.domain.characters import rare_han

SCREEN_FACE: Final = "NotoSansSC-Regular.ttf"  # has what the faces of older systems lack of extension A
RARE_FACES: Final = (SCREEN_FACE, "HanaMinB.ttf", "MediatorRareHan.ttf")
ASKED: Final = "rare_faces_asked"
LOADED: Final = "rare_faces"  # properties of the application: there is one set of faces for all windows


def load_face(name: str) -> list[str]:
    """Make a bundled face known to Qt; its family names."""
    with as_file(files("resources") / "fonts" / name) as path:
        return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))


def loaded_families() -> list[str]:
    """The families of the rare faces, none before they were needed."""
    app = QApplication.instance()
    return list(app.property(LOADED) or []) if app is not None else []


def ready_for(text: str) -> None:
    """See to it that a text can be shown, a moment later: this may be asked in the middle of a painting."""
    if text.isascii() or not rare_han(text):
        return
    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.property(ASKED):
        app.setProperty(ASKED, True)
        QTimer.singleShot(0, app, load_rare_faces)


def load_rare_faces() -> None:
    """Load the rare faces once; what already stands on the screen is drawn anew."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.property(LOADED):
        return
    app.setProperty(ASKED, True)
    families = [family for face in RARE_FACES for family in load_face(face)]
    app.setProperty(LOADED, families)
    font = QFont(app.font())
    font.setFamilies(list(dict.fromkeys([*font.families(), *families])))
    app.setFont(font)  # only another list of families makes lines that are already laid out look again
