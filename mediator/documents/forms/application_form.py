"""人民调解申请书: a party asks the committee to mediate."""

from typing import Final

from mediator.documents.form import Block, Field, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.parts import head, parties_table, party_places, signed, with_rows
from mediator.documents.wording import wordings

WORDS: Final = wordings("application-form", told="申请人已被告知人民调解的有关规定，自愿申请调解。")


def compose(matter: Matter, subject: None) -> Paper:
    """The application, signed by the applicants alone."""
    file = matter.file
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title),
        with_rows(
            parties_table(file, file.case.accepted_on),
            (Field("纠纷简要\n情况", file.dispute.summary, lines=5),),
            (Field("当事人\n申请事项", file.case.claims, lines=3),),
        ),
        Paragraph(matter.say(WORDS["told"])),
        *signed(party_places(file.of_role("applicant")), file.case.accepted_on),
    )
    return Paper(FORM.title, blocks, file.dossier_number, matter.committee)


def needed(matter: Matter) -> bool:
    """Whether the case began with an application."""
    return matter.file.case.start_way == "application"


FORM = Form("application-form", "人民调解申请书", ("people",), needed, "case", compose, wordings=WORDS)
