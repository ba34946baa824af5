"""受理通知书: that the committee has taken the dispute, who mediates it, and what to bring."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Clauses, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import WHAT_TO_BRING, notice
from mediator.documents.parts import BLANK_DAY, RULE, between, day_text, in_order, mediators_of
from mediator.documents.wording import wordings

WORDS: Final = wordings(
    "acceptance-notice",
    opening=(
        "{纠纷}，经当事人申请，{调委会}于{日期}登记受理，由人民调解员{调解员}调解。现将有关事项通知如下："
    ),
    matters=(
        "人民调解委员会调解民间纠纷，不收取任何费用（《人民调解法》第四条）。\n"
        "当事人享有的权利和承担的义务，见《人民调解当事人权利义务告知书》。\n"
        "调解的时间、地点另行通知。\n"
        "请于{日期}前提交下列材料："
    ),
    to_bring=WHAT_TO_BRING,
)


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to all parties of a dispute that was applied for."""
    file = matter.file
    return notice(matter, FORM.title, in_order(file), _body(matter), file.case.accepted_on)


def _body(matter: Matter) -> Iterator[Block]:
    file = matter.file
    opening = matter.say(
        WORDS["opening"],
        纠纷=between(file),
        调委会=matter.committee,
        日期=day_text(file.case.accepted_on),
        调解员="、".join(mediators_of(file)) or RULE,
    )
    yield Paragraph(opening)
    yield Clauses(matter.lines(WORDS["matters"], 日期=BLANK_DAY))
    yield Clauses(matter.lines(WORDS["to_bring"]), "1.")


def needed(matter: Matter) -> bool:
    """Whether an application was taken and is still open, or the notice has gone out."""
    case, ending = matter.file.case, matter.file.ending
    return matter.made(FORM.key) or (case.start_way == "application" and not ending.outcome)


FORM = Form("acceptance-notice", "受理通知书", ("people",), needed, "case", compose, wordings=WORDS)
