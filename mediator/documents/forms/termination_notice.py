"""终止调解通知书: that the mediation has ended without agreement, why, and which other ways there are."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import notice
from mediator.documents.parts import between, day_text, in_order, rules_to_write
from mediator.documents.results import reason_told, ways_told
from mediator.documents.wording import wordings

WORDS: Final = wordings(
    "termination-notice",
    failed="{纠纷}，于{日期}由{调委会}登记调解，经调解不成，现终止调解。",
    ended="{纠纷}，于{日期}由{调委会}登记调解，现终止调解。",
    extended="调解期限经当事人同意延长至{日期}。",
    reason="终止调解的理由：{理由}",
    other_ways="当事人可以依法通过仲裁、行政、司法等途径维护自己的权利（《人民调解法》第二十六条）。",
    told="本委员会已经告知的途径：{途径}。",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to all parties (人民调解法 Art. 26)."""
    file = matter.file
    return notice(matter, FORM.title, in_order(file), _body(matter), file.ending.on)


def _body(matter: Matter) -> Iterator[Block]:
    file = matter.file
    how = WORDS["failed" if file.ending.outcome == "failed" else "ended"]
    day = day_text(file.case.accepted_on)
    until = file.extended_to
    extended = matter.say(WORDS["extended"], 日期=day_text(until)) if until else ""
    yield Paragraph(matter.say(how, 纠纷=between(file), 日期=day, 调委会=matter.committee) + extended)
    reason = reason_told(file)
    yield Paragraph(matter.say(WORDS["reason"], 理由=reason))
    if not reason:
        yield rules_to_write(2)
    ways = ways_told(file)
    told = matter.say(WORDS["told"], 途径=ways) if ways else ""
    yield Paragraph(matter.say(WORDS["other_ways"]) + told)


def needed(matter: Matter) -> bool:
    """Whether the mediation ended without agreement."""
    return matter.file.ending.outcome in ("failed", "terminated")


FORM = Form("termination-notice", "终止调解通知书", ("people",), needed, "case", compose, wordings=WORDS)
