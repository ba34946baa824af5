"""A long text over the whole screen: the very field is lent to it, so nothing typed is anywhere else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import button
from ui.widgets.label import plain_label


class EnlargedDialog(QDialog):
    """Gives the field back to its form when it closes, by whatever way."""

    def __init__(self, field: QWidget, title: str) -> None:
        super().__init__(field.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title or "放大")
        self._field = field
        around = field.parentWidget()
        home = around.layout() if around is not None else None
        if not isinstance(home, QBoxLayout):
            raise TypeError(title)
        self._home, self._place = home, home.indexOf(field)
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "title", self))
        head.addStretch(1)
        head.addWidget(plain_label("Ctrl+S 返回并保存", "secondary", self))
        self.back_button = button("返回（F11）", self.accept, parent=self)
        head.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(field, 1)
        field.show()
        self.setWindowState(Qt.WindowState.WindowMaximized)
        self.resize(self.screen().availableSize())

    def done(self, result: int) -> None:
        """Esc, F11, the button and the window's cross all come here."""
        if self._field.window() is self:
            self._home.insertWidget(self._place, self._field)
            self._field.show()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        super().done(result)
