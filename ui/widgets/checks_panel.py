"""The checks under a return, and how it was counted, in words and signs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mediator.statistics.model import Check, ReturnSheet
from ui.icons import icon
from ui.tokens import Tone
from ui.widgets.label import plain_label


def summary(checks: tuple[Check, ...]) -> tuple[str, Tone]:
    """All checks in a few words."""
    bad = sum(not check.ok for check in checks)
    if bad:
        return f"校核 {bad} 项不符", Tone.DANGER
    return f"校核 {len(checks)} 项相符", Tone.GOOD


class ChecksPanel(QScrollArea):
    """`show_sheet` says what was checked and what is counted apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sheet(self, sheet: ReturnSheet) -> None:
        """Say it for another return."""
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(plain_label("校核", "heading", inner))
        for check in sorted(sheet.checks, key=lambda check: check.ok):
            layout.addWidget(self._check(check, inner))
        layout.addWidget(plain_label("说明", "heading", inner))
        for note in (f"统计口径：{sheet.basis}", *sheet.notes):
            layout.addWidget(plain_label(note, "secondary", inner, wrap=True, selectable=True))
        layout.addStretch(1)
        self.setWidget(inner)

    def words(self) -> list[str]:
        """Everything that is said, line by line."""
        return [label.text() for label in self.widget().findChildren(QLabel) if label.text()]

    def _check(self, check: Check, parent: QWidget) -> QWidget:
        line = QWidget(parent)
        tone = Tone.GOOD if check.ok else Tone.DANGER
        picture = QLabel(line)
        size = self.fontMetrics().ascent()
        picture.setPixmap(icon(tone.icon, tone.ink).pixmap(size, size))
        words = plain_label(f"{'相符' if check.ok else '不符'}　{check.title}", parent=line, wrap=True)
        detail = plain_label(check.detail, "secondary", line, wrap=True, selectable=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(words)
        texts.addWidget(detail)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return line
