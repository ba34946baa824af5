"""A list of rows that a person adds to, takes from and puts in order: parties, duties."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.note import Note


class ListRow(QWidget):
    """What a row list asks of its rows."""

    changed = Signal()
    asked = Signal(str)  # up | down | remove, and what else the list knows

    def is_empty(self) -> bool:
        """Whether nothing has been said here yet."""
        raise NotImplementedError

    def raw(self) -> Any:
        """What stands in the row right now, as plain JSON."""
        raise NotImplementedError

    def words(self) -> str:
        """The row in a few words, "" for one that has none."""
        return ""

    def focus_first(self) -> None:
        """Put the keyboard where the row starts."""
        raise NotImplementedError


Row = TypeVar("Row", bound=ListRow)


class RowList(QWidget, Generic[Row]):
    """Keeps rows in order and brings removed ones back, last first; `submitted` comes after the last row."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._removed: list[tuple[int, Row]] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(spacing)
        self.banner = Banner(self)
        self.note = Note(self)

    def rows(self) -> list[Row]:
        """The rows, in order."""
        return list(self._rows)

    def raw(self) -> list[Any]:
        """What stands in all rows right now; an untouched empty row counts as none."""
        return [row.raw() for row in self._rows if not row.is_empty()]

    def words(self) -> str:
        """The rows in a few words."""
        return "；".join(words for row in self._rows if not row.is_empty() and (words := row.words()))

    def tell_saved(self, words: str) -> None:
        """Say under rows that differ what is on record."""
        self.note.say(f"已保存的是：{words or '空着'}", Tone.ATTENTION)

    def remove(self, row: Row) -> None:
        """Take a row away; one click brings it back."""
        place = self._rows.index(row)
        self._lift(row)
        if row.is_empty():
            row.deleteLater()
        else:
            self._removed.append((place, row))
            self._tell_removed()
        self.after_removal(place)
        self.after_change()

    def restore(self) -> None:
        """Bring back the row that was taken away last."""
        if not self._removed:
            return
        place, row = self._removed.pop()
        self._place(row, min(place, len(self._rows)))
        self.after_move(row)
        self._tell_removed()
        row.focus_first()
        self.after_change()

    def shift(self, row: Row, step: int) -> None:
        """Set a row one place up or down."""
        here = self._rows.index(row)
        there = here + step
        if 0 <= there < len(self._rows):
            self._rows.insert(there, self._rows.pop(here))
            self._body.removeWidget(row)
            self._body.insertWidget(there, row)
            self.after_move(row)
            self.after_change()

    def mark(self, message: str) -> None:
        """Say under the rows what is wrong with them."""
        self.note.say(message, Tone.DANGER)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard into the first row."""
        self._rows[0].focus_first()

    def removed_words(self, row: Row, place: int) -> str:
        """What is said of a row that was taken away; `place` counts from 0."""
        raise NotImplementedError

    def after_removal(self, place: int) -> None:
        """See to what a removal leaves behind."""

    def after_move(self, row: Row) -> None:
        """A row came to another place."""

    def after_change(self) -> None:
        """Something changed; whoever has more to renew does so first."""
        self.note.say("")
        self.changed.emit()

    def on_asked(self, row: Row, what: str) -> None:
        """Do what a row asks for."""
        if what == "remove":
            self.remove(row)
        elif what in ("up", "down"):
            self.shift(row, -1 if what == "up" else 1)

    def go_after(self, row: Row) -> None:
        """Put the keyboard into the row below, or say that this was the last."""
        here = self._rows.index(row)
        if here + 1 < len(self._rows):
            self._rows[here + 1].focus_first()
        else:
            self.submitted.emit()

    def _take_in(self, row: Row, place: int) -> None:
        """Listen to a new row and show it at a place."""
        row.changed.connect(self.after_change)
        row.asked.connect(lambda what: self.on_asked(row, what))
        self._place(row, place)

    def _place(self, row: Row, place: int) -> None:
        self._rows.insert(place, row)
        self._body.insertWidget(place, row)
        row.show()  # now, not with the next event: it may be given the keyboard at once

    def _lift(self, row: Row) -> None:
        self._rows.remove(row)
        self._body.removeWidget(row)
        row.hide()

    def _empty(self) -> None:
        """Let go of all rows, the removed one too."""
        for row in self.rows():
            self._lift(row)
            row.deleteLater()
        self._forget_removed()

    def _tell_removed(self) -> None:
        if self._removed:
            place, row = self._removed[-1]
            self.banner.say(self.removed_words(row, place), Tone.QUIET, "撤销", self.restore)
        else:
            self.banner.clear()

    def _forget_removed(self) -> None:
        for _, row in self._removed:
            row.deleteLater()
        self._removed = []
        self.banner.clear()
