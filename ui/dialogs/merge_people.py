"""合并为一个人: what comes out of two people of the register who are one, the reason, and the way back."""

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.casework.register import merge
from mediator.domain.register import KnownPerson, disagree
from ui.dialogs.base import FormDialog
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.known_people import case_words, person_words
from ui.widgets.label import plain_label

SHOWN: Final = 4  # cases of each that are named
DIFFERS: Final = {"kind": "种类", "birth_date": "出生日期", "sex": "性别", "id_number": "证件号码"}


class MergePeople(FormDialog):
    """Asks for the reason under a picture of what comes out."""

    def __init__(
        self, services: Services, kept: KnownPerson, gone: KnownPerson, parent: QWidget | None = None
    ) -> None:
        form = FieldForm(
            [Field("reason", "理由", required=True, hint="如 身份证号相同；本人到场核对过证件")], columns=1
        )

        def save(values: dict[str, Any]) -> None:
            merge(services.desk, kept.id, gone.id, values["reason"])

        super().__init__(
            "合并为一个人", form, services.messages, save, words=services.words, ok="合并", parent=parent
        )
        self.preview = plain_label(preview(kept, gone), parent=self, wrap=True, selectable=True)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self.preview)
        self.resize(self.width(), self.height() + self.preview.heightForWidth(self.width() - 40))
        if against := disagree(kept.facts, gone.facts):
            names = "、".join(DIFFERS[name] for name in against)
            self.banner.say(f"两边登记的{names}不一样。请核对清楚是同一个人，再合并。", Tone.ATTENTION)


def preview(kept: KnownPerson, gone: KnownPerson) -> str:
    """Both with their cases, and what is the same afterwards."""
    total = len({case.case_id for one in (kept, gone) for case in one.cases})
    return "\n".join(
        (
            *_told(kept),
            *_told(gone),
            f"合并后算同一个人，共 {total} 件纠纷。各案件里写的姓名、证件和文书都不变；"
            "合错了，可以在“合并记录”里撤销。",
        )
    )


def _told(person: KnownPerson) -> list[str]:
    cases = [f"　　{case.code}　{case_words(case)}" for case in person.cases[:SHOWN]]
    more = [f"　　……共 {len(person.cases)} 件"] if len(person.cases) > SHOWN else []
    return [f"· {person_words(person)}", *cases, *more]
