"""本单位目录: the office's own order of a dossier, begun from the list of 13 or of 9 lines."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from mediator.casework.set_up import save_settings
from mediator.domain.errors import RuleBroken
from mediator.domain.track import all_tracks
from ui.dialogs.base import FormDialog
from ui.services import Services
from ui.widgets.dossier_editor import DossierEditor
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

TRACK: Final = "people"
STARTS: Final = (("从 13 项开始", "extended"), ("从 9 项开始", "national"))


def own_dossier_dialog(services: Services, parent: QWidget | None = None) -> FormDialog:
    """The dialog; an office without its own list begins with the one of 13 lines."""
    lists = all_tracks()[TRACK].dossier_lists
    before = services.desk.settings()

    def ask(text: str) -> bool:
        return services.messages.ask(text, "换成这个目录")

    def make() -> DossierEditor:
        return DossierEditor([(word, lists[key]) for word, key in STARTS], ask, TRACK)

    def save(values: dict[str, Any]) -> None:
        chosen = "own" if values["use"] else before.dossier_list
        if not values["use"] and chosen == "own":
            chosen = "extended"
        update = {"own_dossier": values["own_dossier"], "dossier_list": chosen}
        try:
            save_settings(services.desk, services.desk.settings().model_copy(update=update))
        except RuleBroken as refusal:
            line = refusal.values.get("line")
            if isinstance(line, int):
                form.field("own_dossier").point(line, services.words(refusal))
            raise
        services.saved()

    fields = [
        Field("use", "", "tick", hint="归档时用本单位目录（不勾选就只保存，不使用）"),
        Field("own_dossier", "", "own", make=make),
    ]
    form = FieldForm(fields, columns=1)
    form.set_values(
        {
            "use": before.dossier_list == "own" or not before.own_dossier,
            "own_dossier": before.own_dossier or lists["extended"],
        }
    )
    dialog = FormDialog("本单位目录", form, services.messages, save, words=services.words, parent=parent)
    dialog.keep_drafts(services.drafts, "settings:own-dossier", "本单位目录")
    em = dialog.fontMetrics().horizontalAdvance("中")
    room = dialog.screen().availableSize()
    dialog.resize(min(em * 62, round(room.width() * 0.95)), min(em * 44, round(room.height() * 0.9)))
    return dialog
