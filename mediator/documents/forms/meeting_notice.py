"""调解通知书: calls the parties to a sitting, to the one it was adjourned to; else room to write when."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Field, FieldTable, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import WHAT_TO_BRING, notice
from mediator.documents.parts import between, day_text, in_order, mediators_of
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile, dossier_name
from mediator.domain.hearing import Hearing

BLANK_HOUR: Final = "\u3000\u3000\u3000时\u3000\u3000分"
WORDS: Final = wordings(
    "meeting-notice",
    opening="{调委会}定于下列时间、地点调解{纠纷}，请准时参加。",
    to_bring=WHAT_TO_BRING,
    closing=(
        "当事人可以接受调解、拒绝调解或者要求终止调解（《人民调解法》第二十三条）。"
        "不能按时参加的，请提前告知。"
    ),
)


def compose(matter: Matter, subject: None) -> Paper:
    """The notice to all parties of the case."""
    return notice(matter, FORM.title, in_order(matter.file), _body(matter))


def _body(matter: Matter) -> Iterator[Block]:
    file, following = matter.file, _adjourned(matter.file)
    yield Paragraph(matter.say(WORDS["opening"], 调委会=matter.committee, 纠纷=between(file)))
    yield FieldTable(
        (
            (Field("事由", dossier_name(file)),),
            (Field("调解时间", _when(following)),),
            (Field("调解地点", following.next_place if following else "", lines=2),),
            (Field("人民调解员", "、".join(mediators_of(file))),),
            (Field("请携带", "\n".join(matter.lines(WORDS["to_bring"]))),),
        )
    )
    yield Paragraph(matter.say(WORDS["closing"]))


def _adjourned(file: CaseFile) -> Hearing | None:
    """The last sitting, where it says when the mediation goes on."""
    last = file.hearings[-1] if file.hearings else None
    return last if last and last.result == "continue" and last.next_on else None


def _when(adjourned: Hearing | None) -> str:
    day = day_text(adjourned.next_on if adjourned else None)
    began = adjourned.next_began if adjourned else ""
    return f"{day} {began}" if began else f"{day}{BLANK_HOUR}"


def needed(matter: Matter) -> bool:
    """Whether the case is still to be mediated, or the notice has gone out."""
    file = matter.file
    return matter.made(FORM.key) or (not file.ending.outcome and file.agreement is None)


FORM = Form("meeting-notice", "调解通知书", ("people",), needed, "case", compose, wordings=WORDS)
