"""A date typed the way people write it, with a calendar for those who would rather point."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from mediator.domain.dates import parse_date, write_day
from mediator.domain.errors import RuleBroken
from ui import tokens
from ui.icons import icon
from ui.widgets.entry import Entry, rewrite
from ui.widgets.popup import show_below

WORDS = {
    "date-not-understood": "看不懂这个日期，可写成 2026-3-15、20260315、3月15日 或 昨天",
    "date-impossible": "日历上没有这一天",
}


class DateField(Entry):
    """Holds a date, nothing, or a text it refuses aloud; what was understood is written out in full."""

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self.button = QToolButton(self)
        self.button.setProperty("role", "inside")
        self.button.setIcon(icon("calendar"))
        self.button.setIconSize(QSize(20, 20))
        self.button.setAccessibleName("打开日历")
        self.button.setToolTip("打开日历（Alt+↓）")
        self.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.button.clicked.connect(self.open_calendar)
        self.row.insertWidget(1, self.button)
        self.row.addStretch(0)
        self._popup: QWidget | None = None
        opener = QShortcut(QKeySequence("Alt+Down"), self.line, self.open_calendar)
        opener.setContext(Qt.ShortcutContext.WidgetShortcut)

    def value(self) -> date | None:
        """The date, or None when empty or not understood (then `problem` says so)."""
        return self._read()[0]

    def written(self, value: date | None) -> str:
        """A date written out, or nothing."""
        return "" if value is None else write_day(value)

    def problem(self) -> str:
        """Why the text is no date."""
        return self._read()[1]

    def open_calendar(self) -> None:
        """Offer the month of the date in the field, or this month."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "card")
        calendar = _calendar(popup)
        day = self.value() or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        self._popup = popup
        show_below(popup, self.line)
        calendar.setFocus()

    def _fit(self) -> None:
        day = self.fontMetrics().horizontalAdvance("2026年12月30日 星期三")
        self.line.setMinimumWidth(day + 24)  # a narrow form folds rather than cutting the year off
        self.line.setMaximumWidth(day + 40)

    def _take(self, chosen: QDate) -> None:
        before = self.value()
        self.put_value(date(chosen.year(), chosen.month(), chosen.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.line.setFocus()
        if self.value() != before:
            self.changed.emit()

    def _on_finished(self) -> None:
        if day := self.value():
            rewrite(self.line, self.written(day))
        super()._on_finished()

    def _read(self) -> tuple[date | None, str]:
        text = self.line.text().strip()
        if not text:
            return None, ""
        try:
            return parse_date(text, self._today()), ""
        except RuleBroken as refusal:
            return None, WORDS[refusal.code]


def _calendar(parent: QWidget) -> QCalendarWidget:
    """Monday first, and no alarm on Saturdays and Sundays."""
    calendar = QCalendarWidget(parent)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(tokens.TEXT))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, quiet)
    header = QTextCharFormat()
    header.setForeground(QColor(tokens.SECONDARY))
    calendar.setHeaderTextFormat(header)
    return calendar
