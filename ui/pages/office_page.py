"""The office and its people: what stands on the papers, who mediates, which committees are known."""

from PySide6.QtWidgets import QWidget

from mediator.casework.set_up import committees, save_office
from mediator.codes import code_list
from mediator.domain.facts import build
from mediator.domain.office import Committee, Office
from ui.models.rows import Column, RowsModel
from ui.pages.form_page import FormPage
from ui.services import Services
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label
from ui.widgets.people_list import PeopleList
from ui.widgets.table import ListTable

ROWS_SHOWN = 6


class OfficePage(FormPage):
    """A form, the mediators, and the committees to read."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, "office", "机构人员", FieldForm(_fields()), parent)
        self.people = PeopleList(services, self)
        self.committees = ListTable(RowsModel(_columns()), self, name="调委会")
        self.committees.setMinimumHeight(round(self.fontMetrics().height() * 2.1) * ROWS_SHOWN)
        self.body.addWidget(self.people)
        self.body.addWidget(plain_label("台账中出现过的调委会", "heading", self))
        self.body.addWidget(self.committees)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read everything again, but leave alone what was typed and not saved."""
        super().refresh()
        self.people.refresh()
        self.committees.rows_model.set_rows(committees(self.services.desk))

    def load(self) -> None:
        """Show the office as it is on record."""
        self.form.set_values(self.services.desk.office().model_dump())

    def write(self) -> bool:
        """Correct the office."""
        desk, values = self.services.desk, self.form.values()
        done = self.services.attempt(lambda: save_office(desk, build(Office, values)), self.form)
        if done:
            self.committees.rows_model.set_rows(committees(desk))
        return done


def _fields() -> list[Field]:
    return [
        Field("name", "调委会名称", required=True, wide=True, hint="印在文书上，如 某某街道人民调解委员会"),
        Field("kind", "种类", kind="choice", options=code_list("committee_kind").pairs(), required=True),
        Field("short_name", "简称", required=True, hint="用在卷号里；改动只影响以后的编号"),
        Field("place", "常用调解地点"),
        Field("phone", "电话"),
        Field("address", "地址"),
        Field("court", "基层人民法院", hint="司法确认时写在文书上"),
    ]


def _columns() -> list[Column[Committee]]:
    kinds = code_list("committee_kind")
    return [
        Column("名称", lambda one: one.name, 26),
        Column("种类", lambda one: kinds.word(one.kind), 10),
        Column("", lambda one: "本单位" if one.own else "", 6),
    ]
