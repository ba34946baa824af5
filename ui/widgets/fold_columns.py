"""Columns side by side that fold under each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class FoldColumns(QWidget):
    """As many columns as fit with so many characters each; what does not fit goes under the last one."""

    def __init__(
        self, parts: Sequence[QWidget], parent: QWidget | None = None, *, least_em: int = 26
    ) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self._least_em = least_em
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._columns: list[QVBoxLayout] = []
        self._arrange(len(self._parts))

    def columns(self) -> int:
        """How many stand side by side."""
        return len(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("中")
        wanted = min(len(self._parts), max(1, event.size().width() // (self._least_em * em)))
        if wanted != self.columns():
            # Laying out anew inside a resize makes Qt resize again and again.
            QTimer.singleShot(0, self, lambda: self._arrange(wanted))

    def _arrange(self, columns: int) -> None:
        for column in self._columns:
            for part in self._parts:  # not takeAt, whose items live on and spoil the heights of new ones
                column.removeWidget(part)
            self._row.removeItem(column)
            column.deleteLater()
        self._columns = []
        for _ in range(columns):
            column = QVBoxLayout()
            column.setSpacing(12)
            self._row.addLayout(column, 1)
            self._columns.append(column)
        for place, part in enumerate(self._parts):
            self._columns[min(place, columns - 1)].addWidget(part)
        for column in self._columns:
            column.addStretch(1)
