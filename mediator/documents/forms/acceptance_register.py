"""人民调解受理登记表: how the dispute came in, and what became of one that was not mediated."""

from typing import Final

from mediator.codes import word
from mediator.documents.form import Block, Field, FieldTable, Form, Paper, Place
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    between,
    day_text,
    head,
    in_order,
    numbered,
    party_places,
    seal_place,
    signed,
)
from mediator.documents.results import TOLD, ending_words, told_in_a_record
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import type_title
from mediator.domain.party import CaseParty

WORDS: Final = wordings(
    "acceptance-register",
    applied="{日期}，{调委会}依当事人申请，经当事人同意，调解{纠纷}。",
    own="{日期}，{调委会}主动调解，经当事人同意，主持调解{纠纷}。",
    refused="{日期}，{纠纷}在{调委会}登记，经审查不予受理。",
    told=TOLD,
    written_by="此表由人民调解委员会填写。",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The register of one case, signed by the parties and the registrar and sealed."""
    file = matter.file
    registrar = file.case.registrar
    places = (
        *party_places(_present(file)),
        Place("登记人", (registrar,) if registrar else (), hint="（签名）"),
        seal_place(matter),
    )
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, numbered("编号", file.dossier_number or file.code)),
        FieldTable(_rows(matter)),
        *signed(places, file.case.accepted_on),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _present(file: CaseFile) -> tuple[CaseParty, ...]:
    """Who signs: everyone, but of a refused dispute only those who brought it."""
    brought = file.of_role("applicant") if file.ending.outcome == "refused" else ()
    return brought or in_order(file)


def _rows(matter: Matter) -> tuple[tuple[Field, ...], ...]:
    file = matter.file
    result = "" if told_in_a_record(file) else ending_words(matter, WORDS["told"])
    remark = "\n".join(filter(None, (file.case.remark, matter.say(WORDS["written_by"]))))
    return (
        (Field("", _how_it_came(matter)),),
        (Field("纠纷类型", type_title(file.dispute.type_written)),),
        (Field("案件来源", _source(file)),),
        (Field("纠纷简要\n情况", file.dispute.summary, lines=5),),
        *(((Field("办理结果", result),),) if result else ()),
        (Field("备注", remark),),
    )


def _how_it_came(matter: Matter) -> str:
    file = matter.file
    way = "applied" if file.case.start_way == "application" else "own"
    return matter.say(
        WORDS["refused" if file.ending.outcome == "refused" else way],
        日期=day_text(file.case.accepted_on),
        调委会=matter.committee,
        纠纷=between(file),
    )


def _source(file: CaseFile) -> str:
    own = file.case.start_way != "application"
    ticks = f"{'□' if own else '■'}当事人申请\u3000{'■' if own else '□'}人民调解委员会主动调解"
    channel = word("intake_source", file.case.source)
    return f"{ticks}\n（来源渠道：{channel}）" if channel else ticks


FORM = Form(
    "acceptance-register",
    "人民调解受理登记表",
    ("people",),
    lambda matter: True,
    "case",
    compose,
    wordings=WORDS,
)
