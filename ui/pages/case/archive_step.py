"""The step 归档: what the returns still want to know, judicial confirmation, and the archive itself."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from mediator.casework.archive import archive
from mediator.casework.close_facts import save_close_facts
from mediator.casework.paper_matter import matter_of
from mediator.casework.state_facts import state_undisputed
from mediator.codes import code_list
from mediator.documents.selfcheck import review
from mediator.domain.case import Archived, Confirmation, Prevention
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Undisputed
from mediator.domain.errors import RuleBroken
from mediator.domain.finding import Finding
from ui.dialogs.end_without import lines_of
from ui.pages.case.step import FormStep
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.findings_panel import FindingsPanel
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field

PREVENTED = "prevent-"


def _form() -> FieldForm:
    prevented = [Field(f"{PREVENTED}{code.key}", code.word, chars=6) for code in code_list("prevention").rows]
    return FieldForm(
        [
            Field("undisputed-head", "无争议事实", "heading"),
            Field("undisputed_on", "记载日期", "date"),
            Field("undisputed", "事实", "long", lines=3, hint="双方都认可的事实，一行一条"),
            Field("confirmation-head", "司法确认", "heading"),
            Field("confirmation", "申请情况", "choice", code_list("confirmation").pairs()),
            Field("confirmed_on", "日期", "date"),
            Field("prevention-head", "预防情况（人数，没有就留空）", "heading"),
            *prevented,
            Field("transformed", "纠纷转化", "choice", code_list("transformed").pairs()),
            Field("archive-head", "归档", "heading"),
            Field("retention", "保管期限", "choice", code_list("retention").pairs()),
            Field("archived_on", "归档日期", "date"),
            Field("archived_by", "立卷人"),
            Field("remark", "备注", wide=True),
        ]
    )


class ArchiveStep(FormStep):
    """Closing facts can be saved at any time; 归档 closes the case for good.

    `pointed(Finding)` asks the page to go where something is mended.
    """

    pointed = Signal(object)

    def __init__(self, services: Services, on_open_again: Callable[[], object]) -> None:
        super().__init__(services, "结案与归档", _form())
        self.archive_button = button("归档", self.archive_now, parent=self)
        self.again_button = button("撤回结束，继续调解", on_open_again, parent=self)
        self.buttons.insertWidget(1, self.archive_button)
        self.buttons.insertWidget(2, self.again_button)
        self.check_panel = FindingsPanel("卷宗自查", self)
        self.check_panel.asked.connect(self.pointed)
        self.body.insertWidget(2, self.check_panel)

    def show_file(self, file: CaseFile) -> None:
        """Show what is known at the end of the case."""
        super().show_file(file)
        self._review(file)
        can_archive = bool(file.ending.outcome) and not file.is_closed
        self.archive_button.setVisible(not file.is_closed)
        self.archive_button.setEnabled(can_archive)
        ended = file.ending.outcome in ("failed", "terminated")
        self.again_button.setVisible(ended and not file.is_closed)
        for name in ("undisputed-head", "undisputed_on", "undisputed"):
            self.form.set_shown(name, ended)
        if not file.ending.outcome:
            self.banner.say("案件还没有结果，先写明协议，或者以未达成协议结束，再归档。")

    def _review(self, file: CaseFile) -> None:
        """Look the dossier through aside: the signed papers are read again for it."""
        self.check_panel.setVisible(file.ending.outcome not in ("", "refused"))
        if not self.check_panel.isVisibleTo(self):
            return
        self.check_panel.say_busy()
        matter = matter_of(self.services.desk, file)
        self.services.tasks.start(lambda _progress: (file, review(matter)), self._take_review)

    def _take_review(self, told: tuple[CaseFile, tuple[Finding, ...]]) -> None:
        file, found = told
        if file is self.file:
            self.check_panel.show_findings(found)

    def values_of(self, file: CaseFile) -> dict[str, Any]:
        """Closing facts with the office's defaults."""
        counts = {f"{PREVENTED}{one.kind}": str(one.people) for one in file.preventions}
        blank = {f"{PREVENTED}{code.key}": "" for code in code_list("prevention").rows}
        return {
            **blank,
            **counts,
            "undisputed_on": file.undisputed.on or file.ending.on,
            "undisputed": "\n".join(file.undisputed.facts),
            "confirmation": file.confirmation.state,
            "confirmed_on": file.confirmation.on,
            "transformed": file.ending.transformed,
            "retention": file.archived.retention or self.services.desk.settings().retention,
            "archived_on": file.archived.on or self.services.desk.today(),
            "archived_by": file.archived.by or self.services.desk.who,
            "remark": file.archived.remark,
        }

    def on_record(self) -> object:
        """The day of the archive is today until there is one, which is no change of the case."""
        return self.form.clean | {"archived_on": ""}

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Save the closing facts, and the undisputed ones where they were touched."""
        undisputed = _undisputed(values)
        if file.agreement is None and undisputed != file.undisputed:
            state_undisputed(self.services.desk, file.id, undisputed)
        save_close_facts(
            self.services.desk,
            file.id,
            confirmation=Confirmation(state=values["confirmation"], on=values["confirmed_on"]),
            preventions=_preventions(values),
            transformed=values["transformed"],
        )

    def archive_now(self) -> None:
        """Close the case for good, once asked."""
        file = self.file
        left = f"卷宗自查还有 {self.check_panel.must} 项应改。" if self.check_panel.must else ""
        question = f"{left}归档后，本案的内容不能再改。确定归档吗？"
        if file is None or not self.form.check() or not self.services.messages.ask(question, "归档"):
            return
        values = self.form.values()
        self.done(self.services.attempt(lambda: self._archive(file, values), self.form))

    def _archive(self, file: CaseFile, values: dict[str, Any]) -> None:
        self.write(file, values)
        facts = Archived(
            on=values["archived_on"],
            by=values["archived_by"],
            retention=values["retention"],
            remark=values["remark"],
        )
        archive(self.services.desk, file.id, facts)


def _undisputed(values: dict[str, Any]) -> Undisputed:
    facts = lines_of(values["undisputed"])
    return Undisputed(on=values["undisputed_on"], facts=facts) if facts else Undisputed()


def _preventions(values: dict[str, Any]) -> tuple[Prevention, ...]:
    found = []
    for name, text in values.items():
        if name.startswith(PREVENTED) and text:
            if not text.isdecimal() or int(text) < 1:
                raise RuleBroken("people-missing", field=name)
            found.append(Prevention(kind=name.removeprefix(PREVENTED), people=int(text)))
    return tuple(found)
