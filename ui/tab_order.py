"""Tab goes the way things stand: read off the layouts at each press, since rows come, go and fold."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QWidget,
)

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
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _walk(widget: QWidget) -> Iterator[QWidget]:
    for part in _parts(widget):
        if part.isHidden() or part.isWindow() or not part.isEnabled():
            continue
        yield part
        if not isinstance(part, WHOLE):
            yield from _walk(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The direct parts: those of the layout as they stand, then the others as they were made."""
    if isinstance(widget, QMainWindow):
        yield widget.centralWidget()
        return
    if isinstance(widget, QScrollArea):
        yield widget.widget()
        return
    if isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
        return
    layout = widget.layout()
    laid = [] if layout is None else list(_laid_out(layout))
    yield from laid
    known = set(laid)
    yield from (child for child in widget.children() if isinstance(child, QWidget) and child not in known)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: tuple(layout.getItemPosition(place))[:2])  # type: ignore[arg-type]
    for place in places:
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        own = item.widget() if item is not None else None
        if own is not None:
            yield own
        elif inner is not None:
            yield from _laid_out(inner)
