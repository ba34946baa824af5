"""What the notices of the committee share: whom they address, where to ask, who has received them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from mediator.codes import word
from mediator.documents.clauses import who
from mediator.documents.form import Block, Heading, Paper, Paragraph, Place
from mediator.documents.matter import Matter
from mediator.documents.parts import RULE, head, in_order, numbered, seal_place, signed
from mediator.domain.casefile import CaseFile
from mediator.domain.party import CaseParty

WHAT_TO_BRING: Final = (
    f"当事人的身份证明；\n与纠纷有关的证据材料；\n委托他人代为参加调解的，授权委托书；\n其他：{RULE}{RULE}。"
)


def notice(
    matter: Matter, title: str, to: Sequence[CaseParty], body: Iterable[Block], day: date | None = None
) -> Paper:
    """A notice to some parties: its number to be written in, its text, the seal, and who received it."""
    blocks: tuple[Block, ...] = (
        *head(matter, title, numbered("编号", "")),
        Paragraph(f"{who(matter.file, tuple(party.id for party in to)) or RULE}：", indent=False),
        *body,
        _contact(matter),
        *signed((seal_place(matter),), day),
        Heading("签收："),
        *signed(_received(to), None),
    )
    return Paper(title, blocks, matter.file.dossier_number or matter.file.code, matter.committee)


def who_brought(file: CaseFile) -> tuple[CaseParty, ...]:
    """The applicants, or everyone where there is none."""
    return file.of_role("applicant") or in_order(file)


def _contact(matter: Matter) -> Paragraph:
    """Where to ask: known of the office itself, left open where another committee mediates."""
    own = matter.committee == matter.office.name
    address, phone = (matter.office.address, matter.office.phone) if own else ("", "")
    return Paragraph(f"联系地址：{address or RULE}\n联系电话：{phone or RULE}", indent=False, align="left")


def _received(parties: Sequence[CaseParty]) -> tuple[Place, ...]:
    return tuple(
        Place(word("party_role", party.role), (party.name,), hint="（签名或者盖章）") for party in parties
    )
