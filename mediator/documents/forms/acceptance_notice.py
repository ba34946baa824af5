"""受理通知书: that the committee has taken the dispute, who mediates it, and what to bring."""

from collections.abc import Iterator

from mediator.documents.form import Block, Clauses, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import WHAT_TO_BRING, notice
from mediator.documents.parts import BLANK_DAY, RULE, between, day_text, in_order, mediators_of


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to all parties of a dispute that was applied for."""
    file = matter.file
    return notice(matter, FORM.title, in_order(file), _body(matter), file.case.accepted_on)


def _body(matter: Matter) -> Iterator[Block]:
    file = matter.file
    yield Paragraph(
        f"{between(file)}，经当事人申请，{matter.committee}于{day_text(file.case.accepted_on)}登记受理，"
        f"由人民调解员{'、'.join(mediators_of(file)) or RULE}调解。现将有关事项通知如下："
    )
    yield Clauses(
        (
            "人民调解委员会调解民间纠纷，不收取任何费用（《人民调解法》第四条）。",
            "当事人享有的权利和承担的义务，见《人民调解当事人权利义务告知书》。",
            "调解的时间、地点另行通知。",
            f"请于{BLANK_DAY}前提交下列材料：",
        )
    )
    yield Clauses(WHAT_TO_BRING, "1.")


def needed(matter: Matter) -> bool:
    """Whether an application was taken and is still open, or the notice has gone out."""
    case, ending = matter.file.case, matter.file.ending
    return matter.made(FORM.key) or (case.start_way == "application" and not ending.outcome)


FORM = Form("acceptance-notice", "受理通知书", ("people",), needed, "case", compose)
