"""Who acts for a party: a name and a relation on a line, card, mandate and limits below where unfolded."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.codes import code_list, word
from mediator.domain.agent import AgentEntry, AgentFacts
from mediator.domain.identity import IdFacts, normalise
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.entry import TextField
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import plain_label
from ui.widgets.party_detail import LABEL_CHARS
from ui.widgets.row_list import ListRow

RESIDENT: Final = "resident"
NAMES: Final = {"agent": "代理人", "guardian": "监护人", "representative": "代表人"}
RELATIONS: Final = {
    "agent": ("律师", "基层法律服务工作者", "近亲属", "本单位工作人员", "居（村）委会推荐"),
    "guardian": ("父亲", "母亲", "祖父母", "外祖父母", "配偶", "成年子女", "兄姐"),
    "representative": (),
}
MANDATE: Final = ("mandate", "powers", "limits", "from_on", "until_on")
PLAIN: Final = ("relation", "phone", "address", "occupation", "sex", *MANDATE)


class AgentRow(ListRow):
    """Gives and takes an AgentEntry; `finished` comes with Enter in its last shown field.

    It also asks for share: the others of the same side have the same agent.
    """

    finished = Signal()

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._entry_id: int | None = None
        self._given_type = ""
        self.title = plain_label(NAMES[kind], "label", self)
        self.name = TextField(self, placeholder=f"{NAMES[kind]}姓名")
        self.summary = plain_label("", "secondary", self)
        self.form = FieldForm(_fields(kind), self)
        self.more = button("详细", self._toggle, role="link", parent=self)
        self.share = button(
            "本方其他人也由其代理", partial(self.asked.emit, "share"), role="link", parent=self
        )
        self._enter = EnterMovesOn(self._move_on, self)
        self._build()
        self._listen()
        self.form.set_values({"id_type": RESIDENT})
        self._fit_card()
        self.unfold(False)

    def entry(self) -> AgentEntry:
        """Who acts, as it stands here."""
        return AgentEntry(id=self._entry_id, facts=self.facts())

    def facts(self) -> AgentFacts:
        """Name and details; a mandate only of an agent."""
        values = self.form.values()
        told: dict[str, Any] = {name: values[name] for name in PLAIN if name in values}
        told["powers"] = tuple(told.get("powers", ()))
        number = self._number()
        told |= {"id_number": number, "id_type": values["id_type"] if number else self._given_type}
        return AgentFacts(kind=self.kind, name=self.name.value(), **told)

    def set_entry(self, entry: AgentEntry) -> None:
        """Show who acts; the id stays with the row."""
        facts = entry.facts
        self._entry_id, self._given_type = entry.id, facts.id_type
        self.name.set_value(facts.name)
        values = {name: getattr(facts, name) for name in PLAIN}
        values |= {"id_type": facts.id_type or RESIDENT, "id_number": facts.id_number}
        self.form.set_values(values | {"other_number": facts.id_number})
        self._fit_card()
        self._tell_summary()

    def is_empty(self) -> bool:
        """Whether nobody has been named here; one on record is never empty."""
        facts = self.facts().model_dump(exclude={"kind", "id_type"})
        return self._entry_id is None and not any(facts.values()) and not self.form.problems()

    def raw(self) -> dict[str, Any]:
        """What stands in the row right now."""
        head = {"id": self._entry_id, "kind": self.kind, "type": self._given_type}
        return head | {"name": self.name.raw(), "fields": self.form.raw()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood in the row."""
        self._entry_id = raw["id"]
        self.name.set_raw(raw["name"])
        self.form.set_raw(raw["fields"])
        self._given_type = raw["type"]
        self._fit_card()
        self._tell_summary()

    def words(self) -> str:
        """Who it is."""
        return f"{NAMES[self.kind]} {self.name.value()}"

    def problem(self) -> str:
        """What cannot be saved like this, in words."""
        if not self.name.value() and not self.is_empty():
            return f"请填写{NAMES[self.kind]}的姓名"
        facts = self.facts()
        if facts.from_on and facts.until_on and facts.from_on > facts.until_on:
            return "委托期限的起止日期颠倒了"
        return next(iter(self.form.problems().values()), "")

    def mark(self) -> None:
        """Show the problem where it is, and go there."""
        if not self.name.value():
            self.name.tell(self.problem(), Tone.DANGER)
            self.focus_first()
        else:
            self.unfold(True)
            if self.form.check():
                self.form.mark("until_on", self.problem())

    def unfold(self, open_it: bool) -> None:
        """Show or hide the details."""
        self.form.setVisible(open_it)
        self.more.setText("收起" if open_it else "详细")
        self._tell_summary()

    @property
    def unfolded(self) -> bool:
        """Whether the details are shown."""
        return not self.form.isHidden()

    def focus_first(self) -> None:
        """Put the keyboard into the name."""
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_on(self, _widget: QWidget) -> None:
        if self.unfolded:
            self.form.focus_first()
        else:
            self.finished.emit()

    def _toggle(self) -> None:
        self.unfold(not self.unfolded)
        if self.unfolded:
            self.form.focus_first()

    def _tell_summary(self) -> None:
        facts = self.facts()
        limits = f"限制：{facts.limits}" if facts.limits else ""
        told = (facts.relation, facts.phone, word("mandate", facts.mandate), limits)
        self.summary.setText(" · ".join(filter(None, told)))
        self.summary.setVisible(not self.unfolded and bool(self.summary.text()))

    def _number(self) -> str:
        values = self.form.values()
        resident = values["id_type"] == RESIDENT
        return str(values["id_number"]) if resident else normalise(values["other_number"])

    def _fit_card(self) -> None:
        resident = self.form.field("id_type").value() == RESIDENT
        self.form.set_shown("id_number", resident)
        self.form.set_shown("other_number", not resident)

    def _on_changed(self, name: str) -> None:
        if name == "id_type":
            self._given_type = ""
            self._fit_card()
        self.changed.emit()

    def _take_from_number(self, facts: IdFacts) -> None:
        self.form.field("sex").set_value(facts.sex)

    def _listen(self) -> None:
        self.name.changed.connect(self.changed)
        self.form.changed.connect(self._on_changed)
        self.form.submitted.connect(self.finished)
        self.form.field("id_number").facts_read.connect(self._take_from_number)
        self._enter.watch(self.name.line)

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        self.form.align_labels(LABEL_CHARS)
        self.title.setFixedWidth(round(em * (LABEL_CHARS + 0.4)))
        self.title.setContentsMargins(0, round(self.fontMetrics().height() * 0.32), 0, 0)
        self.name.line.setAccessibleName(f"{NAMES[self.kind]}姓名")
        self.summary.setIndent(round(em * (LABEL_CHARS + 0.4)) + 10)
        self.share.setVisible(False)
        removal = button("移除", partial(self.asked.emit, "remove"), role="link", parent=self)
        removal.setToolTip("移除（Ctrl+Shift+Del）")
        removal.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.title, 0, top)
        head.addWidget(self.name, 1, top)
        links = QHBoxLayout()
        links.setSpacing(0)
        links.setContentsMargins(
            0, round(self.fontMetrics().height() * 0.26), 0, 0
        )  # on the line of the name
        for one in (self.share, self.more, removal):
            links.addWidget(one, 0, top)
        head.addLayout(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self.form)


def _fields(kind: str) -> list[Field]:
    relations = [(one, one) for one in RELATIONS[kind]]
    mandate = _mandate_fields() if kind == "agent" else []
    return [
        Field("relation", "与当事人关系", "words", relations),
        Field("phone", "联系电话", chars=18),
        Field("id_type", "证件", "choice", code_list("id_type").pairs()),
        Field("id_number", "身份证号", "id"),
        Field("other_number", "证件号码", chars=24),
        Field("sex", "性别", "choice", code_list("sex").pairs()),
        Field("occupation", "单位职务"),
        Field("address", "住址"),
        *mandate,
    ]


def _mandate_fields() -> list[Field]:
    return [
        Field("mandate", "代理权限", "choice", code_list("mandate").pairs()),
        Field("powers", "授权事项", "checks", code_list("agent_power").pairs()),
        Field("limits", "权限限制", wide=True, hint="哪些事不能代为决定，如 赔偿低于五千元须本人同意"),
        Field("from_on", "委托自", "date"),
        Field("until_on", "委托至", "date"),
    ]
