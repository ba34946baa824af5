"""Opens a copy of an attachment with another program of the computer, after a warning."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from mediator.domain.attachment import Attachment, may_run
from mediator.domain.errors import MediatorError
from mediator.domain.number import safe_file_name_of
from ui.messages import Messages
from ui.widgets.attachment_box import RUNS

QUESTION = "用电脑上的其他程序打开这个文件吗？"
DETAIL = "只打开信得过的人提供的文件。打开的是一份副本，改动不会存回本案；副本在退出本程序时删除。"


def open_with_system(path: Path) -> bool:
    """Ask the system to open a file; False when it knows no program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Outside:
    """Holds the copies for as long as the program runs; `open_path` is the door to the system."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._copies: QTemporaryDir | None = None
        self._count = 0
        self.open_path: Callable[[Path], bool] = open_with_system

    def open(self, piece: Attachment, data: bytes) -> None:
        """Open a copy once the person said so; what could run is never opened."""
        if may_run(piece.file_name) or may_run(safe_file_name_of(piece.file_name)):
            self._messages.warn(RUNS)
            return
        if not self._messages.ask(QUESTION, "打开", detail=DETAIL):
            return
        if not self.open_path(self._copy(piece, data)):
            self._messages.warn("电脑上没有能打开这种文件的程序。可以另存后到别的电脑上查看。")

    def _copy(self, piece: Attachment, data: bytes) -> Path:
        if self._copies is None:
            self._copies = QTemporaryDir()
        self._count += 1
        folder = Path(self._copies.path()) / str(self._count)
        path = folder / safe_file_name_of(piece.file_name)
        try:
            folder.mkdir()
            path.write_bytes(data)
        except OSError as error:
            raise MediatorError("file-not-written", file=str(path)) from error
        return path
