"""卷宗情况说明: what whoever opens the dossier later should know of it."""

from collections.abc import Iterator
from typing import Final

from mediator.codes import word
from mediator.documents.form import Blank, Block, Field, FieldTable, Form, Paper, Spacer
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text, head, names_by_side
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile, dossier_name
from mediator.domain.dates import write_date
from mediator.domain.decision import Decision
from mediator.domain.replacement import Replacement

WORDS: Final = wordings("dossier-note", again="本案是案件{案件}同一纠纷的再次调解。")
BIN: Final = ("removed", "restored")  # of the recycle bin the dossier says nothing


def compose(matter: Matter, subject: None) -> Paper:
    """The note: the archive's remark, and room to write for whoever bound and whoever checked."""
    file = matter.file
    course = "\n".join(_course(matter))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title),
        FieldTable(
            (
                (Field("卷名", dossier_name(file)),),
                (Field("卷号", file.dossier_number),),
                (Field("当事人", names_by_side(file)),),
                (Field("调解结果", _result(file)),),
                *(((Field("办理情况", course),),) if course else ()),
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


def _course(matter: Matter) -> Iterator[str]:
    """What was out of the ordinary: the mediation before, mediators replaced, time extended, decisions."""
    file = matter.file
    if file.previous_code:
        yield matter.say(WORDS["again"], 案件=file.previous_code)
    happened = [
        *((one.on, f"{word('replacement_reason', one.why)}，{_replaced(one)}") for one in file.replacements),
        *((one.agreed_on, f"调解期限延长至{write_date(one.until_on)}") for one in file.extensions),
        *((one.on, _decided(one)) for one in file.decisions if one.kind not in BIN),
    ]
    for day, what in sorted(happened, key=lambda one: one[0]):
        yield f"{write_date(day)}，{what}。"


def _replaced(one: Replacement) -> str:
    if not one.granted and one.why in ("asked", "own"):
        return f"未予同意，由{one.leaving}继续调解"
    return f"{one.leaving}不再参加调解" + (f"，由{one.coming}参加调解" if one.coming.strip() else "")


def _decided(one: Decision) -> str:
    reason = one.reason.strip().rstrip("。")
    return word("decision_kind", one.kind) + (f"，理由：{reason}" if reason else "")


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
    WORDS,
)
