"""改动记录: who did what and when, with the old and the new value in words."""

from datetime import datetime

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from mediator.domain.casefile import CaseFile, HistoryEntry
from ui.models.labels import path_word, value_word
from ui.models.words import VERBS
from ui.tab_order import TabByLayout
from ui.widgets.button import button
from ui.widgets.label import plain_label

LONGEST = 200  # characters of a value shown; the whole of it stays on record


class HistoryDialog(TabByLayout, QDialog):
    """A plain text of every act, newest first; it can be copied."""

    def __init__(self, entries: list[HistoryEntry], file: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("改动记录")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setPlainText("\n\n".join(entry_text(entry, file) for entry in reversed(entries)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label(f"改动记录　{file.code}", "title", self))
        layout.addWidget(self.text, 1)
        layout.addWidget(button("关闭", self.accept, parent=self))
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(em * 52, em * 34)


def entry_text(entry: HistoryEntry, file: CaseFile) -> str:
    """One act in words: time, person, verb, then each changed value."""
    at: datetime = entry.at.astimezone()
    lines = [f"{at:%Y-%m-%d %H:%M}　{entry.who or '（未署名）'}　{VERBS.get(entry.verb, '其他改动')}"]
    old, new = entry.before or {}, entry.after or {}
    for path in {**old, **new}:
        label = path_word(path, file)
        if not label:
            continue
        before, after = (
            _short(value_word(path, old.get(path), file)),
            _short(value_word(path, new.get(path), file)),
        )
        lines.append(f"　　{label}：{before} → {after}" if path in old else f"　　{label}：{after}")
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……（共 {len(text)} 字）"
