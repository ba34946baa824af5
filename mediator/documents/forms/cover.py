"""卷宗封面: what the spine of a bound dossier says."""

from mediator.codes import word
from mediator.documents.form import Block, Field, FieldTable, Form, Paper, Spacer, Title
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text, mediators_of
from mediator.domain.casefile import CaseFile, dossier_name

NO_NUMBER = "（\u3000\u3000\u3000）\u3000\u3000人调字第\u3000\u3000\u3000号"


def compose(matter: Matter, subject: None) -> Paper:
    """The cover of a case's dossier."""
    file = matter.file
    blocks: tuple[Block, ...] = (
        Spacer(22),
        Title("调解卷宗", above=matter.committee, cover=True),
        Spacer(36),
        FieldTable(tuple((Field(label, value),) for label, value in _lines(matter))),
    )
    return Paper(FORM.title, blocks, file.dossier_number, matter.committee)


def _lines(matter: Matter) -> tuple[tuple[str, str], ...]:
    file = matter.file
    return (
        ("卷名", dossier_name(file)),
        ("卷号", file.dossier_number or NO_NUMBER),
        ("人民调解员", "、".join(mediators_of(file))),
        _days(file),
        ("立卷人", file.archived.by),
        ("立卷日期", day_text(file.archived.on)),
        ("保管期限", word("retention", file.archived.retention or matter.settings.retention)),
        ("备注", _remark(file)),
    )


def _days(file: CaseFile) -> tuple[str, str]:
    if file.ending.outcome == "refused":  # nothing was mediated
        return "登记日期", day_text(file.case.accepted_on)
    return "调解日期", f"{day_text(file.case.accepted_on)} 至 {day_text(file.ending.on)}"


def _remark(file: CaseFile) -> str:
    number = "" if file.dossier_number else f"案件编码{file.code}"
    refused = word("outcome", "refused") if file.ending.outcome == "refused" else ""
    return "，".join(filter(None, (refused, number, file.archived.remark)))


FORM = Form("cover", "卷宗封面", ("people",), lambda matter: True, "case", compose)
