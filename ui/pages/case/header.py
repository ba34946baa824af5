"""The head of the case page: number, sides, type, status, what is due next and why, and 更多."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mediator.casework.bring_back import put_away_of
from mediator.casework.look_up import cases_of_dispute, due_of
from mediator.codes import word
from mediator.domain.browse import DueItem
from mediator.domain.casefile import CaseFile, sides
from mediator.domain.dispute import type_title
from mediator.domain.stage import standing
from ui.models.due import left_words, what, why
from ui.models.limits import without_consent
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.button import button
from ui.widgets.chip import StatusChip
from ui.widgets.flow import FlowLayout
from ui.widgets.label import in_short, plain_label
from ui.widgets.why import WhyLink

STATUS = {
    "accepted": ("已登记", Tone.ACCENT),
    "mediating": ("调解中", Tone.ACCENT),
    "agreed": ("待签名盖章", Tone.ATTENTION),
    "performing": ("履行中", Tone.ACCENT),
    "followed": ("待归档", Tone.GOOD),
    "archived": ("已归档", Tone.QUIET),
}
VISIT_WAITS = ("待回访", Tone.ACCENT)  # everything is performed, so it is no longer 履行中
DECISIONS = {
    "reopen": "恢复调解…",
    "change-outcome": "变更结果…",
    "mediate-again": "再次调解（另立新案）…",
    "unarchive": "撤回归档…",
    "remove": "移入回收站…",
    "put-away": "作废的记录…",
    "history": "改动记录",
}


class CaseHeader(QWidget):
    """Two lines: whose case this is, and where it stands; `asked(key)` comes from 更多."""

    asked = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._file: CaseFile | None = None
        self._due: list[DueItem] = []
        self.title = plain_label("", "title", self, wrap=True, selectable=True)
        self.number = plain_label("", "secondary", self, selectable=True)
        self.chip = StatusChip(parent=self)
        self.left = plain_label("", parent=self)
        self.why = WhyLink(lambda: self._reasons(self._due[0]), self)
        self.others = WhyLink(self._other_lines, self)
        self._menu = QMenu(self)
        self.more = button("更多…", self._open_menu, role="link", parent=self)
        self._links: list[QPushButton] = []
        self._facts = FlowLayout(spacing=10)
        self._build()

    def show_file(self, file: CaseFile) -> None:
        """Show a case."""
        self._file = file
        self.title.setText(f"{sides(file)}　{type_title(file.dispute.type_written)}")
        numbers = [file.dossier_number, f"案号 {file.code}"]
        self.number.setText("　".join(text for text in numbers if text))
        self.chip.show_status(*_status(file))
        self._show_due(file)
        self._show_kin(file)
        self._show_menu(file)

    def kin(self) -> list[str]:
        """The words of the links to the other cases of the dispute."""
        return [link.text() for link in self._links]

    def choices(self) -> list[str]:
        """The words of 更多."""
        return [action.text() for action in self._menu.actions() if action.text()]

    def _show_due(self, file: CaseFile) -> None:
        self._due = due_of(self._services.desk, file)
        today = self._services.desk.today()
        for part in (self.left, self.why):
            part.setVisible(bool(self._due))
        self.others.setVisible(len(self._due) > 1)
        self.others.setText(f"另有 {len(self._due) - 1} 个期限")
        self.others.setAccessibleName(self.others.text())
        if self._due:
            first = self._due[0]
            short = what(replace(first, note=""))  # hour and place of a hearing are told by 为什么
            self.left.setText(f"{short} {first.due_on:%Y-%m-%d}，{left_words(first, today)}")

    def _other_lines(self) -> list[str]:
        today = self._services.desk.today()
        lines: list[str] = []
        for item in self._due[1:]:
            lines.append(f"● {what(item)} {item.due_on:%Y-%m-%d}，{left_words(item, today)}")
            lines += [f"　 {line}" for line in self._reasons(item)]
        return lines

    def _reasons(self, item: DueItem) -> list[str]:
        """Why a day, and whose consent to a later one is missing."""
        missing = without_consent(self._file) if item.kind == "mediation" and self._file else ""
        return why(item) + ([f"注意：{missing} 还没有登记同意延长。"] if missing else [])

    def _show_kin(self, file: CaseFile) -> None:
        """Its series, then the other cases of the same dispute, each one click away."""
        for old in self._links:
            self._facts.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links = []
        if file.series is not None:
            open_all = partial(self._services.open_series, file.series.id)
            self._add_link(f"系列：{in_short(file.series.name)}（F5）", open_all).setShortcut("F5")
        for other in cases_of_dispute(self._services.desk, file.dispute_id):
            if other.id == file.id:
                continue
            name = "前案" if other.id < file.id else "后案"
            open_it = partial(self._services.open_case, other.id)
            self._add_link(f"{name} {other.code}", open_it)

    def _add_link(self, word: str, on_click: Callable[[], object]) -> QPushButton:
        link = button(word, on_click, role="link", parent=self)
        self._facts.addWidget(link)
        link.show()
        self._links.append(link)
        return link

    def _show_menu(self, file: CaseFile) -> None:
        self._menu.clear()
        away = bool(put_away_of(self._services.desk, file.id))
        for key in offers(file, away=away):
            if key == "remove":
                self._menu.addSeparator()
            act = self._menu.addAction(DECISIONS[key])
            act.setObjectName(key)
            act.triggered.connect(lambda _checked=False, key=key: self.asked.emit(key))

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _build(self) -> None:
        for one in (self.number, self.chip, self.left, self.why, self.others):
            self._facts.addWidget(one)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(self._facts)


def offers(file: CaseFile, *, away: bool = False) -> list[str]:
    """What may be decided about a case as a whole, as it stands; `away` where records were put away."""
    ended = file.ending.outcome in ("failed", "terminated")
    found = []
    if file.is_archived:
        found.append("unarchive")
    elif ended:
        found += ["reopen", "change-outcome"]
    if ended or file.ending.outcome == "success":
        found.append("mediate-again")
    looked_at = ["history", "put-away"] if away else ["history"]
    if file.is_removed:
        return looked_at
    found += looked_at
    return found if file.is_archived else [*found, "remove"]


def _status(file: CaseFile) -> tuple[str, Tone]:
    if file.is_removed:
        return "在回收站", Tone.QUIET
    stands = standing(file)
    if stands.next_step == "visit":
        return VISIT_WAITS
    if stands.stage != "closed":
        return STATUS[stands.stage]
    return word("outcome", file.ending.outcome), Tone.QUIET
