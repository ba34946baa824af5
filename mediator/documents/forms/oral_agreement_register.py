"""人民调解口头协议登记表: the mediator writes down what was agreed by word of mouth (Art. 28)."""

from mediator.documents.clauses import agreement_clauses, performance_lines
from mediator.documents.form import Block, Field, Form, Paper
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.documents.parts import head, numbered, parties_table, signed, with_rows
from mediator.documents.settlement import facts_of, has_form, signers, stated_sum
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import NotFound


def compose(matter: Matter, subject: None) -> Paper:
    """The register of one oral agreement, filled in like the written one."""
    file = matter.file
    agreement = file.agreement
    if agreement is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, numbered("编号", agreement.number)),
        with_rows(
            parties_table(file, agreement.agreed_on),
            (Field("纠纷主要\n事实、\n争议事项", facts_of(file), lines=4),),
            (Field("协议内容", _content(file, agreement), lines=5),),
            (Field("履行方式、\n时限", "\n".join(performance_lines(file)), lines=2),),
        ),
        *signed(signers(matter, agreement), agreement.agreed_on),
    )
    return Paper(FORM.title, blocks, agreement.number, matter.committee)


def _content(file: CaseFile, agreement: Agreement) -> str:
    clauses = agreement_clauses(file)
    listed = (f"{chinese(number)}、{text}" for number, text in enumerate(clauses, 1))
    total = stated_sum(agreement)
    return "\n".join((*([total] if total else ()), *(listed if len(clauses) > 1 else clauses)))


FORM = Form(
    "oral-agreement-register",
    "人民调解口头协议登记表",
    ("people",),
    lambda matter: has_form(matter, "oral"),
    "case",
    compose,
)
