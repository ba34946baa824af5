"""Shows an attachment large: a PDF page by page, a picture turned as it goes on paper."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediator.domain.attachment import Attachment
from ui.attachment_picture import is_pdf, picture
from ui.pdf_view import PdfView
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import plain_label

UNREADABLE = "这个文件不能在这里显示。可以另存后用别的程序查看。"


class PictureView(QLabel):
    """A picture as large as its place, never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(80, 60))
        self.setAccessibleName("图片")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._fit()

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        dots = self.devicePixelRatioF()
        room = self.size() * dots
        wanted = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if wanted.width() > self._image.width():
            wanted = self._image.size()
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        fitted.setDevicePixelRatio(dots)
        self.setPixmap(fitted)


class LookDialog(TabByLayout, QDialog):
    """One attachment and 关闭; Esc closes it."""

    def __init__(
        self, services: Services, piece: Attachment, data: bytes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"查看 — {piece.title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._services = services
        self.banner = Banner(self)
        self.view: QWidget = self._view(services, piece, data)
        row = QHBoxLayout()
        row.addWidget(plain_label(piece.file_name, "secondary", self, wrap=True), 1)
        row.addWidget(button("关闭", self.accept, parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        room = self.screen().availableSize()
        self.resize(round(room.width() * 0.7), round(room.height() * 0.85))
        self.view.setFocus()

    def _view(self, services: Services, piece: Attachment, data: bytes) -> QWidget:
        if is_pdf(piece.file_name) and not piece.turn:
            pages = PdfView(services.tasks, self)
            pages.unreadable.connect(lambda _error: self.banner.say(UNREADABLE, Tone.ATTENTION))
            pages.show_pdf(data)
            return pages
        shown = PictureView(self)
        services.tasks.start(lambda _progress: picture(piece, data), self._show_image, self._on_failed)
        return shown

    def _show_image(self, image: QImage) -> None:
        if image.isNull():
            self.banner.say(UNREADABLE, Tone.ATTENTION)
        elif isinstance(self.view, PictureView):
            self.view.show_image(image)

    def _on_failed(self, error: Exception) -> None:
        self.banner.say(self._services.explain(error), Tone.DANGER)
