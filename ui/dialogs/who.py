"""Who sits at the desk: the name that every act carries in the history; a new one may be written down."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.tab_order import TabByLayout
from ui.widgets.button import button, primary_button
from ui.widgets.entry import TextField
from ui.widgets.label import plain_label


class WhoDialog(TabByLayout, QDialog):
    """`chosen` is the name after OK; Enter takes the marked one."""

    def __init__(self, names: Sequence[str], last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("现在是谁在用")
        self.chosen = ""
        self.list = QListWidget(self)
        self.list.setAccessibleName("调解员")
        self.list.setSpacing(3)
        self.list.addItems(list(names))
        self.list.setCurrentRow(max(0, list(names).index(last) if last in names else 0))
        self.list.itemActivated.connect(self._take)
        self.other = TextField(self, placeholder="名单里没有的，在这里写下姓名")
        self.other.line.setAccessibleName("新的姓名")
        self.other.line.returnPressed.connect(self._take_current)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("取消", self.reject, parent=self))
        row.addWidget(primary_button("确定", self._take_current, parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label("现在是谁在用？", "title", self))
        layout.addWidget(plain_label("登记和改动都会记在这个名字下。", "secondary", self, wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.other)
        layout.addLayout(row)
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(em * 22, em * (9 + 2 * min(len(names), 8)))
        self.list.setVisible(bool(names))
        (self.list if names else self.other).setFocus()

    def _take_current(self) -> None:
        current = self.list.currentItem()
        if self.other.value():
            self.chosen = self.other.value()
            self.accept()
        elif current is not None:
            self._take(current)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen = item.text()
        self.accept()
