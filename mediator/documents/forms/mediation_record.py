"""人民调解记录: one sitting, what was said and how it ended."""

from typing import Final

from mediator.documents.form import (
    Block,
    Field,
    FieldTable,
    Form,
    Heading,
    Paper,
    Paragraph,
    Place,
)
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    day_text,
    head,
    in_order,
    mediator_place,
    mediators_of,
    names_by_side,
    party_places,
    recorder_place,
    rules_to_write,
    seal_place,
    signed,
)
from mediator.documents.results import TOLD, hearing_result
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile, dossier_name
from mediator.domain.hearing import Hearing

WORDS: Final = wordings(
    "mediation-record",
    rights_told="人民调解员已告知当事人享有的权利和承担的义务。",
    agreed="当事人自愿达成调解协议。",
    agreed_orally="当事人达成口头调解协议。",
    told=TOLD,
    read="以上记录已经阅读或者听取宣读，核对无误。",
)


def compose(matter: Matter, subject: Hearing) -> Paper:
    """The record of one sitting, signed after reading by everyone who took part."""
    file = matter.file
    ordinal = f"第{subject.ordinal}次调解" if len(file.hearings) > 1 else ""
    number = "\u3000".join(filter(None, (file.dossier_number or file.code, ordinal)))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{number}"),
        FieldTable(_rows(file, subject)),
        Heading("调解记录："),
        *_told(matter, subject),
        Paragraph(subject.text.strip()) if subject.text.strip() else rules_to_write(10),
        Heading("调解结果："),
        Paragraph(hearing_result(matter, subject, WORDS)),
        Paragraph(matter.say(WORDS["read"])),
        *signed(_places(matter, subject), subject.held_on),
    )
    return Paper(FORM.title, blocks, number, matter.committee)


def _rows(file: CaseFile, hearing: Hearing) -> tuple[tuple[Field, ...], ...]:
    absent = [party.id for party in file.parties if hearing.present and party.id not in hearing.present]
    return (
        (Field("时间", _when(hearing)), Field("地点", hearing.place)),
        (Field("事由", dossier_name(file)),),
        (Field("当事人", names_by_side(file, hearing.present or None, with_agents=True)),),
        *(((Field("未到场\n当事人", names_by_side(file, absent)),),) if absent else ()),
        (Field("参加人", hearing.helpers or "无"),),
    )


def _when(hearing: Hearing) -> str:
    hours = "至".join(filter(None, (hearing.began, hearing.ended)))
    return f"{day_text(hearing.held_on)} {hours}".strip()


def _told(matter: Matter, hearing: Hearing) -> tuple[Block, ...]:
    return (Paragraph(matter.say(WORDS["rights_told"])),) if hearing.rights_told else ()


def _places(matter: Matter, hearing: Hearing) -> tuple[Place, ...]:
    file = matter.file
    here = [party for party in in_order(file) if not hearing.present or party.id in hearing.present]
    helpers = (Place("参加人", hint="（签名）"),) if hearing.helpers.strip() else ()
    return (
        *party_places(here, every_agent=True),
        *helpers,
        mediator_place(hearing.mediators or mediators_of(file)),
        recorder_place(hearing.recorder),
        seal_place(matter),
    )


FORM = Form(
    "mediation-record",
    "人民调解记录",
    ("people",),
    lambda matter: bool(matter.file.hearings),
    "hearing",
    compose,
    wordings=WORDS,
)
