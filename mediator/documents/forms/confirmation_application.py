"""司法确认申请书: the parties together ask the court to confirm their agreement, and what they hand in."""

from typing import Final

from mediator.documents.form import Block, Clauses, Field, Form, Paper, Paragraph, Title
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    RULE,
    in_order,
    numbered,
    parties_table,
    party_places,
    signed,
    with_rows,
)
from mediator.documents.settlement import facts_of, has_form
from mediator.documents.wording import wordings
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.clock import Limit
from mediator.domain.dates import write_date
from mediator.domain.errors import NotFound
from mediator.rules import limit_from

# What the court wants to see: 民诉法解释 Arts. 351 ff.
MATERIALS: Final = (
    "人民调解协议书；\n"
    "人民调解委员会主持调解的证明；\n"
    "与调解协议相关的财产权利证明；\n"
    "当事人的身份证明、住址、联系方式；\n"
    "委托代理人申请的，授权委托书和代理人的身份证明。"
)
WORDS: Final = wordings(
    "confirmation-application",
    agreement="{日期}经{调委会}主持调解达成，{编号}。",
    request="请求{法院}依法确认上述调解协议有效。",
    in_time="调解协议于{生效日}生效，申请司法确认的最后一日为{最后一日}。",
    together="依据{依据}，上列当事人（称谓与调解协议书相同）共同向{法院}申请司法确认。",
    materials=MATERIALS,
    supplement="补充协议书；",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The application of all parties for a written agreement in effect (人民调解法 Art. 33)."""
    file, found = matter.file, _limit(matter.file)
    if file.agreement is None or found is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    law = found.rule.article.partition("：")[0]
    court = matter.office.court or f"{RULE}人民法院"
    blocks: tuple[Block, ...] = (
        Title(FORM.title),
        with_rows(
            parties_table(file, file.agreement.agreed_on, with_id=True),
            (Field("纠纷简要\n情况", facts_of(file), lines=3),),
            (Field("调解协议", _agreement(matter, file.agreement)),),
            (Field("申请事项", matter.say(WORDS["request"], 法院=court)),),
            (Field("申请期限", _in_time(matter, found)),),
        ),
        Paragraph(matter.say(WORDS["together"], 依据=law, 法院=court)),
        *signed(party_places(in_order(file)), None),
        Paragraph("附：提交材料清单", indent=False, bold=True, size="table"),
        Clauses(_materials(matter), "1.", size="table"),
    )
    return Paper(FORM.title, blocks, file.agreement.number or file.code, matter.committee)


def _materials(matter: Matter) -> tuple[str, ...]:
    """What is handed in; a later agreement belongs to the one that is to be confirmed."""
    later = matter.lines(WORDS["supplement"]) if matter.file.supplements else ()
    first, *others = matter.lines(WORDS["materials"])
    return (first, *later, *others)


def _agreement(matter: Matter, agreement: Agreement) -> str:
    return matter.say(
        WORDS["agreement"],
        日期=write_date(agreement.agreed_on),
        调委会=matter.committee,
        编号=numbered("编号", agreement.number),
    )


def _in_time(matter: Matter, found: Limit) -> str:
    return matter.say(WORDS["in_time"], 生效日=write_date(found.start), 最后一日=write_date(found.last_day))


def _limit(file: CaseFile) -> Limit | None:
    """The thirty days, counted from the day a written agreement took effect."""
    return limit_from(file.case.track, "confirmation", file.effect_on) if file.effect_on else None


def needed(matter: Matter) -> bool:
    """Whether a written agreement in effect can still be brought to the court, or was."""
    found = _limit(matter.file)
    if found is None or not has_form(matter, "written"):
        return False
    in_time = matter.today is None or matter.today <= found.last_day
    return in_time or bool(matter.file.confirmation.state) or matter.made(FORM.key)


FORM = Form(
    "confirmation-application",
    "司法确认申请书",
    ("people",),
    needed,
    "case",
    compose,
    lambda matter, subject: bool(matter.file.confirmation.state),
    WORDS,
)
