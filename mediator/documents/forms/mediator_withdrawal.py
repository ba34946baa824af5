"""调解员回避、更换决定书: who leaves the mediation, who takes over, who asked for it and what was decided."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.form import Block, Form, Heading, Paper, Paragraph, Place
from mediator.documents.matter import Matter
from mediator.documents.parts import (
    BLANK_DAY,
    RULE,
    SIGN_HINT,
    between,
    day_text,
    head,
    in_order,
    party_places,
    rules_to_write,
    seal_place,
    signed,
)
from mediator.documents.wording import wordings
from mediator.domain.casefile import CaseFile
from mediator.domain.replacement import Replacement

WORDS: Final = wordings(
    "mediator-withdrawal",
    dispute="{调委会}调解{纠纷}。",
    asked="{申请人}于{日期}申请人民调解员{调解员}回避。",
    own="人民调解员{调解员}于{日期}提出自行回避。",
    grounds="理由：{理由}",
    granted="经审查，同意{调解员}回避，不再参加本纠纷的调解。",
    refused="经审查，不同意回避，由{调解员}继续参加本纠纷的调解。",
    office="决定更换人民调解员，{调解员}不再参加本纠纷的调解。",
    left="人民调解员{调解员}已经离岗，不再参加本纠纷的调解。",
    coming="由人民调解员{调解员}参加调解。",
    choice="当事人可以选择或者接受人民调解员（《人民调解法》第二十三条）。以上决定已经告知当事人。",
)


def compose(matter: Matter, subject: Replacement) -> Paper:
    """The request where there was one, the decision, and that the parties were told."""
    file = matter.file
    dispute = matter.say(WORDS["dispute"], 调委会=matter.committee, 纠纷=between(file))
    blocks: tuple[Block, ...] = (
        *head(matter, FORM.title, f"编号：{file.dossier_number or file.code}"),
        Paragraph(dispute),
        *_request(matter, subject),
        Heading("决定："),
        Paragraph(_decision(matter, subject)),
        *_reason(matter, subject, ("office", "left")),
        Paragraph(matter.say(WORDS["choice"])),
        *signed((*_deciding(subject), *party_places(in_order(file)), seal_place(matter)), subject.on),
    )
    return Paper(FORM.title, blocks, file.dossier_number or file.code, matter.committee)


def _request(matter: Matter, one: Replacement) -> Iterator[Block]:
    """Who asked for the withdrawal, why, and the hand of whoever asked."""
    if one.why not in ("asked", "own"):
        return
    asker = _asker(matter.file, one)
    day = day_text(one.asked_on) if one.asked_on else BLANK_DAY
    values = {"调解员": one.leaving, "日期": day}
    yield Heading("申请：")
    if one.why == "asked":
        yield Paragraph(matter.say(WORDS["asked"], 申请人=asker or RULE, **values))
    else:
        yield Paragraph(matter.say(WORDS["own"], **values))
    yield from _reason(matter, one, ("asked", "own"))
    label = "回避申请人" if one.why == "asked" else "人民调解员"
    yield from signed((Place(label, (asker,) if asker else (), hint=SIGN_HINT),), one.asked_on)


def _reason(matter: Matter, one: Replacement, of: tuple[str, ...]) -> Iterator[Block]:
    if one.why not in of:
        return
    grounds = one.grounds.strip().rstrip("。")
    yield Paragraph(matter.say(WORDS["grounds"], 理由=f"{grounds}。" if grounds else ""))
    if not grounds:
        yield rules_to_write(2)


def _asker(file: CaseFile, one: Replacement) -> str:
    if one.why == "own":
        return one.leaving
    return file.names((one.asked_by,)) if one.asked_by is not None else ""


def _decision(matter: Matter, one: Replacement) -> str:
    """What was decided, by the reason; a refusal keeps the mediator and brings nobody."""
    asked = one.why in ("asked", "own")
    which = one.why if not asked else ("granted" if one.granted else "refused")
    decided = matter.say(WORDS[which], 调解员=one.leaving)
    stays = asked and not one.granted
    coming = one.coming.strip()
    return decided + (matter.say(WORDS["coming"], 调解员=coming) if coming and not stays else "")


def _deciding(one: Replacement) -> tuple[Place, ...]:
    return (Place("决定人", (one.decided_by,) if one.decided_by.strip() else (), hint="（签名）"),)


def needed(matter: Matter) -> bool:
    """Whether a mediator left or was asked to."""
    return bool(matter.file.replacements)


FORM = Form(
    "mediator-withdrawal",
    "人民调解员回避、更换决定书",
    ("people",),
    needed,
    "replacement",
    compose,
    wordings=WORDS,
)
