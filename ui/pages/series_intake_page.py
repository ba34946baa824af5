"""Many people come with one dispute against one side: what is common once, then the list of them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediator.casework.series import add_members, open_series
from mediator.domain.agent import AgentEntry, AgentFacts
from mediator.domain.case import Intake
from mediator.domain.identity import read_id
from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.series import SeriesMember, SeriesState, common_of
from mediator.exchange.people_list import PersonLine
from ui.messages import may_leave
from ui.pages.page import Page
from ui.services import Services
from ui.widgets.button import button, primary_button
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.intake_fields import split_names
from ui.widgets.intake_form import IntakeForm
from ui.widgets.label import hairline, plain_label
from ui.widgets.party_detail import LABEL_CHARS
from ui.widgets.people_entry import PeopleEntry
from ui.widgets.scroll import scrolling

WIDEST_EM = 64
HINT = "许多人对同一方：对方、纠纷和受理情况只填一次，再录申请人名单。每人一件案件、一个编号，以后一起办。"
FIRM = PartyEntry(role="respondent", facts=PartyFacts(kind="organisation", name=""))


class SeriesIntakePage(Page):
    """The form of a single intake with a list of applicants under it."""

    added = Signal()  # instead of opening the series, where people were added to one

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.services = services
        self._joined = 0
        self.form = IntakeForm(services, parent=self)
        self.head = FieldForm(
            [
                Field("series_name", "系列名称", hint="可以不填，自动写成“甲一等12人与某公司……”", wide=True),
                Field(
                    "chosen", "推选的代表人", hint="最多 5 名，用“、”隔开；写进每一件，可以不填", wide=True
                ),
            ],
            self,
            columns=1,
        )
        self.head.align_labels(LABEL_CHARS)
        self.people = PeopleEntry(self)
        self.title = plain_label("系列案件登记", "title", self)
        self.hint = plain_label(HINT, "secondary", self, wrap=True)
        self.all_button = button("已有的系列", lambda: services.open_series(0), role="link", parent=self)
        self.save_button = primary_button("登记", self.save, parent=self)
        self.draft_banner = DraftBanner(self)
        self._build()
        self._listen()
        self._set_blank()
        services.drafts.watch(self, lambda: self, self._draft_key, self._draft_title, self.draft_banner)

    def refresh(self) -> None:
        """Offer the names of the office as they are now; an untouched form starts afresh."""
        if self.dirty:
            self.form.refresh_choices()
        else:
            self._set_blank()
        self.form.focus_first()

    def take_keyboard(self) -> None:
        """The name of the other side comes first."""
        self.form.focus_first()

    def may_leave(self) -> bool:
        """Ask once about a form that was begun."""
        if not self.dirty:
            return True
        return may_leave(
            self.services.messages,
            "系列案件的内容还没有保存。",
            save=lambda: self._write() is not None,
            drop=self._set_blank,
            save_word="登记",
        )

    @property
    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self.raw() != self._clean

    def save(self) -> None:
        """Take them all in, then open the series."""
        joined = self._joined
        series_id = self._write()
        if series_id is not None and joined:
            self.added.emit()
        elif series_id is not None:
            self.services.open_series(series_id)

    def values(self) -> dict[str, object]:
        """Every name a refusal may be about."""
        return self.form.values() | {"members": None, "parties": None}

    def mark(self, name: str, message: str) -> None:
        """Say where it is to be mended why they were not taken in."""
        if name in ("members", "parties"):
            self.people.mark(message)
        else:
            self.form.mark(name, message)

    def add_to(self, state: SeriesState) -> None:
        """Take in people who join this series; what is common comes from its first case."""
        self._joined = state.series.id
        self.title.setText("再加申请人")
        self.hint.setText("对方、纠纷和受理情况已按第一件填好，可以改；在名单里录新来的人。")
        self.all_button.hide()
        self.form.set_value(common_of(state.files[0], self.services.desk.today()))
        self.head.set_shown("series_name", False)
        known = [party for file in state.files for party in file.of_role("applicant")]
        self.people.set_known([(party.name, party.facts.id_number) for party in known])
        self._clean = self.raw()
        self.people.focus_first()

    def _write(self) -> int | None:
        if not self._check():
            return None
        made: list[int] = []
        if not self.services.attempt(lambda: made.append(self._take_in()), self):
            return None
        self._set_blank()
        return made[0]

    def _take_in(self) -> int:
        desk, name = self.services.desk, self.head.values()["series_name"]
        if not self._joined:
            return open_series(desk, name, self.common(), self.members())
        add_members(desk, self._joined, self.common(), self.members())
        return self._joined

    def common(self) -> Intake:
        """What is alike for all; applicants belong into the list."""
        return self.form.value()

    def members(self) -> tuple[SeriesMember, ...]:
        """Each person of the list with the chosen representatives."""
        chosen = split_names(self.head.values()["chosen"])
        agents = tuple(AgentEntry(facts=AgentFacts(kind="representative", name=name)) for name in chosen)
        return tuple(member_of(one, agents) for one in self.people.value())

    def _check(self) -> bool:
        if not self.form.check():
            return False
        roles = {entry.role for entry in self.form.parties.value()}
        if "applicant" in roles or "respondent" not in roles:
            self.form.parties.mark("这里只填对方（被申请人）；申请人填在下面的名单里")
            return False
        return self.people.check()

    @property
    def clean(self) -> Mapping[str, Any]:
        """What stood here before anything was typed."""
        return self._clean

    def raw(self) -> dict[str, Any]:
        """What stands in the parts."""
        return {"form": self.form.raw(), "head": self.head.raw(), "people": self.people.raw()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood here."""
        self.form.set_raw(raw["form"])
        self.head.set_raw(raw["head"])
        self.people.set_raw(raw["people"])

    def words(self) -> dict[str, str]:
        """What was typed, in words."""
        return self.form.words() | {"申请人名单": self.people.words()} | self.head.words()

    def tell_saved(self, _words: Mapping[str, str]) -> None:
        """Nothing of a new series is on record."""

    def _draft_key(self) -> str:
        return f"series:{self._joined}:join" if self._joined else "series-intake"

    def _draft_title(self) -> str:
        people = self.people.value()
        return f"系列案件登记（{people[0].name}等{len(people)}人）" if people else "系列案件登记"

    def _set_blank(self) -> None:
        self.form.set_blank()
        self.form.parties.set_value((FIRM,))
        self.form.parties.unfold_all(True)
        self.form.mark_clean()
        self.head.set_values({"series_name": "", "chosen": ""})
        self.people.set_people(())
        self._clean = self.raw()
        self.services.drafts.soon()

    def _after_form(self) -> None:
        self.people.focus_first()

    def _tell_count(self) -> None:
        count = len(self.people.value())
        self.save_button.setText(f"登记 {count} 件" if count else "登记")

    def _listen(self) -> None:
        self.form.submitted.connect(self._after_form)
        self.people.submitted.connect(self.head.focus_first)
        self.people.changed.connect(self._tell_count)
        self.head.submitted.connect(self.save_button.setFocus)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        applicant = self.form.parties.findChild(QPushButton, "＋申请人")
        if applicant is not None:
            applicant.hide()  # they have a list of their own
        self.form.matter.set_shown("people_count", False)  # it is of each case, and would be counted for each
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().horizontalAdvance("中") * WIDEST_EM)
        body = QVBoxLayout(inner)
        body.setContentsMargins(20, 8, 20, 20)
        body.setSpacing(10)
        body.addWidget(self.form)
        body.addWidget(plain_label("申请人名单", "heading", inner))
        body.addWidget(self.people)
        body.addWidget(self.head)
        body.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        title = QHBoxLayout()
        title.addWidget(self.title)
        title.addStretch(1)
        title.addWidget(self.all_button)
        head.addLayout(title)
        head.addWidget(self.hint)
        head.addWidget(self.draft_banner)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 8)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(hairline(self))
        layout.addWidget(scrolling(inner, self), 1)
        layout.addWidget(hairline(self))
        layout.addLayout(foot)


def member_of(one: PersonLine, agents: tuple[AgentEntry, ...] = ()) -> SeriesMember:
    """A line of the list as an applicant."""
    told = read_id(one.id_number)
    facts = PartyFacts(
        name=one.name.strip(),
        sex=one.sex,
        birth_date=told.birth_date,
        id_type="resident" if one.id_number else "",
        id_number=one.id_number,
        phone=one.phone,
        address=one.address,
    )
    entry = PartyEntry(role="applicant", facts=facts, agents=agents)
    return SeriesMember(parties=(entry,), amount_fen=one.amount_fen)
