"""人民调解受理登记表: how the dispute came in, and what became of one that was not mediated."""

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
from mediator.documents.results import ending_words, told_in_a_record
from mediator.domain.casefile import CaseFile
from mediator.domain.dispute import type_title
from mediator.domain.party import CaseParty


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
    result = "" if told_in_a_record(file) else ending_words(file)
    remark = "\n".join(filter(None, (file.case.remark, "此表由人民调解委员会填写。")))
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
    day = day_text(file.case.accepted_on)
    way = "依当事人申请" if file.case.start_way == "application" else "主动调解"
    if file.ending.outcome == "refused":
        return f"{day}，{between(file)}在{matter.committee}登记，经审查不予受理。"
    verb = "，经当事人同意，调解" if file.case.start_way == "application" else "，经当事人同意，主持调解"
    return f"{day}，{matter.committee}{way}{verb}{between(file)}。"


def _source(file: CaseFile) -> str:
    own = file.case.start_way != "application"
    ticks = f"{'□' if own else '■'}当事人申请\u3000{'■' if own else '□'}人民调解委员会主动调解"
    channel = word("intake_source", file.case.source)
    return f"{ticks}\n（来源渠道：{channel}）" if channel else ticks


FORM = Form("acceptance-register", "人民调解受理登记表", ("people",), lambda matter: True, "case", compose)
