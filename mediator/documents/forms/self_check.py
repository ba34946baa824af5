"""卷宗自查清单: what a reviewer would send the dossier back for, each with what to do about it."""

from typing import Final

from mediator.documents.form import Blank, Block, Column, Field, FieldTable, Form, Paper, Paragraph, TextTable
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text, head
from mediator.documents.selfcheck import review
from mediator.documents.wording import wordings
from mediator.domain.casefile import dossier_name
from mediator.findings import say_finding, say_mending, source_of, weight_of

COLUMNS: Final = (
    Column("序号", 0.07),
    Column("要求", 0.1),
    Column("发现的问题", 0.34, "left"),
    Column("怎样处理", 0.29, "left"),
    Column("依据", 0.2, "left"),
)
NOTHING: Final = (("—", "—", "没有发现问题", "—", "—"),)
WEIGHTS: Final = {"must": "应改", "look": "请核对"}
WORDS: Final = wordings(
    "self-check",
    limits="本清单由已登记的内容逐项比对得出；纸质原件上的签名、盖章是否齐全清楚，请对照原件检查。",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The list of the day it is printed, with room for who looked through the dossier."""
    file, found = matter.file, review(matter)
    rows = tuple(
        (
            str(number),
            WEIGHTS[weight_of(one)],
            say_finding(one),
            say_mending(one),
            source_of(one),
        )
        for number, one in enumerate(found, 1)
    )
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title),
        FieldTable(
            (
                (Field("卷名", dossier_name(file)),),
                (Field("卷号", file.dossier_number), Field("自查日期", day_text(matter.today))),
            )
        ),
        TextTable(COLUMNS, rows or NOTHING, size="small"),
        Paragraph(matter.say(WORDS["limits"]), size="small"),
        Blank("检查人"),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def needed(matter: Matter) -> bool:
    """Whether something was mediated, so that there is a dossier to look through."""
    return matter.file.ending.outcome != "refused"


FORM = Form(
    "self-check",
    "卷宗自查清单",
    ("people",),
    needed,
    "case",
    compose,
    lambda matter, subject: False,
    WORDS,
)
