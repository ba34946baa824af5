"""The one excepthook: a fault is shown calmly, once, with nothing personal in its report."""

import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mediator.domain.errors import MediatorError
from ui.widgets.button import button, primary_button
from ui.widgets.label import plain_label

QUIET_SECONDS = 30.0


def report(error: BaseException) -> str:
    """Types and places only: messages and values may hold names and are left out."""
    lines = [
        f"调解工作台 {_version()} · Python {platform.python_version()}",
        f"Qt {qVersion()} · {platform.system()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


class CrashHook(QObject):
    """Brings faults of every thread to the window's thread and shows each kind once in a while.

    A refusal that nobody caught, such as a busy database while a page is read, is no fault: it is said.
    """

    _came = Signal(str)
    _refused = Signal(object)

    def __init__(
        self,
        show: Callable[[str], object],
        refuse: Callable[[MediatorError], object],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._refuse = refuse
        self._clock = clock
        self._shown_at: dict[str, float] = {}
        self._busy = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Accept a fault on any thread; Ctrl+C at a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, MediatorError):
            self._refused.emit(error)
            return
        try:
            text = report(error if error is not None else kind())
        except Exception:
            text = kind.__qualname__
        self._came.emit(text)

    @Slot(str)
    def _on_came(self, text: str) -> None:
        now = self._clock()
        if self._busy or now - self._shown_at.get(text, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        self._alone(lambda: self._show(text))
        self._shown_at[text] = self._clock()

    @Slot(object)
    def _on_refused(self, error: MediatorError) -> None:
        if not self._busy:
            self._alone(lambda: self._refuse(error))

    def _alone(self, show: Callable[[], object]) -> None:
        """Show one thing, while what comes meanwhile is dropped."""
        self._busy = True
        try:
            show()
        finally:
            self._busy = False


class CrashDialog(QDialog):
    """Says that work goes on, and gives the report to whoever looks after the program."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出错")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("中") * 36)
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("错误报告")
        copy = button("复制报告", self.copy, parent=self)
        close = primary_button("继续使用", self.accept, parent=self)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label("刚才的一步没有做成", "title", self))
        calm = (
            "这是程序的差错，不是您的操作问题。已保存的内容没有丢失，可以继续使用；"
            "若一再出现，请把下面的报告交给维护人员。"
        )
        layout.addWidget(plain_label(calm, parent=self, wrap=True))
        layout.addWidget(
            plain_label("报告里只有出错的位置，没有案件和个人信息。", "secondary", self, wrap=True)
        )
        layout.addWidget(self.text, 1)
        layout.addLayout(row)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())


def show_crash(text: str) -> None:
    """Show the report over the active window."""
    CrashDialog(text, QApplication.activeWindow()).exec()


def _version() -> str:
    try:
        return version("mediator")
    except PackageNotFoundError:
        return ""
