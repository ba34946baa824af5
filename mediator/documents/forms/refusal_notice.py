"""不予受理通知书: why the committee does not take the dispute, and where the parties can go."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import notice, who_brought
from mediator.documents.parts import between, day_text, rules_to_write
from mediator.documents.results import advice_told, reason_told
from mediator.documents.wording import wordings

WORDS: Final = wordings(
    "refusal-notice",
    opening="{纠纷}，于{日期}在{调委会}登记。经审查，不予受理。",
    reason="不予受理的理由：{理由}",
    advice="现告知当事人：{途径}",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to whoever brought the dispute."""
    file = matter.file
    return notice(matter, FORM.title, who_brought(file), _body(matter), file.ending.on)


def _body(matter: Matter) -> Iterator[Block]:
    file = matter.file
    reason, advice = reason_told(file), advice_told(file)
    day = day_text(file.case.accepted_on)
    yield Paragraph(matter.say(WORDS["opening"], 纠纷=between(file), 日期=day, 调委会=matter.committee))
    yield Paragraph(matter.say(WORDS["reason"], 理由=reason))
    if not reason:
        yield rules_to_write(2)
    yield Paragraph(matter.say(WORDS["advice"], 途径=advice))
    if not advice:
        yield rules_to_write(2)


def needed(matter: Matter) -> bool:
    """Whether the dispute was turned away."""
    return matter.file.ending.outcome == "refused"


FORM = Form("refusal-notice", "不予受理通知书", ("people",), needed, "case", compose, wordings=WORDS)
