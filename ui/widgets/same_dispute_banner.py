"""Says that a dispute seems to be registered already, while it is typed; going on is always allowed."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator.casework.register import same_dispute
from mediator.codes import word
from mediator.domain.dispute import type_title
from mediator.domain.errors import RuleBroken
from mediator.domain.register import SameDispute
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.intake_form import IntakeForm
from ui.widgets.label import in_short

PAUSE_MS: Final = 400
WHY: Final = {"both-sides": "双方都有相同的人", "same-type": "当事人和纠纷类型相同"}


class SameDisputeBanner(QWidget):
    """Looks a moment after the last touch of the form."""

    def __init__(self, services: Services, form: IntakeForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._form = form
        self._shown: list[SameDispute] = []
        self.banner = Banner(self)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.look)
        form.changed.connect(self.pause.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)

    def look(self) -> None:
        """Compare what stands in the form with the cases on record."""
        try:
            intake = self._form.value()
        except RuleBroken:  # a date that is still being typed
            return
        found = same_dispute(self._services.desk, intake) if self._form.dirty else []
        if not found:
            self.clear()
            return
        if found == self._shown:  # the keyboard may be on its link
            return
        self._shown = found
        first = found[0]
        more = f"（另有 {len(found) - 1} 件相似）" if found[1:] else ""
        text = f"这件纠纷可能已经登记过：{_told(first)}{more}。不是同一件的，接着登记即可。"
        self.banner.say(text, Tone.ATTENTION, "打开", lambda: self._services.open_case(first.case_id))

    def clear(self) -> None:
        """Nothing to say."""
        self._shown = []
        self.pause.stop()
        self.banner.clear()


def _told(found: SameDispute) -> str:
    outcome = word("outcome", found.outcome) or "未结"
    what = f"{in_short(found.sides)}{type_title(found.type_written)}"
    return f"{found.code}，{found.accepted_on:%Y-%m-%d} 受理，{what}，{outcome}，{WHY[found.why]}"
