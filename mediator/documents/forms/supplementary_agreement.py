"""补充协议书: what the parties change in their agreement or add to it."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.clauses import worded
from mediator.documents.form import Block, Clauses, Form, Paper, Paragraph, Text
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.documents.parts import head, numbered, parties_table, rules_to_write, signed
from mediator.documents.settlement import duty_place, signers
from mediator.documents.wording import wordings
from mediator.domain.agreement import Agreement
from mediator.domain.dates import write_date
from mediator.domain.errors import NotFound
from mediator.domain.supplement import Supplement

WORDS: Final = wordings(
    "supplementary-agreement",
    opening="上列当事人于{日期}经{调委会}调解达成{协议}。{原因}现经调解，自愿达成如下补充协议：",
    ended="{条款}不再履行：{内容}",
    effect=(
        "本补充协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。"
        "本补充协议一式{份数}份，当事人、人民调解委员会各持一份。"
    ),
)


def compose(matter: Matter, subject: Supplement) -> Paper:
    """One supplementary agreement, signed like the agreement it belongs to."""
    file, agreement = matter.file, matter.file.agreement
    if agreement is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    clauses = tuple(_clauses(matter, agreement, subject))
    hands = agreement.model_copy(update={"recorder": subject.recorder})
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, numbered("原协议编号", agreement.number)),
        parties_table(file, subject.agreed_on, with_id=True),
        Paragraph(_opening(matter, agreement, subject)),
        Clauses(clauses) if clauses else rules_to_write(5),
        Paragraph(matter.say(WORDS["effect"], 份数=chinese(len(file.parties) + 1))),
        *signed(signers(matter, hands), subject.agreed_on),
    )
    return Paper(FORM.title, blocks, agreement.number or file.code, matter.committee)


def _opening(matter: Matter, agreement: Agreement, supplement: Supplement) -> str:
    what = "口头调解协议" if agreement.form == "oral" else "《人民调解协议书》"
    number = f"（编号：{agreement.number}）" if agreement.number else ""
    reason = supplement.reason.strip().rstrip("。")
    return matter.say(
        WORDS["opening"],
        日期=write_date(agreement.agreed_on),
        调委会=matter.committee,
        协议=what + number,
        原因=f"因{reason.removeprefix('因')}，" if reason else "",
    )


def _clauses(matter: Matter, agreement: Agreement, supplement: Supplement) -> Iterator[Text]:
    """What ends, what is new, then the further words."""
    file = matter.file
    for duty in agreement.duties:
        if duty.ended_by == supplement.id:
            place = f"原{duty_place(file, duty)}"
            yield matter.say(WORDS["ended"], 条款=place, 内容=worded(duty, file))
    for duty in agreement.duties:
        if duty.supplement_id == supplement.id:
            yield worded(duty, file)
    yield from filter(None, map(str.strip, supplement.clauses))


def needed(matter: Matter) -> bool:
    """Whether the agreement was changed or added to."""
    return matter.file.agreement is not None and bool(matter.file.supplements)


FORM = Form(
    "supplementary-agreement", "补充协议书", ("people",), needed, "supplement", compose, wordings=WORDS
)
