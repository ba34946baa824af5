"""A date typed the way people write it, with a calendar for those who would rather point."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from mediator.domain.dates import parse_date, write_day
from mediator.domain.errors import RuleBroken
from ui.icons import icon
from ui.widgets.entry import Entry

WORDS = {
    "date-not-understood": "看不懂这个日期，可写成 2026-3-15、20260315、3月15日 或 昨天",
    "date-impossible": "日历上没有这一天",
}


class DateField(Entry):
    """Holds a date, nothing, or a text it refuses aloud; what was understood is written out in full."""

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self.line.setMaximumWidth(self.line.fontMetrics().horizontalAdvance("2026年12月30日 星期三") + 40)
        self.button = QToolButton(self)
        self.button.setProperty("role", "inside")
        self.button.setIcon(icon("calendar"))
        self.button.setIconSize(QSize(20, 20))
        self.button.setAccessibleName("打开日历")
        self.button.setToolTip("打开日历 (F4)")
        self.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.button.setShortcut("")
        self.button.clicked.connect(self.open_calendar)
        self.row.insertWidget(1, self.button)
        self.row.addStretch(0)
        self._popup: QWidget | None = None

    def value(self) -> date | None:
        """The date, or None when empty or not understood (then `problem` says so)."""
        return self._read()[0]

    def set_value(self, value: date | None) -> None:
        """Show a date written out, or nothing."""
        super().set_value(None if value is None else write_day(value))

    def problem(self) -> str:
        """Why the text is no date."""
        return self._read()[1]

    def open_calendar(self) -> None:
        """Offer the month of the date in the field, or this month."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.value() or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        self._popup = popup
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        before = self.value()
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.line.setFocus()
        if self.value() != before:
            self.changed.emit()

    def _on_finished(self) -> None:
        if day := self.value():
            self.line.setText(write_day(day))
        super()._on_finished()

    def _read(self) -> tuple[date | None, str]:
        text = self.line.text().strip()
        if not text:
            return None, ""
        try:
            return parse_date(text, self._today()), ""
        except RuleBroken as refusal:
            return None, WORDS[refusal.code]
