"""Which joint form belongs to which step."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator.domain.series import SeriesState
from ui.dialogs.base import FormDialog
from ui.dialogs.series.after import (
    archive_dialog,
    end_dialog,
    perform_dialog,
    sign_dialog,
    visit_dialog,
)
from ui.dialogs.series.agree import agree_dialog
from ui.dialogs.series.hear import hear_dialog
from ui.services import Services

DIALOGS: dict[str, Callable[[Services, SeriesState, QWidget | None], FormDialog]] = {
    "hold": hear_dialog,
    "agree": agree_dialog,
    "fail": end_dialog,
    "sign": sign_dialog,
    "perform": perform_dialog,
    "visit": visit_dialog,
    "archive": archive_dialog,
}
