"""卷内目录: what stands on which page of a dossier."""

from collections.abc import Sequence
from typing import Final

from mediator.documents.form import Block, Column, Form, Paper, TextTable, Title
from mediator.documents.matter import Matter
from mediator.documents.order import ContentsLine, contents_lines, leaves

COLUMNS: Final = (
    Column("序号", 1),
    Column("文书名称", 5, align="left"),
    Column("页号", 1.4),
    Column("备注", 2),
)
LEAST_ROWS: Final = 16  # empty rows take in what is added by hand


def compose(matter: Matter, subject: Sequence[ContentsLine] | None) -> Paper:
    """The contents of a dossier; without its lines, the papers with room for their page numbers."""
    lines = _without_pages(matter) if subject is None else tuple(subject)
    rows = [(str(n), line.title, _pages(line), line.remark) for n, line in enumerate(lines, 1)]
    rows += [("", "", "", "")] * (LEAST_ROWS - len(rows))
    blocks: tuple[Block, ...] = (Title(FORM.title), TextTable(COLUMNS, tuple(rows)))
    return Paper(FORM.title, blocks, matter.file.dossier_number, matter.committee)


def _pages(line: ContentsLine) -> str:
    if line.last > line.first:
        return f"{line.first}—{line.last}"
    return str(line.first or "")


def _without_pages(matter: Matter) -> tuple[ContentsLine, ...]:
    found = leaves(matter)
    return contents_lines(found, [(0, 0)] * len(found))


FORM = Form("contents", "卷内目录", ("people",), lambda matter: True, "dossier", compose)
