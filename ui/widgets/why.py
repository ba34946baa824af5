"""The link 为什么: the rule, the article, the start and the sum behind a date, a status or a figure."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.button import PressedByEnter
from ui.widgets.label import plain_label
from ui.widgets.popup import show_below

WIDEST = 460


class WhyLink(PressedByEnter):
    """Asks for its lines only when it is clicked."""

    def __init__(
        self, lines: Callable[[], Sequence[str]], parent: QWidget | None = None, *, word: str = "为什么"
    ) -> None:
        super().__init__(word, parent)
        self._lines = lines
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setAccessibleName(word)
        self.popup: QFrame | None = None
        self.clicked.connect(self.explain)

    def explain(self) -> None:
        """Open the small sheet under the link."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "card")
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        for line in self._lines():
            label = plain_label(line, parent=popup, wrap=True, selectable=True)
            width = label.fontMetrics().horizontalAdvance(line) + 4
            label.setFixedWidth(min(WIDEST, width))
            layout.addWidget(label)
        self.popup = popup
        popup.destroyed.connect(self._forget)
        show_below(popup, self)

    def _forget(self) -> None:
        self.popup = None
