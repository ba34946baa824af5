"""What the shell asks of a page, and how a page is announced to it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.tab_order import tab_stops


class Page(QWidget):
    """A page shows fresh facts each time it is entered and is asked before it is left."""

    def refresh(self) -> None:
        """Read the facts again; called whenever the page comes to the front."""

    def take_keyboard(self) -> None:
        """Put the keyboard where one begins on this page; called when it came to the front without it."""
        for stop in tab_stops(self)[:1]:
            stop.setFocus()

    def may_leave(self) -> bool:
        """Whether the page may be left now; a page with unsaved words saves or asks here."""
        return True


@dataclass(frozen=True)
class PageEntry:
    """One line of the rail; `factory` is called when the page is first opened."""

    key: str
    word: str
    shortcut: str
    icon: str
    factory: Callable[[], Page]
    in_rail: bool = True
