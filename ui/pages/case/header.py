"""The head of the case page: number, sides, type, status, and how long is left."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator.casework.look_up import confirmation_limit, limit_of
from mediator.codes import word
from mediator.domain.casefile import CaseFile, sides
from mediator.domain.clock import Limit
from mediator.domain.dispute import type_title
from mediator.domain.stage import standing
from ui.models.limits import limit_lines
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.chip import StatusChip
from ui.widgets.label import plain_label
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


class CaseHeader(QWidget):
    """Two lines: whose case this is, and where it stands."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._why: list[str] = []
        self.title = plain_label("", "title", self, wrap=True, selectable=True)
        self.number = plain_label("", "secondary", self, selectable=True)
        self.chip = StatusChip(parent=self)
        self.left = plain_label("", parent=self)
        self.why = WhyLink(lambda: self._why, self)
        facts = QHBoxLayout()
        facts.setSpacing(10)
        for part in (self.number, self.chip, self.left, self.why):
            facts.addWidget(part)
        facts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 4)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(facts)

    def show_file(self, file: CaseFile) -> None:
        """Show a case."""
        self.title.setText(f"{sides(file)}　{type_title(file.dispute.type_written)}")
        numbers = [file.dossier_number, f"案号 {file.code}"]
        self.number.setText("　".join(text for text in numbers if text))
        self.chip.show_status(*_status(file))
        self._show_limit(file)

    def _show_limit(self, file: CaseFile) -> None:
        today = self._services.desk.today()
        found, name = self._limit(file)
        shown = found is not None
        self.left.setVisible(shown)
        self.why.setVisible(shown)
        if found is not None:
            days = found.days_left(today)
            rest = f"还剩 {days} 天" if days >= 0 else f"已超 {-days} 天"
            self.left.setText(f"{name} {found.last_day:%Y-%m-%d}，{rest}")
            self._why = limit_lines(found)

    def _limit(self, file: CaseFile) -> tuple[Limit | None, str]:
        if not file.ending.outcome:
            settings = self._services.desk.settings()
            return limit_of(file, settings), "调解期限"
        if file.confirmation.state or file.is_archived:
            return None, ""
        return confirmation_limit(file), "可申请司法确认至"


def _status(file: CaseFile) -> tuple[str, Tone]:
    stands = standing(file)
    if stands.next_step == "visit":
        return VISIT_WAITS
    if stands.stage != "closed":
        return STATUS[stands.stage]
    return word("outcome", file.ending.outcome), Tone.QUIET
