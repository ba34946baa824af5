"""Marks a paper as signed on a day, takes the mark back, files the scan of what was signed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import button
from ui.widgets.date_edit import DateField
from ui.widgets.label import plain_label


@dataclass(frozen=True)
class Offer:
    """What the row says and offers: `again` when a signed paper is to be signed anew."""

    signed: str = ""
    sign: bool = False
    again: bool = False
    unsign: bool = False
    scan: bool = False


class SignRow(QWidget):
    """Shows only what can be done now."""

    sign_asked = Signal()
    unsign_asked = Signal()
    scan_asked = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.sign_day = DateField(self, today=today)
        self.sign_button = button("标记已签", self.sign_asked.emit, parent=self)
        self.signed = plain_label("", parent=self)
        self.unsign_button = button("取消已签", self.unsign_asked.emit, role="link", parent=self)
        self.scan_button = button("添加扫描件…", self.scan_asked.emit, parent=self)
        self.scan_button.setToolTip("签好的纸质件扫描后归到这一版；也可以把文件拖到这里")
        self.sign_day.line.setMinimumWidth(
            self.fontMetrics().horizontalAdvance("2026年12月30日 星期三") + 24
        )  # a squeezed line hides the year
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.sign_day, self.sign_button, self.signed, self.unsign_button, self.scan_button):
            layout.addWidget(part)

    def offer(self, offer: Offer) -> None:
        """Offer this and nothing else."""
        self.signed.setText(offer.signed)
        self.sign_button.setText("重新签名" if offer.again else "标记已签")
        for part, seen in (
            (self.signed, bool(offer.signed)),
            (self.sign_day, offer.sign),
            (self.sign_button, offer.sign),
            (self.unsign_button, offer.unsign),
            (self.scan_button, offer.scan),
        ):
            part.setVisible(seen)
        if self.sign_day.value() is None:
            self.sign_day.set_value(self._today())
