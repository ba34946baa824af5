"""终止调解通知书: that the mediation has ended without agreement, why, and which other ways there are."""

from collections.abc import Iterator

from mediator.documents.form import Block, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import notice
from mediator.documents.parts import between, day_text, in_order, rules_to_write
from mediator.documents.results import reason_told, ways_told


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to all parties (人民调解法 Art. 26)."""
    file = matter.file
    return notice(matter, FORM.title, in_order(file), _body(matter), file.ending.on)


def _body(matter: Matter) -> Iterator[Block]:
    file = matter.file
    state = "经调解不成，现终止调解。" if file.ending.outcome == "failed" else "现终止调解。"
    yield Paragraph(
        f"{between(file)}，于{day_text(file.case.accepted_on)}由{matter.committee}登记调解，{state}"
    )
    reason = reason_told(file)
    yield Paragraph(f"终止调解的理由：{reason}")
    if not reason:
        yield rules_to_write(2)
    ways = ways_told(file)
    told = f"本委员会已经告知的途径：{ways}。" if ways else ""
    yield Paragraph(
        f"当事人可以依法通过仲裁、行政、司法等途径维护自己的权利（《人民调解法》第二十六条）。{told}"
    )


def needed(matter: Matter) -> bool:
    """Whether the mediation ended without agreement."""
    return matter.file.ending.outcome in ("failed", "terminated")


FORM = Form("termination-notice", "终止调解通知书", ("people",), needed, "case", compose)
