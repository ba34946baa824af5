"""无争议事实记载: what the parties do not dispute, written down where they have not agreed."""

from typing import Final

from mediator.documents.form import Block, Clauses, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    between,
    head,
    in_order,
    mediator_place,
    mediators_of,
    party_places,
    rules_to_write,
    seal_place,
    signed,
)
from mediator.documents.wording import wordings

# Only some local rules know this paper (深圳, 山东): it cites none of them and promises no effect.
WORDS: Final = wordings(
    "undisputed-facts",
    opening="{调委会}调解{纠纷}。当事人未就纠纷达成调解协议，对调解过程中的下列事实没有争议，记载如下：",
    read="以上事实由当事人自愿确认。当事人已经阅读或者听取宣读，核对无误。",
)


def compose(matter: Matter, subject: None) -> Paper:
    """The facts one by one, signed by every party and the mediators."""
    file = matter.file
    facts = tuple(filter(None, map(str.strip, file.undisputed.facts)))
    opening = matter.say(WORDS["opening"], 调委会=matter.committee, 纠纷=between(file))
    places = (*party_places(in_order(file)), mediator_place(mediators_of(file)), seal_place(matter))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{file.dossier_number or file.code}"),
        Paragraph(opening),
        Clauses(facts) if facts else rules_to_write(8),
        Paragraph(matter.say(WORDS["read"])),
        *signed(places, file.undisputed.on),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def needed(matter: Matter) -> bool:
    """Whether such facts were written down and no agreement came after all."""
    found = matter.file.undisputed
    return matter.file.agreement is None and (found.on is not None or bool(found.facts))


FORM = Form("undisputed-facts", "无争议事实记载", ("people",), needed, "case", compose, wordings=WORDS)
