"""Makes every window look alike on every PC: style, colours, type, Chinese system texts."""

from importlib.resources import files
from string import Template

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui import tokens
from ui.icons import icon_path
from ui.rare_faces import SCREEN_FACE, load_face, loaded_families
from ui.tokens import Tone, TypeSize

GOOD_FACES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)


def apply_theme(app: QApplication, size: TypeSize = TypeSize.NORMAL) -> None:
    """Dress the application; call it again to change the type size while running."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    _speak_chinese(app)
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setPalette(palette())
    font = QFont()
    font.setFamilies(screen_faces())
    font.setPointSizeF(size.points)
    app.setFont(font)
    app.setStyleSheet(style_sheet(size))


def palette() -> QPalette:
    """The tokens as a Qt palette."""
    result = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.PAGE),
        (role.WindowText, tokens.TEXT),
        (role.Base, tokens.SURFACE),
        (role.AlternateBase, tokens.PAGE),
        (role.Text, tokens.TEXT),
        (role.PlaceholderText, tokens.SECONDARY),
        (role.Button, tokens.SURFACE),
        (role.ButtonText, tokens.TEXT),
        (role.ToolTipBase, tokens.SURFACE),
        (role.ToolTipText, tokens.TEXT),
        (role.Highlight, tokens.ACCENT),
        (role.HighlightedText, tokens.SURFACE),
        (role.Accent, tokens.ACCENT),
        (role.Link, tokens.ACCENT),
        (role.LinkVisited, tokens.ACCENT),
        (role.Mid, tokens.LINE),
    ):
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.SECONDARY))
    return result


def style_sheet(size: TypeSize) -> str:
    """The style sheet with the tokens and the chosen type size written in."""
    text = (files("resources") / "style" / "desk.qss").read_text(encoding="utf-8")
    names = ("PAGE", "SURFACE", "TEXT", "SECONDARY", "LINE", "EDGE", "ACCENT", "ACCENT_DARK", "ACCENT_SOFT")
    values = {name: getattr(tokens, name) for name in names}
    values |= {f"{tone.name}_INK": tone.ink for tone in Tone}
    values |= {f"{tone.name}_GROUND": tone.ground for tone in Tone}
    values |= {
        "BASE": f"{size.points}pt",
        "LARGER": f"{size.points + 1.5}pt",
        "TITLE": f"{size.points + 3.5}pt",
    }
    values |= {"SMALLER": f"{size.points - 1}pt"}
    values |= {name.upper(): icon_path(name) for name in ("down", "tick", "back", "forward")}
    return Template(text).substitute(values)


def screen_faces() -> list[str]:
    """A good Chinese face of the system or the bundled one, then those for rare characters once needed."""
    present = set(QFontDatabase.families())
    faces = [face for face in GOOD_FACES if face in present][:1] or load_face(SCREEN_FACE)
    return list(dict.fromkeys(faces + loaded_families()))


def _speak_chinese(app: QApplication) -> None:
    if app.findChild(QTranslator, "qtbase_zh_CN") is not None:
        return
    translator = QTranslator(app)
    translator.setObjectName("qtbase_zh_CN")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
