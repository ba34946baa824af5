"""The way of a case as one line of steps, and its next step as the one filled button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from mediator.domain.casefile import CaseFile
from mediator.domain.stage import standing
from ui.widgets.button import PressedByEnter, primary_button

STEPS = (
    ("intake", "登记"),
    ("hearings", "调解"),
    ("agreement", "协议"),
    ("performance", "履行"),
    ("visits", "回访"),
    ("archive", "归档"),
)
ASIDE = (("materials", "材料"),)  # open at any time, no step of the way
NEXT = {
    "hold": ("登记第 {n} 次调解", "hearings"),
    "agree": ("写明协议", "agreement"),
    "fail": ("登记调解不成功", "end"),
    "sign": ("登记签名盖章", "agreement"),
    "perform": ("登记履行", "performance"),
    "visit": ("登记回访", "visits"),
    "archive": ("归档", "archive"),
}


class Way(QWidget):
    """`asked(step)` comes from a step, `next_asked(step)` from the filled button."""

    asked = Signal(str)
    next_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_step = ""
        self._group = QButtonGroup(self)
        self._steps: dict[str, QPushButton] = {}
        self._strokes: list[QFrame] = []
        self._marks: dict[str, str] = {}
        line = self._line = QHBoxLayout()
        for number, (key, word) in enumerate((*STEPS, *ASIDE)):
            if number:
                line.addWidget(self._stroke(), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(self._step(number, key, word))
        self._strokes[-1].setProperty("role", "")  # 材料 stands beside the way, not on it
        self.next_button = primary_button("", lambda: self.next_asked.emit(self._next_step), parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 8)
        layout.setSpacing(12)
        line.addStretch(1)
        layout.addLayout(line, 1)
        layout.addWidget(self.next_button)
        self._group.idClicked.connect(lambda place: self.asked.emit((*STEPS, *ASIDE)[place][0]))

    def show_file(self, file: CaseFile) -> None:
        """Say of each step how far it is, and name the next one."""
        self._marks = {key: _mark(key, file) for key, _ in (*STEPS, *ASIDE)}
        step = standing(file).next_step
        text, self._next_step = ("", "") if file.is_removed else NEXT.get(step, ("", ""))
        self.next_button.setText(text.format(n=len(file.hearings) + 1))
        self.next_button.setAccessibleName(f"下一步：{self.next_button.text()}")
        self.next_button.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the strokes out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "next_button"):
            self._fit()

    def _fit(self) -> None:
        self._write(wide=True)
        layout = self.layout()
        if layout is not None and layout.sizeHint().width() > self.width():
            self._write(wide=False)

    def _write(self, *, wide: bool) -> None:
        self._line.setSpacing(4 if wide else 0)
        for stroke in self._strokes:
            stroke.setVisible(wide)
        for key, word in (*STEPS, *ASIDE):
            mark = self._marks.get(key, "")
            short = mark.replace(" ", "").removesuffix("次")
            self._steps[key].setText(f"{word}{mark if wide else short}")

    def show_step(self, key: str) -> None:
        """Mark the step that is open."""
        self._steps[key].setChecked(True)

    def _step(self, number: int, key: str, word: str) -> QPushButton:
        made = PressedByEnter(word, self)
        made.setObjectName(f"step-{key}")
        made.setProperty("role", "step")
        made.setCheckable(True)
        made.setAutoDefault(False)
        self._group.addButton(made, number)
        self._steps[key] = made
        return made

    def _stroke(self) -> QFrame:
        stroke = QFrame(self)
        stroke.setProperty("role", "line")
        stroke.setFixedWidth(12)
        self._strokes.append(stroke)
        return stroke


def _mark(key: str, file: CaseFile) -> str:
    done = {
        "intake": True,
        "agreement": file.effect_on is not None,
        "performance": file.performance == "done",
        "archive": file.is_archived,
    }
    if key == "materials":
        return f" {len(file.attachments)}" if file.attachments else ""
    counts = {"hearings": len(file.hearings), "visits": len(file.visits)}
    if key in counts:
        return f" {counts[key]} 次" if counts[key] else ""
    return " ✓" if done[key] else ""
