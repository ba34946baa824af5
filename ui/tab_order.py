"""Tab goes the way things stand: read off the window at each press, since rows come, go and fold."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QScrollArea, QWidget

if TYPE_CHECKING:
    Window = QWidget
else:
    Window = object

WHOLE = (QComboBox, QAbstractSpinBox)  # their inner line takes no Tab of its own


class TabByLayout(Window):
    """Stands before QDialog or QMainWindow among the bases of a window.

    Qt's own chain follows the order in which widgets were made, and a moved line leaves its frame
    behind as a second stop: a party added later caught the keyboard in a circle.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Give the keyboard to the next stop; False when there is none."""
        walk = list(_walk(self))
        now: QWidget | None = self.focusWidget()
        while now is not None and now not in walk:  # a field that goes away hands the keyboard on to its form
            now = now.parentWidget()
        here = walk.index(now) if now is not None else -1
        around = walk[here + 1 :] + walk[: here + 1] if forward else walk[:here][::-1] + walk[here:][::-1]
        stop = next((part for part in around if _takes_tab(part)), None)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Every part that takes the keyboard by Tab, in the order in which the eye meets it."""
    return [part for part in _walk(widget) if _takes_tab(part)]


def _takes_tab(part: QWidget) -> bool:
    if isinstance(part, QScrollArea):  # what it holds is visited, the frame around it shows no keyboard
        return False
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _walk(widget: QWidget) -> Iterator[QWidget]:
    for part in _as_read(widget):
        yield part
        if not isinstance(part, WHOLE):
            yield from _walk(part)


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """The direct parts in use, line by line; what stands beside a tall part is read column by column."""
    parts = [part for part in widget.children() if isinstance(part, QWidget) and _in_use(part)]
    parts.sort(key=lambda part: part.y())
    line: list[QWidget] = []
    for part in parts:
        if line and part.y() >= line[0].y() + line[0].height() / 2:
            yield from _across(line)
            line = []
        line.append(part)
    yield from _across(line)


def _across(line: list[QWidget]) -> list[QWidget]:
    return sorted(line, key=lambda part: (part.x(), part.y()))


def _in_use(part: QWidget) -> bool:
    return not part.isHidden() and not part.isWindow() and part.isEnabled()
