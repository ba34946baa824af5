"""封底: how many pages the dossier has and who bound it."""

from mediator.documents.form import Blank, Block, Form, Paper, Paragraph, Spacer, filled
from mediator.documents.matter import Matter
from mediator.documents.parts import day_text


def compose(matter: Matter, subject: int | None) -> Paper:
    """The back cover; `subject` is the number of numbered pages, with room for what is added by hand."""
    file = matter.file
    pages = (
        "本卷编页文书共",
        filled(subject, blank=3),
        "页，另附材料",
        filled(None, blank=3),
        "页，合计",
        filled(None, blank=3),
        "页。",
    )
    blocks: tuple[Block, ...] = (
        Spacer(120),
        Paragraph(pages, indent=False, align="left"),
        Spacer(6),
        Blank("立卷人", file.archived.by),
        Blank("检查人"),
        Blank("立卷日期", day_text(file.archived.on)),
    )
    return Paper(FORM.title, blocks, file.dossier_number, matter.committee)


FORM = Form("back-cover", "封底", ("people",), lambda matter: True, "dossier", compose)
