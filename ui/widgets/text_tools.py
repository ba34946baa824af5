"""What a record of a hearing needs beside writing: Ctrl+F looks for words, F11 gives it the whole screen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from ui.dialogs.enlarged import EnlargedDialog
from ui.widgets.button import button
from ui.widgets.find_bar import FindBar
from ui.widgets.text_edit import LongText


class TextTools(QObject):
    """Belongs to one long text."""

    def __init__(self, text: LongText) -> None:
        super().__init__(text)
        self._text = text
        self.find_bar = FindBar(text.edit, text)
        layout = text.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.find_bar)
        self.enlarged: EnlargedDialog | None = None
        for word, tip, act in (
            ("查找", "在这段文字里查找（Ctrl+F）", self.find_bar.open),
            ("放大", "放大到整个屏幕（F11）", self.toggle),
        ):
            made = button(word, act, role="link", parent=text)
            made.setToolTip(tip)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tip names the keys; Tab goes on
            text.add_tool(made)
        for part in (text.edit, self.find_bar.line):
            part.installEventFilter(self)

    def toggle(self) -> None:
        """Give the text the whole screen, or give it back."""
        if self.enlarged is not None:
            self.enlarged.accept()
            return
        self.enlarged = EnlargedDialog(self._text, self._text.edit.accessibleName())
        self.enlarged.finished.connect(self._on_back)
        self.enlarged.open()
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of this field, claimed before those of the window: there Ctrl+F looks for cases."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return False
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        act = None
        if event.key() == Qt.Key.Key_F and control:
            act = self.find_bar.open
        elif event.key() == Qt.Key.Key_F11 and not event.modifiers():
            act = self.toggle
        elif self.enlarged is not None and control and event.key() == Qt.Key.Key_S:
            act = self._save
        elif self.enlarged is not None and control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            act = self.toggle  # to the next field it goes from the form, where that is seen
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            act()
        return True

    def _save(self) -> None:
        """Go back and save there: the key belongs to the page, which the enlarged text covers."""
        self.toggle()
        around = self._text.parentWidget()
        while around is not None:
            for shortcut in around.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if shortcut.key() == QKeySequence("Ctrl+S"):
                    shortcut.activated.emit()
                    return
            around = around.parentWidget()

    def _on_back(self) -> None:
        self.enlarged = None
