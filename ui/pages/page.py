"""What the shell asks of a page, and how a page is announced to it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page shows fresh facts each time it is entered and is asked before it is left."""

    def refresh(self) -> None:
        """Read the facts again; called whenever the page comes to the front."""

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
