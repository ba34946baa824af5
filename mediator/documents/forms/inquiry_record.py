"""人民调解调查记录: somebody was asked about the dispute, party or not."""

from typing import Final

from mediator.documents.form import Block, Field, FieldTable, Form, Heading, Paper, Paragraph, Place
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    SIGN_HINT,
    between,
    day_text,
    head,
    recorder_place,
    rules_to_write,
    signed,
)
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile
from mediator.domain.inquiry import Inquiry

WORDS: Final = wordings("inquiry-record", read="以上记录已经阅读或者听取宣读，核对无误。")


def compose(matter: Matter, subject: Inquiry) -> Paper:
    """The record of one inquiry, signed after reading by who asked, who was asked and who wrote."""
    file = matter.file
    ordinal = f"第{subject.ordinal}次调查" if len(file.inquiries) > 1 else ""
    number = "\u3000".join(filter(None, (file.dossier_number or file.code, ordinal)))
    text = subject.text.strip()
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{number}"),
        FieldTable(_rows(file, subject)),
        Heading("调查记录："),
        Paragraph(text) if text else rules_to_write(10),
        Paragraph(matter.say(WORDS["read"])),
        *signed(_places(file, subject), subject.held_on),
    )
    return Paper(FORM.title, blocks, number, matter.committee)


def _rows(file: CaseFile, inquiry: Inquiry) -> tuple[tuple[Field, ...], ...]:
    hours = "至".join(filter(None, (inquiry.began, inquiry.ended)))
    return (
        (Field("时间", f"{day_text(inquiry.held_on)} {hours}".strip()), Field("地点", inquiry.place)),
        (Field("事由", between(file)),),
        (Field("被调查人", _asked(file, inquiry)),),
        (Field("基本情况", inquiry.about, lines=1 if inquiry.about else 2),),
        (Field("参加人", inquiry.present or "无"),),
        (Field("调查人", "、".join(inquiry.askers)), Field("记录人", inquiry.recorder)),
    )


def _asked(file: CaseFile, inquiry: Inquiry) -> str:
    party = None if inquiry.party is None else file.party(inquiry.party)
    return inquiry.asked.strip() or (party.name if party else "")


def _places(file: CaseFile, inquiry: Inquiry) -> tuple[Place, ...]:
    asked = _asked(file, inquiry)
    present = (Place("参加人", hint="（签名）"),) if inquiry.present.strip() else ()
    return (
        Place("调查人", inquiry.askers, hint="（签名）"),
        Place("被调查人", (asked,) if asked else (), hint=SIGN_HINT),
        *present,
        recorder_place(inquiry.recorder),
    )


def needed(matter: Matter) -> bool:
    """Whether anybody was asked."""
    return bool(matter.file.inquiries)


FORM = Form("inquiry-record", "人民调解调查记录", ("people",), needed, "inquiry", compose, wordings=WORDS)
