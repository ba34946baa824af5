"""People who join a series later: new ones with a list, or a case that was taken in singly."""

from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mediator.casework.series import join_series
from mediator.domain.series import SeriesState
from ui.dialogs.base import FormDialog
from ui.pages.series_intake_page import SeriesIntakePage
from ui.services import Services
from ui.tab_order import TabByLayout
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field


class AddPeople(TabByLayout, QDialog):
    """The intake of many with everything common filled in; Esc asks before a begun list is dropped."""

    def __init__(self, services: Services, state: SeriesState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"再加申请人 — {state.series.name}")
        self.page = SeriesIntakePage(services, self)
        self.page.added.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        room = self.screen().availableSize()
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(min(em * 68, round(room.width() * 0.95)), round(room.height() * 0.88))
        self.page.add_to(state)

    def reject(self) -> None:
        """Esc and the window's cross are the same."""
        if self.page.may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        self.reject()
        event.setAccepted(not self.isVisible())


def join_dialog(services: Services, state: SeriesState, parent: QWidget | None = None) -> FormDialog:
    """A case that was taken in singly goes along from now on."""
    form = FieldForm([Field("number", "案号或卷号", required=True, hint="如 2026-00012")], columns=1)

    def save(values: dict[str, Any]) -> None:
        case = services.desk.file_of(values["number"])
        join_series(services.desk, case.id, state.series.id)
        services.saved()

    return FormDialog(
        "并入已有案件", form, services.messages, save, words=services.words, ok="并入", parent=parent
    )
