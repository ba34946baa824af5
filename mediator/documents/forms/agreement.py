"""人民调解协议书: what the parties agreed in writing."""

from typing import Final

from mediator.documents.clauses import agreement_clauses, performance_lines
from mediator.documents.form import Block, Clauses, Form, Heading, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.documents.parts import head, numbered, parties_table, rules_to_write, signed
from mediator.documents.settlement import facts_of, has_form, signers, stated_sum
from mediator.documents.wording import wordings
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import NotFound

WORDS: Final = wordings(
    "agreement",
    agreed="经调解，自愿达成如下协议：",
    effect=(
        "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。"
        "本协议一式{份数}份，当事人、人民调解委员会各持一份。"
    ),
)


def compose(matter: Matter, subject: None) -> Paper:
    """The agreement, one copy for each party and one for the committee (Art. 29)."""
    file = matter.file
    agreement = file.agreement
    if agreement is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    facts = facts_of(file)
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, numbered("编号", agreement.number)),
        parties_table(file, agreement.agreed_on, with_id=True),
        Heading("纠纷主要事实、争议事项："),
        Paragraph(facts) if facts else rules_to_write(5),
        Heading(matter.say(WORDS["agreed"])),
        *_clauses(file, agreement),
        Heading("履行方式、时限："),
        *_performance(file),
        Paragraph(matter.say(WORDS["effect"], 份数=chinese(len(file.parties) + 1))),
        *signed(signers(matter, agreement), agreement.agreed_on),
    )
    return Paper(FORM.title, blocks, agreement.number, matter.committee)


def _clauses(file: CaseFile, agreement: Agreement) -> tuple[Block, ...]:
    clauses, total = agreement_clauses(file), stated_sum(agreement)
    stated: tuple[Block, ...] = (Paragraph(total),) if total else ()
    return (*stated, Clauses(clauses) if clauses else rules_to_write(5))


def _performance(file: CaseFile) -> tuple[Block, ...]:
    lines = performance_lines(file)
    return tuple(Paragraph(line) for line in lines) if lines else (rules_to_write(2),)


FORM = Form(
    "agreement",
    "人民调解协议书",
    ("people",),
    lambda matter: has_form(matter, "written"),
    "case",
    compose,
    wordings=WORDS,
)
