"""A new dispute comes in: taken, settled at once by word of mouth, or turned away."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.accept import accept
from mediator.casework.conclude import settle_at_once
from mediator.casework.refuse import refuse
from mediator.domain.agreement import AgreementFacts
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import RuleBroken
from ui.messages import may_leave
from ui.pages.page import Page
from ui.services import Services
from ui.widgets.button import button, primary_button
from ui.widgets.draft_banner import DraftBanner
from ui.widgets.duty_editor import DutyEditor
from ui.widgets.intake_form import IntakeForm
from ui.widgets.label import hairline, plain_label
from ui.widgets.phrase_link import phrase_offer
from ui.widgets.refusal_form import RefusalForm
from ui.widgets.same_dispute_banner import SameDisputeBanner
from ui.widgets.scroll import scrolling
from ui.widgets.toggles import Toggles

ACCEPT, AT_ONCE, REFUSE = "accept", "at-once", "refuse"
WAYS = ((ACCEPT, "登记案件"), (AT_ONCE, "当场调解成功"), (REFUSE, "不予受理"))
SAVE_WORDS = {ACCEPT: "登记", AT_ONCE: "登记口头协议", REFUSE: "登记不予受理"}
HINTS = {
    ACCEPT: "先登记，之后再记调解、写协议。姓名和纠纷类型以外的，都可以以后补。",
    AT_ONCE: "简单纠纷当场谈成、不写协议书的，填这几项就够；保存后打印口头协议登记表。",
    REFUSE: "记下不受理的理由和告知的去处；编号照给，不计入案件总数。",
}
ON_SPOT = "当场履行"
WIDEST_EM = 64


class IntakePage(Page):
    """One form for all three ways, so that what was typed carries over when the way changes."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.services = services
        self.way = ACCEPT
        self.form = IntakeForm(services, parent=self)
        self.draft_banner = DraftBanner(self)
        self.same = SameDisputeBanner(services, self.form, self)
        self.duties = DutyEditor(services.words, self, brief=True, phrases=phrase_offer(services, "clause"))
        self.refusal = RefusalForm(parent=self)
        self.save_button = primary_button("登记", self.save, parent=self)
        self.clear_button = button("清空", self._clear, parent=self)
        self.hint = plain_label("", "secondary", self, wrap=True)
        self.ways = Toggles(WAYS, self, one=True)
        self._build()
        self._listen()
        self.set_way(ACCEPT)
        self._set_blank()
        services.drafts.watch(self, lambda: self, lambda: "intake", self._draft_title, self.draft_banner)

    def refresh(self) -> None:
        """Offer the names of the office as they are now; an untouched form starts afresh."""
        if self.dirty:
            self.form.refresh_choices()
        else:
            self._set_blank()
        self._focus_first()

    def may_leave(self) -> bool:
        """Ask once about a form that was begun."""
        if not self.dirty:
            return True
        return may_leave(
            self.services.messages,
            "新登记的内容还没有保存。",
            save=lambda: self._write() is not None,
            drop=self._set_blank,
            save_word=SAVE_WORDS[self.way],
        )

    @property
    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self.form.dirty or self._extra() != {name: self._clean[name] for name in ("duties", "refusal")}

    @property
    def clean(self) -> Mapping[str, Any]:
        """What stood here before anything was typed."""
        return self._clean

    def raw(self) -> dict[str, Any]:
        """What stands in the parts, shown or not, and the chosen way."""
        return {"way": self.way, "form": self.form.raw(), **self._extra()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood here."""
        self.set_way(raw["way"])
        self.form.set_raw(raw["form"])
        self.duties.set_people(self.form.parties.roster())
        self.duties.set_raw(raw["duties"])
        self.refusal.set_raw(raw["refusal"])

    def words(self) -> dict[str, str]:
        """What was typed, in words."""
        return self.form.words() | {"当场谈成的事": self.duties.words()} | self.refusal.words()

    def tell_saved(self, _words: Mapping[str, str]) -> None:
        """Nothing of a new dispute is on record."""

    def set_way(self, way: str) -> None:
        """Change between the three ways; what was typed stays."""
        self.way = way
        self.form.set_brief(way == AT_ONCE)
        self.agreed.setVisible(way == AT_ONCE)
        self.refused.setVisible(way == REFUSE)
        self.hint.setText(HINTS[way])
        self.save_button.setText(SAVE_WORDS[way])
        self.ways.set_value([way])

    def save(self) -> None:
        """Save, then open the case."""
        case_id = self._write()
        if case_id is not None:
            self.services.open_case(case_id)

    def values(self) -> dict[str, object]:
        """Every name a refusal may be about."""
        names = ("reason", "duties", "debtors", "creditors", "what", "amount_fen", "instalments", "due_on")
        return self.form.values() | dict.fromkeys(names) | {"agreed_on": None, "concluded_on": None}

    def mark(self, name: str, message: str) -> None:
        """Say at a field why the case was not taken."""
        if name == "reason":
            self.refusal.mark(name, message)
        elif name in ("agreed_on", "concluded_on"):
            self.form.mark("accepted_on", message)  # settled at once: one day for both
        elif name in self.form.values():
            self.form.mark(name, message)
        else:
            self.duties.mark(message)

    def _write(self) -> int | None:
        """Save by the verb of the chosen way; the new case, or None with the reason marked."""
        if not self._check():
            return None
        made: list[int] = []
        verb = {ACCEPT: self._accept, AT_ONCE: self._settle, REFUSE: self._refuse}[self.way]
        if not self.services.attempt(lambda: made.append(verb()), self):
            return None
        self.set_way(ACCEPT)
        self._set_blank()
        return made[0]

    def _check(self) -> bool:
        right = self.form.check()
        if self.way == AT_ONCE and right:
            right = self._check_duties()
        if self.way == REFUSE and right:
            right = self.refusal.check()
        return right

    def _check_duties(self) -> bool:
        if not self.duties.value():
            self.duties.mark("请填写谈成了什么")
            return False
        return self.duties.check()

    def _accept(self) -> int:
        return accept(self.services.desk, self.form.value())

    def _refuse(self) -> int:
        told = self.refusal.values()
        return refuse(self.services.desk, self.form.value(), told["reason"], told["advice"])

    def _settle(self) -> int:
        intake = self.form.value()
        positions = self.form.parties.positions()
        day = intake.case.accepted_on
        done = self.duties.done_on_spot()
        duties = tuple(
            _placed(duty, positions, day_if_done=day if on_spot else None)
            for (_, duty), on_spot in zip(self.duties.value(), done, strict=True)
        )
        desk = self.services.desk
        oral = AgreementFacts(form="oral", agreed_on=day, place=desk.office().place, recorder=desk.who)
        numbers = frozenset(number for number, on_spot in enumerate(done, 1) if on_spot)
        return settle_at_once(desk, intake, oral, duties, done=numbers, done_note=ON_SPOT)

    def _extra(self) -> dict[str, Any]:
        return {"duties": self.duties.raw(), "refusal": self.refusal.raw()}

    def _draft_title(self) -> str:
        names = [member.name for member in self.form.parties.roster() if member.name]
        return f"新登记（{names[0]}…）" if names else "新登记"

    def _set_blank(self) -> None:
        self.form.set_blank()
        self.same.clear()
        self.form.set_brief(self.way == AT_ONCE)
        self.duties.set_people(self.form.parties.roster())
        self.duties.set_value(())
        self.refusal.set_blank()
        self._clean = self.raw()
        self.services.drafts.soon()

    def _clear(self) -> None:
        question = "清空后，这一页填写的内容就没有了。"
        if not self.dirty or self.services.messages.ask(question, "清空", "继续填写"):
            self._set_blank()
            self._focus_first()

    def _focus_first(self) -> None:
        self.form.focus_first()

    def _go_to_series(self) -> None:
        self.services.go("series-intake")

    def _on_way(self) -> None:
        """Whoever chose a way goes on to write."""
        self.set_way(self.ways.value()[0])
        self._focus_first()

    def _after_form(self) -> None:
        if self.way == AT_ONCE:
            self.duties.focus_first()
        elif self.way == REFUSE:
            self.refusal.focus_first()
        else:
            self.save_button.setFocus()

    def _listen(self) -> None:
        self.ways.changed.connect(self._on_way)
        self.form.changed.connect(lambda: self.duties.set_people(self.form.parties.roster()))
        self.form.submitted.connect(self._after_form)
        self.duties.submitted.connect(self.save_button.setFocus)
        self.refusal.submitted.connect(self.save_button.setFocus)
        # Not Ctrl+Enter as in dialogs: here it leaves a long text for the next field.
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        self.agreed = _section("当场谈成的事", self.duties, self)
        self.refused = _section("不予受理", self.refusal, self)
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().horizontalAdvance("中") * WIDEST_EM)
        body = QVBoxLayout(inner)
        body.setContentsMargins(20, 4, 20, 20)
        body.setSpacing(10)
        for part in (self.form, self.agreed, self.refused):
            body.addWidget(part)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(hairline(self))
        layout.addWidget(scrolling(inner, self), 1)
        layout.addWidget(hairline(self))
        layout.addLayout(self._foot())

    def _head(self) -> QWidget:
        head = QWidget(self)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(plain_label("新登记", "title", head))
        top.addWidget(self.ways, 1)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(20, 14, 20, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.draft_banner)
        layout.addWidget(self.same)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 8)
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        series = button("系列案件（多人对一方，F5）", self._go_to_series, role="link", parent=self)
        series.setShortcut("F5")
        foot.addWidget(series)
        return foot


def _placed(duty: DutyFacts, positions: dict[int, int], *, day_if_done: object) -> DutyFacts:
    """The duty with positions for roster keys; one that is done was due on the day it was done."""
    try:
        people = {
            "debtors": tuple(positions[key] for key in duty.debtors),
            "creditors": tuple(positions[key] for key in duty.creditors),
        }
    except KeyError as gone:
        raise RuleBroken("duty-debtor-missing", field="debtors") from gone
    due = {"due_on": day_if_done} if day_if_done else {}
    return duty.model_copy(update=people | due)


def _section(title: str, part: QWidget, parent: QWidget) -> QWidget:
    section = QWidget(parent)
    layout = QVBoxLayout(section)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(plain_label(title, "heading", section))
    layout.addWidget(part)
    return section
