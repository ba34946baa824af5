"""人民调解证据材料清单: every piece that was handed in, from whom, and what it is to prove."""

from typing import Final

from mediator.codes import word
from mediator.documents.form import Block, Column, Form, Paper, Paragraph, Place, TextTable
from mediator.documents.matter import Matter
from mediator.documents.order import BY_HAND
from mediator.documents.parts import FIRM_HINT, SIGN_HINT, between, day_text, head, signed
from mediator.documents.scans import printable
from mediator.documents.wording import wordings
from mediator.domain.attachment import Attachment
from mediator.domain.casefile import CaseFile

KINDS: Final = ("evidence", "other")
COLUMNS: Final = (
    Column("序号", 1),
    Column("材料名称", 2.6, align="left"),
    Column("形式", 1.6),
    Column("页数", 1),
    Column("提交人\n和日期", 2.4),
    Column("证明内容", 2.6, align="left"),
    Column("备注", 1.8),
)
WORDS: Final = wordings("evidence-list", handed_over="上列材料已经当面核对、接收。")


def compose(matter: Matter, subject: None) -> Paper:
    """The list of all pieces, signed by whoever handed them in and whoever took them."""
    file = matter.file
    rows = tuple(_row(file, number, piece) for number, piece in enumerate(_pieces(file), 1))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{file.dossier_number or file.code}"),
        Paragraph(f"事由：{between(file)}", indent=False, size="table"),
        TextTable(COLUMNS, rows, size="small"),
        Paragraph(matter.say(WORDS["handed_over"])),
        *signed((*_givers(file), Place("接收人", hint="（签名）")), None),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _pieces(file: CaseFile) -> tuple[Attachment, ...]:
    return tuple(piece for piece in file.attachments if piece.kind in KINDS)


def _row(file: CaseFile, number: int, piece: Attachment) -> tuple[str, ...]:
    giver = file.names((piece.party,)) if piece.party is not None else ""
    day = day_text(piece.received_on) if piece.received_on else ""
    apart = "" if printable(piece) else BY_HAND
    return (
        str(number),
        piece.title,
        word("evidence_form", piece.form),
        str(piece.pages or ""),
        "\n".join(filter(None, (giver, day))),
        piece.proves,
        "\n".join(filter(None, (piece.note, apart))),
    )


def _givers(file: CaseFile) -> tuple[Place, ...]:
    """A place for each party who handed something in."""
    places = {piece.party for piece in _pieces(file)}
    givers = tuple(
        Place("提交人", (party.name,), hint=FIRM_HINT if party.facts.kind == "organisation" else SIGN_HINT)
        for party in file.parties
        if party.id in places
    )
    return givers or (Place("提交人", hint=SIGN_HINT),)


def needed(matter: Matter) -> bool:
    """Whether anything was handed in."""
    return bool(_pieces(matter.file))


FORM = Form("evidence-list", "人民调解证据材料清单", ("people",), needed, "case", compose, wordings=WORDS)
