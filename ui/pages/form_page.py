"""A page around one form with one 保存: nothing typed is lost by leaving."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import UNSAVED, may_leave
from ui.pages.page import Page
from ui.services import Services
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.form import FieldForm
from ui.widgets.label import plain_label
from ui.widgets.scroll import scrolling


class FormPage(Page):
    """Children say how the form is filled (`load`) and saved (`write`); `body` takes what stands below it."""

    def __init__(
        self, services: Services, key: str, title: str, form: FieldForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.form = form
        self.setProperty("role", "page")
        self.banner = Banner(self)
        self.draft_banner = DraftBanner(self)
        self.save_button = button("保存", self.save, parent=self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(12)
        self.body.addWidget(form)
        self._build(title)
        form.submitted.connect(self.save_button.setFocus)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        services.drafts.watch(
            self, lambda: form, lambda: key, lambda: title, self.draft_banner, begun=lambda: form.clean
        )

    def load(self) -> None:
        """Show in the form what is on record."""
        raise NotImplementedError

    def write(self) -> bool:
        """Do the verb with what the form holds."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again, unless something typed is not yet saved."""
        if not self.form.dirty:
            self.load()

    def save(self) -> bool:
        """Check the form and do the verb; False when something stays to be mended."""
        if not self.form.check() or not self.write():
            return False
        self.form.mark_clean()
        self.load()
        return True

    def may_leave(self) -> bool:
        """Ask once about what was not saved."""
        if not self.form.dirty:
            return True
        return may_leave(self.services.messages, UNSAVED, save=self.save, drop=self.load)

    def _build(self, title: str) -> None:
        inner = QWidget(self)
        inner.setLayout(self.body)
        top = QHBoxLayout()
        top.addWidget(plain_label(title, "title", self))
        top.addStretch(1)
        top.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 4, 12)
        layout.setSpacing(10)
        top.setContentsMargins(0, 0, 12, 0)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.draft_banner)
        layout.addWidget(scrolling(inner, self), 1)
