"""Paints a cell of a list as a status: a sign, a word and a colour."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import icon
from ui.models.rows import RowsModel
from ui.tokens import Tone

GAP = 4


class ChipDelegate(QStyledItemDelegate):
    """For a column whose `tone` is set."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground of the cell as the list does, and the chip on it."""
        cell: Any = QStyleOptionViewItem(option)  # the stubs know none of its fields
        self.initStyleOption(cell, index)
        word, cell.text = cell.text, ""
        style = cell.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        tone = _tone(index)
        if not word or tone is None:
            return
        size = cell.fontMetrics.ascent()
        width = size + cell.fontMetrics.horizontalAdvance(word) + 4 * GAP
        height = round(cell.fontMetrics.height() * 1.35)
        rect = cell.rect
        chip = QRect(rect.left() + GAP, rect.center().y() - height // 2, min(width, rect.width()), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(chip, 4, 4)
        picture = icon(tone.icon, tone.ink).pixmap(size, size)
        painter.drawPixmap(chip.left() + GAP, chip.center().y() - size // 2, picture)
        painter.setPen(QColor(tone.ink))
        words = chip.adjusted(size + 2 * GAP, 0, -GAP, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        painter.restore()


def _tone(index: QModelIndex | QPersistentModelIndex) -> Tone | None:
    model = index.model()
    if not isinstance(model, RowsModel):
        return None
    tone = model.columns[index.column()].tone
    return None if tone is None else tone(model.row(index.row()))
