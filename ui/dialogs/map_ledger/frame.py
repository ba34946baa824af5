"""The frame of a dialog in steps: where one stands, a banner, the step itself, and the way on and back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.tab_order import TabByLayout
from ui.widgets.banner import Banner
from ui.widgets.button import button, primary_button
from ui.widgets.label import in_short, plain_label


class StepsFrame(TabByLayout, QDialog):
    """Children fill the stack and say what 下一步 and 上一步 do."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = plain_label("", "secondary", self)
        self.banner = Banner(self)
        self.stack = QStackedWidget(self)
        self.close_button = button("关闭", self.reject, parent=self)
        self.back_button = button("上一步", self.back, parent=self)
        self.next_button = primary_button("下一步", self.next, parent=self)
        self._aside = QHBoxLayout()
        self._lay_out(title)

    def next(self) -> None:
        """One step on."""
        raise NotImplementedError

    def back(self) -> None:
        """One step back."""
        raise NotImplementedError

    def add_aside(self, *made: QPushButton) -> None:
        """Put quiet buttons at the left of the foot."""
        for one in made:
            self._aside.addWidget(one)

    def mark_step(self, titles: Sequence[str]) -> None:
        """Say in a line which steps there are and which is the present one."""
        here = self.stack.currentIndex()
        marks = (f"【{title}】" if place == here else title for place, title in enumerate(titles))
        self.steps.setText("　→　".join(f"{place} {words}" for place, words in enumerate(marks, 1)))

    def _lay_out(self, title: str) -> None:
        foot = QHBoxLayout()
        foot.addLayout(self._aside)
        foot.addStretch(1)
        for made in (self.close_button, self.back_button, self.next_button):
            foot.addWidget(made)
        head = QHBoxLayout()
        head.addWidget(plain_label(in_short(title), "title", self))
        head.addStretch(1)
        head.addWidget(self.steps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)
        em, room = self.fontMetrics().horizontalAdvance("中"), self.screen().availableSize()
        self.resize(min(em * 80, round(room.width() * 0.94)), min(em * 46, round(room.height() * 0.88)))
