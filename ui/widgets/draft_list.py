"""On the desk: what one typed and never saved, each with its way on."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediator.domain.workplace import Draft
from ui.drafts import DraftKeeper
from ui.widgets.button import button
from ui.widgets.draft_banner import when
from ui.widgets.label import plain_label

MOST = 5  # the desk is for what is due; the rest follows when these are done with


class DraftList(QFrame):
    """Hidden while there is none."""

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self.setProperty("banner", "accent")
        self.head = plain_label("", parent=self)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(10, 6, 10, 6)
        self._body.setSpacing(2)
        self._body.addWidget(self.head)
        self._rows: list[QWidget] = []
        drafts.offers_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        offers = self._drafts.offers()
        more = f"，先列最近 {MOST} 份" if len(offers) > MOST else ""
        self.head.setText(f"有 {len(offers)} 份没有保存的内容{more}：")
        self._rows = [self._row(draft) for draft in offers[:MOST]]
        self.setVisible(bool(offers))

    def _row(self, draft: Draft) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(plain_label(draft.title, parent=row, wrap=True), 1)
        line.addWidget(plain_label(when(draft), "secondary", row))
        for word, act in (("继续填写", self._drafts.resume), ("不要了", self._drafts.drop)):
            made = button(word, partial(act, draft), role="link", parent=row)
            made.setAccessibleName(f"{word}：{draft.title}")
            line.addWidget(made)
        self._body.addWidget(row)
        row.show()
        return row
