"""生僻字: a character by its code point, or one used before, shown large and put in by Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mediator.domain.characters import block_of, code_of, is_han, read_code
from ui.rare_faces import load_rare_faces
from ui.rare_words import char_trouble
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label
from ui.widgets.note import Note

RECENT: Final = "rare_characters"
MOST_RECENT: Final = 12
LARGE: Final = 2.6  # of a list's characters against the text
LARGEST: Final = 5.0
WIDTH_EM: Final = 30
IN_A_ROW: Final = 7
MOST_ROWS: Final = 3  # seen at once; the others by scrolling


def ask_rare_character(known: Sequence[str], settings: QSettings, parent: QWidget | None) -> str:
    """Let the person choose a character and remember it on this PC; "" when none was chosen."""
    recent = recent_characters(settings)
    dialog = RareCharacterDialog(recent, known, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    kept = [dialog.chosen, *(char for char in recent if char != dialog.chosen)][:MOST_RECENT]
    settings.setValue(RECENT, " ".join(code_of(char) for char in kept))
    return dialog.chosen


def recent_characters(settings: QSettings) -> list[str]:
    """What was chosen last on this PC, the latest first."""
    codes = str(settings.value(RECENT, "")).split()
    return [char for code in codes if (char := read_code(code))]


class RareCharacterDialog(TabByLayout, QDialog):
    """`chosen` is the character after OK."""

    def __init__(self, recent: Sequence[str], known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_rare_faces()
        self.chosen = ""
        self.setWindowTitle("生僻字")
        self.code = QLineEdit(self)
        self.code.setPlaceholderText("如 2B5AE 或 U+2B5AE")
        self.code.setAccessibleName("字的编码")
        self.code.setMaxLength(20)
        self.sample = plain_label("", "", self)
        self.sample.setAccessibleName("选中的字")
        self.told = Note(self)
        self.recent = _characters("最近用过", recent, self)
        self.known = _characters("本单位登记里有的", known, self)
        self.ok_button = primary_button("插入", self._take, parent=self)
        self._build()
        self._listen()
        self._show("")

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        self.sample.setFixedSize(round(em * LARGEST * 1.3), round(em * LARGEST * 1.3))
        self.sample.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sample.setStyleSheet(f"font-size: {self.font().pointSizeF() * LARGEST}pt")
        words = QVBoxLayout()
        words.addWidget(plain_label("字的编码", "label", self))
        words.addWidget(self.code)
        words.addWidget(self.told, 1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.sample)
        orders = QHBoxLayout()
        orders.addStretch(1)
        orders.addWidget(button("取消", self.reject, parent=self))
        orders.addWidget(self.ok_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label("生僻字", "title", self))
        layout.addWidget(plain_label("输入编码，或从下面选一个，按 Enter 插入。", "secondary", self))
        layout.addLayout(head)
        for name, characters in (("最近用过", self.recent), ("本单位登记里有的", self.known)):
            if characters.count():
                layout.addWidget(plain_label(name, "label", self))
                layout.addWidget(characters)
        layout.addLayout(orders)
        # Room for the longest trouble: a window that grew while one types would jump.
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.resize(em * WIDTH_EM, self.sizeHint().height())

    def _listen(self) -> None:
        self.code.textChanged.connect(self._on_code)
        self.code.returnPressed.connect(self._take)
        for characters in (self.recent, self.known):
            characters.itemActivated.connect(self._on_activated)
            characters.currentItemChanged.connect(lambda item, _before: self._on_item(item))
            characters.itemClicked.connect(self._on_item)

    def _on_code(self, text: str) -> None:
        typed = text.strip()
        char = typed if len(typed) == 1 and not typed.isascii() else read_code(typed)
        self._show(char)
        if typed and not char:
            self.told.say("还不是一个字的编码")

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.text())

    def _on_activated(self, item: QListWidgetItem) -> None:
        self._show(item.text())
        self._take()

    def _show(self, char: str) -> None:
        self.chosen = char
        self.sample.setText(char)
        self.ok_button.setEnabled(bool(char))
        trouble = char_trouble(char) if char else ""
        self.told.say(trouble or (_named(char) if char else ""), Tone.ATTENTION if trouble else Tone.QUIET)
        self.told.show()  # also without words it keeps its place

    def _take(self) -> None:
        if self.chosen:
            self.accept()


def _named(char: str) -> str:
    block = block_of(char)
    return f"{code_of(char)}，扩展 {block} 区" if block and is_han(char) else code_of(char)


def _characters(name: str, chars: Sequence[str], parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setAccessibleName(name)
    made.setFlow(QListView.Flow.LeftToRight)
    made.setWrapping(True)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setUniformItemSizes(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * LARGE)
    cell = round(parent.fontMetrics().height() * LARGE)
    for char in chars:
        item = QListWidgetItem(char, made)
        item.setFont(font)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setSizeHint(QSize(cell, cell))
        item.setToolTip(code_of(char))
    rows = min(-(-len(chars) // IN_A_ROW), MOST_ROWS)
    made.setFixedHeight(cell * rows + 14)
    made.setVisible(bool(chars))
    return made
