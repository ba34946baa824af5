"""A draft whose form can no longer be written into: its words can be read and copied."""

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mediator.domain.workplace import Draft
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label

WHY = "这里已经不能再填写（案件已归档、已移入回收站，或者记录已作废）。需要的内容可以复制出来。"


class ReadDraft(QDialog):
    """Shows the words and nothing else."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("没有保存的内容")
        self.text = QPlainTextEdit(draft_text(draft), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("没有保存的内容")
        self.copy_button = primary_button("全部复制", self.copy, parent=self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("关闭", self.reject, parent=self))
        buttons.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label(draft.title, "title", self, wrap=True))
        layout.addWidget(plain_label(WHY, "secondary", self, wrap=True))
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(em * 42, em * 28)

    def copy(self) -> None:
        """Put all words into the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())


def read_draft(draft: Draft) -> None:
    """Show the words of a draft over the active window."""
    ReadDraft(draft, QApplication.activeWindow()).open()


def draft_text(draft: Draft) -> str:
    """The words of a draft, each field with its label."""
    return "\n\n".join(f"{label}：{words}" for label, words in draft.value["words"].items() if words)
