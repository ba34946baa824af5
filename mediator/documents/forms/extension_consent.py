"""延长调解期限同意书: the parties agree to go on beyond the time for mediation."""

from datetime import date
from typing import Final

from mediator.documents.form import Block, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    between,
    day_text,
    head,
    in_order,
    mediator_place,
    mediators_of,
    party_places,
    seal_place,
    signed,
)
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.extension import Extension
from mediator.rules import limit_from

WORDS: Final = wordings(
    "extension-consent",
    opening="{纠纷}，由{调委会}于{日期}登记调解，尚未调解完毕。",
    limit="调解期限至{届满日}届满。",
    consent="{原因}当事人同意继续调解，调解期限延长至{延长至}。",
    right="当事人在延长的期限内，仍然可以要求终止调解（《人民调解法》第二十三条）。",
)


def compose(matter: Matter, subject: Extension) -> Paper:
    """The consent to one extension, signed by the parties who gave it."""
    file = matter.file
    before = _before(matter, subject)
    opening = matter.say(
        WORDS["opening"],
        纠纷=between(file),
        调委会=matter.committee,
        日期=day_text(file.case.accepted_on),
    )
    limit = matter.say(WORDS["limit"], 届满日=write_date(before)) if before else ""
    reason = subject.reason.strip().rstrip("。")
    consent = matter.say(
        WORDS["consent"],
        原因=f"因{reason.removeprefix('因')}，" if reason else "",
        延长至=write_date(subject.until_on),
    )
    consenting = [one for one in in_order(file) if not subject.agreed_by or one.id in subject.agreed_by]
    places = (*party_places(consenting), mediator_place(mediators_of(file)), seal_place(matter))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{file.dossier_number or file.code}"),
        Paragraph(opening + limit),
        Paragraph(consent),
        Paragraph(matter.say(WORDS["right"])),
        *signed(places, subject.agreed_on),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _before(matter: Matter, extension: Extension) -> date | None:
    """The last day before this extension: that of the one before it, else of the rule."""
    earlier = [one.until_on for one in _earlier(matter.file, extension)]
    if earlier:
        return max(earlier)
    case = matter.file.case
    found = limit_from(case.track, "mediation", case.accepted_on, matter.settings.mediation_months)
    return found.last_day if found else None


def _earlier(file: CaseFile, extension: Extension) -> list[Extension]:
    return [one for one in file.extensions if one.ordinal < extension.ordinal]


def needed(matter: Matter) -> bool:
    """Whether the time was extended."""
    return bool(matter.file.extensions)


FORM = Form(
    "extension-consent", "延长调解期限同意书", ("people",), needed, "extension", compose, wordings=WORDS
)
