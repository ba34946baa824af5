"""卷宗情况说明: what whoever opens the dossier later should know of it."""

from mediator.codes import word
from mediator.documents.form import Blank, Block, Field, FieldTable, Form, Paper, Spacer
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text, head, names_by_side
from mediator.domain.casefile import CaseFile, dossier_name


def compose(matter: Matter, subject: None) -> Paper:
    """The note: the archive's remark, and room to write for whoever bound and whoever checked."""
    file = matter.file
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title),
        FieldTable(
            (
                (Field("卷名", dossier_name(file)),),
                (Field("卷号", file.dossier_number),),
                (Field("当事人", names_by_side(file)),),
                (Field("调解结果", _result(file)),),
                (Field("情况说明", file.archived.remark, lines=16),),
            )
        ),
        Spacer(4),
        Blank("立卷人", file.archived.by, chars=4),
        Blank("立卷时间", day_text(file.archived.on), chars=4),
        Blank("检查人", chars=4),
        Blank("检查时间", day_text(None), chars=4),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _result(file: CaseFile) -> str:
    on = file.ending.on
    return "，".join(filter(None, (word("outcome", file.ending.outcome), day_text(on) if on else "")))


def needed(matter: Matter) -> bool:
    """Whether the case is over, so that its dossier is bound."""
    return bool(matter.file.ending.outcome)


FORM = Form(
    "dossier-note",
    "卷宗情况说明",
    ("people",),
    needed,
    "case",
    compose,
    lambda matter, subject: matter.made("dossier-note"),
)
