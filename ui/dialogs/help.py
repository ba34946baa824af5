"""F1: a short page of help about the page that is open, from `resources/help`."""

from importlib.resources import files

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.tab_order import TabByLayout
from ui.widgets.button import button

FIRST = "desk"


def help_text(page: str) -> str:
    """The help of a page; a page without its own gets that of the desk."""
    folder = files("resources.help")
    found = folder.joinpath(f"{page}.md")
    return (found if found.is_file() else folder.joinpath(f"{FIRST}.md")).read_text(encoding="utf-8")


class HelpDialog(TabByLayout, QDialog):
    """Our own words only, so they may be set as markdown; it needs no network."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("帮助")
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setMarkdown(help_text(page))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.text, 1)
        layout.addWidget(button("关闭", self.accept, parent=self))
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(em * 46, em * 34)
