"""Corrects why a dispute was not taken, and where the parties were told to go."""

from typing import Any

from PySide6.QtWidgets import QWidget

from mediator.casework.refuse import correct_refusal
from mediator.domain.casefile import CaseFile
from ui.dialogs.base import FormDialog
from ui.services import Services
from ui.widgets.refusal_form import RefusalForm


def refusal_dialog(services: Services, file: CaseFile, parent: QWidget | None = None) -> FormDialog:
    """A dialog over the refusal of this case."""
    form = RefusalForm(file.case.track)
    form.set_told(file.ending.reason, file.ending.reason_text)

    def save(values: dict[str, Any]) -> None:
        correct_refusal(services.desk, file.id, values["reason"], values["advice"])
        services.saved()

    dialog = FormDialog("更正不予受理", form, services.messages, save, words=services.words, parent=parent)
    dialog.keep_drafts(services.drafts, f"case:{file.id}:do/refusal:0", f"{file.code} 更正不予受理")
    return dialog
