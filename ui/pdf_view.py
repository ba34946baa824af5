"""Shows a PDF page under page: rendered aside, sharp on every screen, the keyboard enough."""

from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui import tokens
from ui.page_cache import Key, PageCache
from ui.pdf_pages import Size, page_sizes, render
from ui.tasks import Progress, Tasks

GAP: Final = 12
PIXELS_A_POINT: Final = 96 / 72  # at 100 %
SMALLEST, LARGEST = 0.25, 5.0
STEP: Final = 1.2
NO_BYTES: Final = b""

Rendered = tuple[bytes, Key, QImage | None]


class PdfView(QAbstractScrollArea):
    """`show_pdf` shows other bytes; `page_changed(page, pages)` counts from 1, `shown` follows."""

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)
    shown = Signal()
    unreadable = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data = NO_BYTES
        self._sizes: list[Size] = []
        self._tops: list[int] = []
        self._cache = PageCache()
        self._asked: set[Key] = set()
        self._zoom = 1.0
        self._fits = True
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("预览")
        # A bar that comes and goes would change the width that the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())

    def show_pdf(self, data: bytes) -> None:
        """Show these bytes from their first page."""
        self._data = data
        self._sizes, self._tops = [], []
        self._cache.clear()
        self._asked.clear()
        self.viewport().update()
        self._tasks.start(lambda _progress: (data, page_sizes(data)), self._take_sizes, self._fail)

    def page_count(self) -> int:
        """Pages of the PDF, 0 until they are known."""
        return len(self._sizes)

    def first_size(self) -> Size:
        """Width and height of the first page in points."""
        return self._sizes[0]

    def page(self) -> int:
        """The page at the top of the view, from 1; 0 without pages."""
        return self._page + 1 if self._sizes else 0

    @property
    def zoom(self) -> float:
        """1.0 shows paper in its true size on a screen of 96 dots an inch."""
        return self._zoom

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fits

    def fit_width(self) -> None:
        """Make the widest page as wide as the view, now and whenever the view changes."""
        self._fits = True
        self._set_zoom(self._fitting())

    def zoom_in(self) -> None:
        """Larger."""
        self.zoom_to(self._zoom * STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self.zoom_to(self._zoom / STEP)

    def zoom_to(self, zoom: float) -> None:
        """A zoom of one's own, which the width no longer changes."""
        self._fits = False
        self._set_zoom(min(LARGEST, max(SMALLEST, zoom)))

    def go_to(self, page: int) -> None:
        """Scroll to a page, from 1; a page beyond the ends is the last or first one."""
        if self._sizes:
            number = min(max(page, 1), len(self._sizes)) - 1
            self.verticalScrollBar().setValue(self._tops[number] - GAP // 2)
            self._note_page(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Home and End go to the ends, + - 0 change the size."""
        key, bar = event.key(), self.verticalScrollBar()
        if key == Qt.Key.Key_PageDown:
            self.go_to(self.page() + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(self.page() - 1)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; with Ctrl it changes the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width fitted and the place in the text."""
        super().resizeEvent(event)
        if self._fits:
            self._set_zoom(self._fitting())
        else:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what can be seen and ask for what is not yet rendered."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.LINE).lighter(108))
        for number in range(len(self._sizes)):
            place = self._place(number)
            if place.intersects(self.viewport().rect()):
                self._paint_page(painter, number, place)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        painter.fillRect(place, QColor(tokens.SURFACE))
        key = self._key(number)
        picture = self._cache.get(key)
        if picture is not None:
            painter.drawImage(place.topLeft(), picture)
        else:
            self._ask(key)
            if (rough := self._cache.nearest(number)) is not None:
                painter.drawImage(place, rough)
        painter.setPen(QColor(tokens.LINE))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _key(self, number: int) -> Key:
        return number, round(self._sizes[number][0] * self._scale() * self.devicePixelRatioF())

    def _ask(self, key: Key) -> None:
        if key in self._asked:
            return
        self._asked.add(key)
        data, (number, wide), ratio = self._data, key, self.devicePixelRatioF()
        # Half a dot less: pdfium rounds widths up to whole dots.
        scale = (wide - 0.5) / self._sizes[number][0]

        def work(_progress: Progress) -> Rendered:
            # A page scrolled past while others were rendered is no longer worth the time.
            picture = render(data, number, scale) if key in self._asked else None
            if picture is not None:
                picture.setDevicePixelRatio(ratio)
            return data, key, picture

        self._tasks.start(work, self._take_picture, self._fail)

    def _take_sizes(self, found: tuple[bytes, list[Size]]) -> None:
        data, sizes = found
        if data is not self._data:
            return
        self._sizes = sizes
        self._page = 0
        self._zoom = self._fitting() if self._fits else self._zoom
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(self.page(), len(sizes))
        self.zoom_changed.emit(self._zoom)
        self.shown.emit()

    def _take_picture(self, rendered: Rendered) -> None:
        data, key, picture = rendered
        self._asked.discard(key)
        if data is self._data and picture is not None:
            self._cache.put(key, picture)
            self.viewport().update()

    def _fail(self, error: Exception) -> None:
        self.unreadable.emit(error)

    def _scale(self) -> float:
        return self._zoom * PIXELS_A_POINT

    def _fitting(self) -> float:
        widest = max((width for width, _ in self._sizes), default=595.0)
        return min(LARGEST, max(SMALLEST, (self.viewport().width() - 2 * GAP) / widest / PIXELS_A_POINT))

    def _set_zoom(self, zoom: float) -> None:
        inside = self._place_in_page()
        page, self._zoom = self._page, zoom
        self._lay_out()
        if self._sizes:
            height = self._sizes[page][1] * self._scale()
            self.verticalScrollBar().setValue(round(self._tops[page] + inside * height))
        self.zoom_changed.emit(zoom)

    def _place_in_page(self) -> float:
        """How far down its page the top of the view is, as a share of the page."""
        if not self._sizes or not self._tops:
            return 0.0
        height = self._sizes[self._page][1] * self._scale()
        return (self.verticalScrollBar().value() - self._tops[self._page]) / height

    def _lay_out(self) -> None:
        heights = [round(height * self._scale()) + GAP for _, height in self._sizes]
        ends = list(accumulate(heights, initial=GAP))
        self._tops = ends[:-1]
        widest = max((round(width * self._scale()) for width, _ in self._sizes), default=0)
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, ends[-1] - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(40)
        across.setRange(0, max(0, widest + 2 * GAP - view.width()))
        across.setPageStep(view.width())
        self._asked.clear()
        self.viewport().update()

    def _place(self, number: int) -> QRect:
        """Where a page stands in the view right now."""
        width, height = (round(side * self._scale()) for side in self._sizes[number])
        room = max(self.viewport().width(), width + 2 * GAP)
        left = (room - width) // 2 - self.horizontalScrollBar().value()
        return QRect(left, self._tops[number] - self.verticalScrollBar().value(), width, height)

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        number = sum(1 for top in self._tops if top <= middle) - 1
        if number >= 0:
            self._note_page(number)
        self.viewport().update()

    def _note_page(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.page_changed.emit(self.page(), len(self._sizes))
