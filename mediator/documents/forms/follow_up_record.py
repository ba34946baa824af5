"""人民调解回访记录: what a visit after the agreement found."""

from mediator.codes import word
from mediator.documents.form import Block, Field, FieldTable, Form, Paper, Place
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text, head, names_by_side, signed
from mediator.domain.casefile import CaseFile, dossier_name
from mediator.domain.follow_up import Visit


def compose(matter: Matter, subject: Visit) -> Paper:
    """The record of one visit, signed by the visitor."""
    file = matter.file
    ordinal = f"第{subject.ordinal}次回访" if len(file.visits) > 1 else ""
    number = "\u3000".join(filter(None, (file.dossier_number or file.code, ordinal)))
    visitor = Place("回访人", (subject.visitor,) if subject.visitor else (), hint="（签名）")
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, ordinal),
        FieldTable(
            (
                (Field("当事人", names_by_side(file)),),
                (Field("调解协议\n编号", _agreement_number(file)),),
                (Field("回访事由", dossier_name(file)),),
                (Field("回访时间", day_text(subject.on)),),
                (Field("回访情况", _found(subject), lines=12, align="justify"),),
            )
        ),
        *signed((visitor,), subject.on),
    )
    return Paper(FORM.title, blocks, number, matter.committee)


def _agreement_number(file: CaseFile) -> str:
    return file.agreement.number if file.agreement else ""


def _found(visit: Visit) -> str:
    way, visited = word("visit_way", visit.way), visit.visited.strip()
    how = "，".join(
        filter(None, (f"回访方式：{way}" if way else "", f"被回访人：{visited}" if visited else ""))
    )
    satisfied = word("satisfaction", visit.satisfaction)
    return "\n".join(
        filter(
            None,
            (
                f"{how}。" if how else "",
                visit.situation.strip(),
                f"满意程度：{satisfied}。" if satisfied else "",
                f"有无激化迹象及采取的措施：{visit.escalation.strip()}" if visit.escalation.strip() else "",
            ),
        )
    )


FORM = Form(
    "follow-up-record",
    "人民调解回访记录",
    ("people",),
    lambda matter: bool(matter.file.visits),
    "visit",
    compose,
)
