"""封底: how many pages the dossier has and who bound it."""

from typing import Final

from mediator.documents.form import Blank, Block, Form, Paper, Paragraph, Spacer, filled
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text
from mediator.documents.wording import wordings

WORDS: Final = wordings("back-cover", pages="本卷编页文书共{编页}页，另附材料{另附}页，合计{合计}页。")


def compose(matter: Matter, subject: int | None) -> Paper:
    """The back cover; `subject` is the number of numbered pages, with room for what is added by hand."""
    file = matter.file
    blank = filled(None, blank=3)
    pages = matter.pieces(WORDS["pages"], 编页=filled(subject, blank=3), 另附=blank, 合计=blank)
    blocks: tuple[Block, ...] = (
        Spacer(120),
        Paragraph(pages, indent=False, align="left"),
        Spacer(6),
        Blank("立卷人", file.archived.by),
        Blank("检查人"),
        Blank("立卷日期", day_text(file.archived.on)),
    )
    return Paper(FORM.title, blocks, file.dossier_number, matter.committee)


FORM = Form("back-cover", "封底", ("people",), lambda matter: True, "dossier", compose, wordings=WORDS)
