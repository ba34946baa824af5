"""What a check has found, each with the way to where it is mended; folded until somebody looks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mediator.domain.finding import Finding
from mediator.findings import say_finding, say_mending, source_of, weight_of
from ui.icons import icon
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.label import hairline, plain_label

TONES = {"must": (Tone.DANGER, "应改"), "look": (Tone.ATTENTION, "请核对")}


def summary(found: Sequence[Finding]) -> str:
    """How much was found, in words."""
    counts = [(word, sum(weight_of(one) == weight for one in found)) for weight, (_, word) in TONES.items()]
    told = "，".join(f"{word} {count} 项" for word, count in counts if count)
    return told or "没有发现问题"


class FindingsPanel(QFrame):
    """`show_findings` says what was found; `asked(Finding)` comes with 去修改."""

    asked = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.found: tuple[Finding, ...] = ()
        self._title = title
        self.picture = QLabel(self)
        self.words = plain_label("", parent=self, wrap=True)
        self.more = button("查看", self._toggle, role="link", parent=self)
        self.list = QWidget(self)
        self._lines = QVBoxLayout(self.list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._lines.addStretch(1)  # room to spare belongs below, not unevenly between the lines
        self._parts: list[QWidget] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.list.hide()

    def say_busy(self) -> None:
        """The check is still running."""
        self._say("正在检查……", Tone.QUIET)
        self.more.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Say what was found; a list that is open stays open while there is something in it."""
        self.found = tuple(found)
        worst = next((TONES[weight_of(one)][0] for one in found), Tone.GOOD)
        self._say(summary(found), worst)
        self.more.setVisible(bool(found))
        self.list.setVisible(self.list.isVisible() and bool(found))
        self._fill()
        self._name_more()

    @property
    def must(self) -> int:
        """How many things must be mended."""
        return sum(weight_of(one) == "must" for one in self.found)

    def unfold(self, open_it: bool) -> None:
        """Show or hide the list."""
        self.list.setVisible(open_it)
        self._name_more()

    def _toggle(self) -> None:
        self.unfold(self.list.isHidden())

    def _name_more(self) -> None:
        self.more.setText("查看" if self.list.isHidden() else "收起")
        self.more.setAccessibleName(f"{self.more.text()}{self._title}")

    def _say(self, text: str, tone: Tone) -> None:
        size = self.fontMetrics().ascent()
        self.picture.setPixmap(icon(tone.icon, tone.ink).pixmap(size, size))
        self.words.setText(f"{self._title}：{text}")

    def _fill(self) -> None:
        for part in self._parts:  # not takeAt, whose items live on and spoil the heights of new ones
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [part for one in self.found for part in (hairline(self.list), self._line(one))]
        for place, part in enumerate(self._parts):
            self._lines.insertWidget(place, part)

    def _line(self, one: Finding) -> QWidget:
        tone, word = TONES[weight_of(one)]
        line = QWidget(self.list)
        size = self.fontMetrics().ascent()
        picture = QLabel(line)
        picture.setPixmap(icon(tone.icon, tone.ink).pixmap(size, size))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(
            _as_tall_as_needed(plain_label(f"{word}　{say_finding(one)}", parent=line, wrap=True))
        )
        for words in (say_mending(one), f"依据：{source_of(one)}"):
            texts.addWidget(_as_tall_as_needed(plain_label(words, "secondary", line, wrap=True)))
        go = button("去修改", partial(self.asked.emit, one), role="link", parent=line)
        go.setAccessibleName(f"去修改：{say_finding(one)}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _as_tall_as_needed(label: QLabel) -> QLabel:
    """A label asks for the height of its words at a narrow width, unless its height follows its width."""
    policy = label.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
