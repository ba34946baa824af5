"""The page of one case: its head, its way, the form of the chosen step, and its papers."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from mediator.casework.conclude import open_again
from mediator.domain.casefile import CaseFile
from mediator.domain.finding import Finding
from mediator.domain.stage import standing
from mediator.findings import say_finding
from ui.dialogs.decide import decision_dialog
from ui.dialogs.end_without import end_dialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.put_away import PutAwayDialog
from ui.pages.case.agreement_step import AgreementStep
from ui.pages.case.archive_step import ArchiveStep
from ui.pages.case.attachment_step import AttachmentStep
from ui.pages.case.extension_step import ExtensionStep
from ui.pages.case.header import CaseHeader
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.inquiry_step import InquiryStep
from ui.pages.case.intake_step import IntakeStep
from ui.pages.case.kinds_step import Kind, KindsStep
from ui.pages.case.performance_step import PerformanceStep
from ui.pages.case.replacement_step import ReplacementStep
from ui.pages.case.step import StepPane
from ui.pages.case.supplement_step import SupplementStep
from ui.pages.case.talk_step import TalkStep
from ui.pages.case.timeline import Timeline
from ui.pages.case.visit_step import VisitStep
from ui.pages.case.way import NEXT, Way
from ui.pages.page import Page
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.label import hairline
from ui.widgets.papers_panel import PapersPanel

THREE_PANES_FROM_EM = 78
DECIDING = "do"  # before the name of a dialog over the case, in the key of its draft
KINDS = {  # where a finding about a kind of record is mended: the step, and the kind in it
    "inquiry": ("hearings", "inquiry"),
    "extension": ("hearings", "extension"),
    "replacement": ("hearings", "replacement"),
    "supplement": ("agreement", "supplement"),
}


class CasePage(Page):
    """Three panes side by side where there is room, one at a time behind tabs where there is not."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.file: CaseFile | None = None
        self.current = "intake"
        self.header = CaseHeader(services, self)
        self.way = Way(self)
        self.timeline = Timeline(self)
        self.papers = PapersPanel(services)
        self.notice = Banner(self)
        self.agreement = AgreementStep(services)
        self.archive = ArchiveStep(services, self._open_again)
        self.intake = IntakeStep(services)
        self.steps: dict[str, StepPane] = {
            "intake": self.intake,
            "hearings": KindsStep(services, self._mediation_kinds()),
            "agreement": KindsStep(
                services,
                [
                    ("agreement", "调解协议", self.agreement),
                    ("supplement", "补充协议", SupplementStep(services)),
                ],
                offered=_may_be_supplemented,
            ),
            "performance": PerformanceStep(services),
            "visits": VisitStep(services),
            "materials": AttachmentStep(services),
            "archive": self.archive,
        }
        self.stack = QStackedWidget(self)
        for key, step in self.steps.items():
            self.stack.addWidget(step)
            step.saved.connect(self.refresh)
            step.keep_drafts(key)
        self._build()
        self.way.asked.connect(self.show_step)
        self.way.next_asked.connect(self._on_next)
        self.timeline.history_asked.connect(self._show_history)
        self.header.asked.connect(self._on_decision)
        self.papers.changed.connect(self.refresh)
        for step in (self.agreement, self.archive):
            step.pointed.connect(self.point)
        save = QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_case(self, case_id: int, step: str = "") -> bool:
        """Show a case at a step, or at the one that comes next; False when the shown one will not leave."""
        if self.file is not None and self.file.id != case_id and not self.may_leave():
            return False
        self.notice.clear()
        self.file = self.services.desk.file(case_id)
        key = step or NEXT.get(standing(self.file).next_step, ("", "intake"))[1]
        self.current = key if key in self.steps else "hearings"
        self._show_all()
        if self.file.is_removed:
            self.notice.say(
                f"本案在回收站里，只能查看。移入的理由：{self.file.removed.reason}", Tone.ATTENTION
            )
        self.way.next_button.setFocus()
        return True

    def refresh(self) -> None:
        """Read the case again; a step with unsaved words keeps them."""
        if self.file is not None:
            self.file = self.services.desk.file(self.file.id)
            self._show_all()

    def may_leave(self) -> bool:
        """The open step is asked about unsaved words."""
        return self.file is None or self.steps[self.current].may_leave()

    def save(self) -> None:
        """Save the open step from wherever the keyboard is; beside it only what was typed there."""
        step = self.steps[self.current]
        inside = self.focusWidget()
        if step.dirty() or (inside is not None and step.isAncestorOf(inside)):
            step.save()

    def show_step(self, key: str) -> bool:
        """Open another step."""
        if key != self.current and not self.may_leave():
            self.way.show_step(self.current)
            return False
        self.current = key
        self._show_current()
        self.tabs.setCurrentIndex(0)
        return True

    def point(self, finding: Finding) -> None:
        """Go to where a finding is mended, and say it there."""
        if finding.step == "papers":
            self.tabs.setCurrentIndex(1)
            self.papers.table.setFocus()
            return
        key, kind = KINDS.get(finding.step, (finding.step, ""))
        if not self.show_step(key):
            return
        step = self.steps[key]
        if isinstance(step, KindsStep) and not step.open_kind(kind or key.removesuffix("s")):
            return
        step.point_at(finding.field, finding.subject_id, say_finding(finding))

    def open_part(self, name: str, record: int) -> bool:
        """Show what a draft belongs to: a step, a record of it, or a dialog over the case."""
        key, _, kind = name.partition("/")
        if key == DECIDING:
            acts = {"end": self._end, "refusal": self.intake.correct_refusal}
            QTimer.singleShot(0, self, acts.get(kind, lambda: self._on_decision(kind)))
            return True
        return key in self.steps and self.show_step(key) and self.steps[key].open_part(kind, record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the panes into tabs when there is no room for three."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fold)

    def _show_all(self) -> None:
        assert self.file is not None
        self.header.show_file(self.file)
        self.way.show_file(self.file)
        self.timeline.show_file(self.file)
        self.papers.show_file(self.file)
        self._show_current()

    def _show_current(self) -> None:
        step = self.steps[self.current]
        if self.file is not None and not (step.dirty() and step.file and step.file.id == self.file.id):
            step.show_file(self.file)
        self.stack.setCurrentIndex(list(self.steps).index(self.current))
        self.way.show_step(self.current)

    def _on_next(self, key: str) -> None:
        if key == "end":
            self._end()
            return
        before = self.current
        if not self.show_step(key):
            return
        step = self.steps[key]
        if isinstance(step, ArchiveStep) and before == key:
            step.archive_now()
            return
        step.begin_next()

    def _end(self) -> None:
        if self.file is not None and self.may_leave() and end_dialog(self.services, self.file, self).exec():
            self.current = "archive"
            self.refresh()

    def _open_again(self) -> None:
        file = self.file
        question = "撤回结束后可以继续调解；原来的结束情况保留在改动记录里。"
        if file is None or not self.services.messages.ask(question, "撤回结束"):
            return
        if self.services.attempt(lambda: open_again(self.services.desk, file.id)):
            self.current = "hearings"
            self.refresh()

    def _on_decision(self, kind: str) -> None:
        """What 更多 offers: each asks for its reason, and unsaved words are asked about first."""
        if kind == "history":
            self._show_history()
            return
        if kind == "put-away":
            self._show_put_away()
            return
        if self.file is None or not self.may_leave():
            return
        dialog = decision_dialog(self.services, self.file, kind, self)
        if not dialog.exec():
            return
        if kind == "remove":
            self.file = None
            self.services.go("cases")
        elif kind == "mediate-again":
            self._open_next(self.file, dialog.values["new_id"])
        else:
            self.show_case(self.file.id)

    def _open_next(self, before: CaseFile, new_id: int) -> None:
        self.services.open_case(new_id)
        code = self.services.desk.file(new_id).code
        self.notice.say(f"已另立新案 {code}，前案 {before.code} 保持原样。", Tone.GOOD)

    def _mediation_kinds(self) -> list[Kind]:
        services = self.services
        return [
            ("hearing", "调解记录", HearingStep(services, self._end)),
            ("inquiry", "调查记录", InquiryStep(services)),
            ("talk", "单独谈话（不入卷）", TalkStep(services)),
            ("extension", "延长期限", ExtensionStep(services)),
            ("replacement", "回避更换", ReplacementStep(services)),
        ]

    def _show_put_away(self) -> None:
        if self.file is not None and self.may_leave():
            dialog = PutAwayDialog(self.services, self.file, self)
            dialog.restored.connect(self.refresh)
            dialog.open()

    def _show_history(self) -> None:
        if self.file is not None:
            HistoryDialog(self.services.desk.history(self.file.id), self.file, self).exec()

    def _fold(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        wide = self.width() >= THREE_PANES_FROM_EM * em
        self.tabs.setVisible(not wide)
        shown = self.tabs.currentIndex()
        panes = (self.stack, self.papers, self.timeline)
        inside = self.focusWidget()
        lost = inside is not None and any(pane.isAncestorOf(inside) for pane in panes)
        for place, pane in enumerate(panes):
            pane.setVisible(wide or place == shown)
        if lost and inside is not None and not inside.isVisibleTo(self):
            # Qt would hand the keyboard to whatever comes next, far from what was opened.
            (self.papers.table if shown == 1 else self.tabs).setFocus()

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for word in ("填写", "文书", "经过"):
            self.tabs.addTab(word)
        self.tabs.currentChanged.connect(lambda _place: self._fold())
        self.split = QSplitter(self)
        self.split.setChildrenCollapsible(False)
        for pane in (self.timeline, self.stack, self.papers):
            self.split.addWidget(pane)
        em = self.fontMetrics().horizontalAdvance("中")
        self.split.setSizes([em * 11, em * 56, em * 18])
        self.split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.way)
        layout.addWidget(hairline(self))
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs)
        layout.addWidget(self.split, 1)


def _may_be_supplemented(file: CaseFile) -> bool:
    return bool(file.supplements) or file.effect_on is not None
