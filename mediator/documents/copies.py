"""The pieces bound into a dossier: each as a paper of its own, a page that says so where the file is gone."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Heading, PageBreak, Paper, Paragraph, Picture
from mediator.documents.matter import Matter
from mediator.documents.plain import one_line
from mediator.documents.scans import always_one_page, page_count, pages
from mediator.domain.attachment import Attachment
from mediator.domain.errors import Damaged, NotFound, Unprintable

MOST: Final = 200  # pages of one piece; a longer one is kept beside the dossier
GONE: Final = (
    "本材料的文件不在数据文件夹里，或者内容已经改动，没有打印。请从备份恢复后重新打印，或者另附原件。"
)
UNREADABLE: Final = "本材料的文件读不出来，没有打印。请另附。"
TOO_LONG: Final = "本材料的文件页数过多，没有打印。请另附。"


def copy_paper(matter: Matter, piece: Attachment) -> Paper:
    """The pages of a piece, under its name; one page with the reason where they cannot be had."""
    try:
        blocks = tuple(_pages(matter, piece))
    except (NotFound, Damaged):
        blocks = _instead(piece, GONE)
    except Unprintable:
        blocks = _instead(piece, UNREADABLE)
    return Paper(one_line(piece.title), blocks, matter.file.dossier_number, matter.committee, scan=True)


def copy_pages(matter: Matter, piece: Attachment) -> int:
    """How many pages the paper of a piece has, told without making them."""
    if always_one_page(piece):
        return 1
    try:
        count = page_count(piece, _read(matter, piece))
    except (NotFound, Damaged, Unprintable):
        return 1
    return count if 0 < count <= MOST else 1


def _pages(matter: Matter, piece: Attachment) -> Iterator[Block]:
    data = _read(matter, piece)
    count = page_count(piece, data)
    if not 0 < count <= MOST:
        yield from _instead(piece, TOO_LONG)
        return
    for number, picture in enumerate(pages(piece, data), 1):
        if number > 1:
            yield PageBreak()
        place = f"（{number}/{count}）" if count > 1 else ""
        yield Picture(picture, one_line(piece.title) + place)


def _read(matter: Matter, piece: Attachment) -> bytes:
    if matter.files is None:
        raise NotFound("attachment-file-gone", sha256=piece.sha256[:12])
    return matter.files(piece.sha256)


def _instead(piece: Attachment, why: str) -> tuple[Block, ...]:
    name = one_line(piece.file_name)
    return (Heading(one_line(piece.title)), Paragraph(f"文件：{name}", align="left"), Paragraph(why))
