"""The file of an attachment: a small picture, what it is, whether it is whole, and what can be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediator.domain.attachment import Attachment, may_run
from ui.attachment_picture import shows
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.flow import FlowLayout
from ui.widgets.label import plain_label
from ui.widgets.note import Note

NO_FILE = "只登记在证据清单里，没有附文件。"
RUNS = "这种文件打开后会运行程序：只保存，不打开。需要时用“另存为”取出。"
NOT_SHOWN = "这种文件不能在这里预览。"
ACTIONS = (
    ("look", "查看"),
    ("turn", "向右转 90°"),
    ("open", "用其他程序打开…"),
    ("save", "另存为…"),
    ("up", "上移"),
    ("down", "下移"),
)


class AttachmentBox(QWidget):
    """`asked(key)` comes from its buttons: look, turn, open, save, up, down."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().horizontalAdvance("中")
        self._size = QSize(em * 9, em * 7)
        self.thumb = QLabel(self)
        self.thumb.setFixedSize(self._size)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.thumb.setProperty("role", "card")
        self.words = plain_label("", parent=self, wrap=True, selectable=True)
        self.note = Note(self)
        self.buttons = {key: button(word, parent=self) for key, word in ACTIONS}
        self._build()

    def show_piece(self, piece: Attachment | None, *, editable: bool, place: tuple[int, int]) -> None:
        """Show a piece; `place` is its number and how many there are. None hides everything."""
        self.setVisible(piece is not None)
        if piece is None:
            return
        self.words.setText(_file_words(piece))
        runs = piece.has_file and may_run(piece.file_name)
        seen = piece.has_file and shows(piece.file_name)
        self.thumb.setVisible(seen)
        self.thumb.setPixmap(QPixmap())
        if runs:
            self.note.say(RUNS, Tone.ATTENTION)
        else:
            self.note.say("" if seen else NOT_SHOWN if piece.has_file else NO_FILE)
        offered = {
            "look": seen,
            "turn": seen and editable,
            "open": piece.has_file and not runs,
            "save": piece.has_file,
            "up": editable and place[0] > 1,
            "down": editable and place[0] < place[1],
        }
        for key, made in self.buttons.items():
            made.setVisible(offered[key])

    def show_picture(self, image: QImage) -> None:
        """Show what the file looks like."""
        if image.isNull():
            self.note.say("文件内容不能显示为图片，文件本身保存完好。", Tone.QUIET)
            return
        dots = self.devicePixelRatioF()
        fitted = QPixmap.fromImage(
            image.scaled(
                self._size * dots,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        fitted.setDevicePixelRatio(dots)
        self.thumb.setPixmap(fitted)

    def show_fault(self, words: str) -> None:
        """Say that the file is gone or changed; what needs its bytes is not offered."""
        self.note.say(words, Tone.DANGER)
        self.thumb.hide()
        for key in ("look", "turn", "open", "save"):
            self.buttons[key].setVisible(False)

    def _build(self) -> None:
        flow = FlowLayout(spacing=6)
        for key, made in self.buttons.items():
            made.clicked.connect(lambda _checked=False, key=key: self.asked.emit(key))
            flow.addWidget(made)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self.words)
        side.addWidget(self.note)
        side.addLayout(flow)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(side, 1)


def _file_words(piece: Attachment) -> str:
    if not piece.has_file:
        return ""
    whole = piece.size / 1024 / 1024
    size = f"{whole:.1f} MB" if whole >= 1 else f"{max(1, round(piece.size / 1024))} KB"
    added = f"　{piece.added_at.astimezone():%Y-%m-%d %H:%M} 添加" if piece.added_at else ""
    return f"{piece.file_name}　{size}{added}"
