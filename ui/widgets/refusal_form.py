"""Why a dispute is not taken, on which rule, and where the parties may go instead."""

from PySide6.QtWidgets import QWidget

from mediator.domain.track import Reason, all_tracks
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.party_detail import LABEL_CHARS


class RefusalForm(FieldForm):
    """Fields `reason` and `advice`; the advice of a reason is filled in until a hand has written its own."""

    def __init__(self, track: str = "people", parent: QWidget | None = None) -> None:
        self._reasons = {reason.key: reason for reason in all_tracks()[track].refusal_reasons}
        super().__init__(_fields(list(self._reasons.values())), parent)
        self._advised = ""
        self.align_labels(LABEL_CHARS)
        self.changed.connect(self._on_changed)

    def set_blank(self) -> None:
        """No reason chosen yet."""
        self._advised = ""
        self.set_values({"reason": "", "advice": ""})

    def set_told(self, reason: str, advice: str) -> None:
        """Show a refusal on record."""
        known = self._reasons.get(reason)
        self._advised = known.advice if known else ""
        self.set_values({"reason": reason, "advice": advice})

    def _on_changed(self, name: str) -> None:
        if name != "reason":
            return
        reason = self._reasons.get(self.field("reason").value())
        self.tell("reason", f"依据：{reason.source}" if reason else "")
        advice = self.field("advice")
        if advice.value() in ("", self._advised):
            self._advised = reason.advice if reason else ""
            advice.put_value(self._advised)


def _fields(reasons: list[Reason]) -> list[Field]:
    return [
        Field("reason", "理由", "choice", [(r.key, r.word) for r in reasons], required=True, wide=True),
        Field("advice", "告知当事人", "long", lines=3, hint="可以向哪里申请处理"),
    ]
