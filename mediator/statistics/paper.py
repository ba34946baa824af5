"""A return as a paper to sign: the same words and figures as the sheet, set by the documents room."""

from mediator.documents import form
from mediator.documents.pdf import write_pdf
from mediator.statistics.model import Column, ReturnRow, ReturnSheet
from mediator.statistics.wording import on_paper, sign_of


def compose(sheet: ReturnSheet) -> form.Paper:
    """The paper of a return."""
    blocks: tuple[form.Block, ...] = (
        form.Title(sheet.heading),
        form.Paragraph(_head(sheet), indent=False, align="left", size="table"),
        form.TextTable(
            columns=tuple(form.Column(column.title, column.width) for column in sheet.columns),
            rows=tuple(_cells(sheet, row, number) for number, row in enumerate(sheet.rows, 1)),
            groups=_grouped(sheet.columns),
            size="fine",
        ),
        form.Signatures(tuple(_place(label, name) for label, name in sheet.foot), date="    年    月    日"),
        form.Paragraph(_notes(sheet.notes), indent=False, align="left", size="fine"),
    )
    return form.Paper(
        sheet.heading, blocks, number=sheet.period_title, office=sheet.office, landscape=sheet.landscape
    )


def as_pdf(sheet: ReturnSheet) -> bytes:
    """The PDF of a return."""
    return write_pdf([compose(sheet)])


def _head(sheet: ReturnSheet) -> str:
    return "　　".join(f"{label}：{value}" for label, value in sheet.head)


def _notes(notes: tuple[str, ...]) -> str:
    return "注：" + "".join(f"{number}. {note}　" for number, note in enumerate(notes, 1)).rstrip()


def _cells(sheet: ReturnSheet, row: ReturnRow, number: int) -> tuple[str, ...]:
    return tuple(
        on_paper(row.cell(column.field, number), sign_of(sheet, row, column)) for column in sheet.columns
    )


def _grouped(columns: tuple[Column, ...]) -> int:
    """How many columns from the left are joined over equal rows: up to the group itself."""
    return 1 + next(at for at, column in enumerate(columns) if column.field == "group")


def _place(label: str, name: str) -> form.Place:
    return form.Place(label, (name,) if name else ())
