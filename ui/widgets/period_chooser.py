"""A year of months as chips, with quarters, halves and the year beside them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.period import Period, make
from ui.widgets.button import button
from ui.widgets.label import plain_label
from ui.widgets.toggles import Toggles

MONTHS = tuple((f"1-{month}", f"{month}月") for month in range(1, 13))
LONGER = (
    *((f"3-{3 * quarter - 2}", f"{word}季度") for quarter, word in enumerate("一二三四", 1)),
    ("6-1", "上半年"),
    ("6-7", "下半年"),
    ("12-1", "全年"),
)
FIRST_YEAR = 2000


class PeriodChooser(QWidget):
    """`changed` comes with another period; periods that have not begun cannot be chosen."""

    changed = Signal()

    def __init__(self, today: date, chosen: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._chosen = chosen
        self.year = plain_label("", "heading", self)
        self.back = button("‹", lambda: self._turn(-1), parent=self)
        self.forward = button("›", lambda: self._turn(1), parent=self)
        for made, word in ((self.back, "上一年"), (self.forward, "下一年")):
            made.setAccessibleName(word)
            made.setToolTip(word)
        self.months = Toggles(MONTHS, self, one=True)
        self.longer = Toggles(LONGER, self, one=True)
        self.months.changed.connect(lambda: self._choose(self.months.value()[0]))
        self.longer.changed.connect(lambda: self._choose(self.longer.value()[0]))
        self._build()
        self._show()

    def period(self) -> Period:
        """The chosen period."""
        return self._chosen

    def _turn(self, years: int) -> None:
        chosen = self._chosen
        turned = make(chosen.year + years, chosen.first_month, chosen.months, chosen.cut_day)
        if turned.first_day > self._today:  # the same month of this year has not begun
            turned = make(turned.year, 1, 1, chosen.cut_day)
        self._chosen = turned
        self._show()
        self.changed.emit()

    def _choose(self, key: str) -> None:
        self._chosen = self._of(key)
        self._show()
        self.changed.emit()

    def _of(self, key: str) -> Period:
        months, first = (int(part) for part in key.split("-"))
        return make(self._chosen.year, first, months, self._chosen.cut_day)

    def _show(self) -> None:
        key = f"{self._chosen.months}-{self._chosen.first_month}"
        self.year.setText(f"{self._chosen.year}年")
        for toggles, options in ((self.months, MONTHS), (self.longer, LONGER)):
            toggles.set_value([key])
            for one, _word in options:
                toggles.button(one).setEnabled(self._of(one).first_day <= self._today)
        self.forward.setEnabled(self._chosen.year < self._today.year)
        self.back.setEnabled(self._chosen.year > FIRST_YEAR)

    def _build(self) -> None:
        years = QHBoxLayout()
        years.setSpacing(6)
        for part in (self.back, self.year, self.forward):
            years.addWidget(part)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addLayout(years)
        first.addWidget(self.months, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self.longer)
