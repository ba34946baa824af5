"""人民调解当事人权利义务告知书: the articles of the 人民调解法 that every party is told before mediation."""

from datetime import date
from typing import Final

from mediator.documents.form import Block, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    head,
    in_order,
    party_places,
    signed,
)
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile

# Each rule is 人民调解法 (2010) in substance, with its article.
WORDS: Final = wordings(
    "rights-notice",
    opening=(
        "人民调解委员会是依法设立的调解民间纠纷的群众性组织。"
        "根据《中华人民共和国人民调解法》，现将有关事项告知如下："
    ),
    principles=(
        "在当事人自愿、平等的基础上进行调解；不违背法律、法规和国家政策；尊重当事人的权利，"
        "不因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利（第三条）。"
        "人民调解委员会调解民间纠纷，不收取任何费用（第四条）。"
    ),
    rights=(
        "（一）选择或者接受人民调解员；\n"
        "（二）接受调解、拒绝调解或者要求终止调解；\n"
        "（三）要求调解公开进行或者不公开进行；\n"
        "（四）自主表达意愿、自愿达成调解协议。"
    ),
    duties=(
        "（一）如实陈述纠纷事实；\n（二）遵守调解现场秩序，尊重人民调解员；\n（三）尊重对方当事人行使权利。"
    ),
    effect=(
        "（一）达成的调解协议具有法律约束力，当事人应当按照约定履行；人民调解委员会监督履行情况，"
        "督促当事人履行（第三十一条）。\n"
        "（二）因协议履行或内容发生争议，一方可以向人民法院起诉（第三十二条）。\n"
        "（三）双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。"
        "确认有效后，一方拒绝履行或者未全部履行的，对方可以向人民法院申请强制执行；确认无效的，"
        "可以通过人民调解变更原协议或者达成新的协议，也可以向人民法院提起诉讼（第三十三条）。"
    ),
    told="以上内容已经告知，当事人已经知悉。",
)
SECTIONS: Final = (
    ("一、调解的原则", WORDS["principles"]),
    ("二、当事人的权利（第二十三条）", WORDS["rights"]),
    ("三、当事人的义务（第二十四条）", WORDS["duties"]),
    ("四、调解协议的效力", WORDS["effect"]),
)


def compose(matter: Matter, subject: None) -> Paper:
    """The notice, signed by every party; set small enough for one page with three signers."""
    file = matter.file
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title),
        Paragraph(matter.say(WORDS["opening"]), size="table"),
        *(block for heading, rules in SECTIONS for block in _section(heading, matter.lines(rules))),
        Paragraph(matter.say(WORDS["told"]), size="table"),
        *signed(party_places(in_order(file)), _signed_on(file)),
    )
    return Paper(FORM.title, blocks, file.dossier_number, matter.committee)


def _section(heading: str, rules: tuple[str, ...]) -> tuple[Block, ...]:
    return (
        Paragraph(heading, bold=True, size="table"),
        *(Paragraph(rule, size="table") for rule in rules),
    )


def _signed_on(file: CaseFile) -> date | None:
    return next((mark.signed_on for mark in file.papers if mark.key == FORM.key), None)


def needed(matter: Matter) -> bool:
    """Whether the case was mediated at all."""
    return matter.file.ending.outcome != "refused"


FORM = Form(
    "rights-notice", "人民调解当事人权利义务告知书", ("people",), needed, "case", compose, wordings=WORDS
)
