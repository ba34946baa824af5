"""Pieces that several papers share: who the parties are, where they sign, days that may be unknown."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise
from typing import Final

from mediator.codes import word
from mediator.documents.form import (
    Blank,
    Block,
    Field,
    FieldTable,
    Number,
    Paragraph,
    Place,
    Run,
    Signatures,
    Title,
)
from mediator.documents.matter import Matter
from mediator.documents.numerals import chinese
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.party import CaseParty, PartyFacts, age_on

BLANK_DAY: Final = "\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
RULE: Final = "________________"
SIGN_HINT: Final = "（签名、盖章或按指印）"
FIRM_HINT: Final = "（盖章，法定代表人签名）"
ROLES: Final = ("applicant", "respondent", "third")
LONGEST_CAPTION: Final = 60  # a longer name stands in a line of its own, not over the place to sign

Rows = tuple[tuple[Field, ...], ...]


def day_text(day: date | None) -> str:
    """A day as papers write it, or room to write it by hand."""
    return write_date(day) if day else BLANK_DAY


def head(matter: Matter, title: str, number: str = "") -> tuple[Block, ...]:
    """The committee, the name of the paper and its number."""
    blocks: tuple[Block, ...] = (Title(title, above=matter.committee),)
    return (*blocks, Number(number)) if number else blocks


def numbered(label: str, number: str) -> str:
    """A number under a title, with a rule to write on while there is none."""
    return f"{label}：{number or RULE}"


def roles_of(file: CaseFile) -> dict[int, str]:
    """Each place's role as papers call it; several of one side are counted: 申请人（二）."""
    names: dict[int, str] = {}
    for role in ROLES:
        side = file.of_role(role)
        for number, party in enumerate(side, 1):
            names[party.id] = word("party_role", role) + (f"（{chinese(number)}）" if len(side) > 1 else "")
    return names


def in_order(file: CaseFile) -> tuple[CaseParty, ...]:
    """All parties: applicants, respondents, third parties."""
    return tuple(party for role in ROLES for party in file.of_role(role))


def parties_table(file: CaseFile, day: date, *, with_id: bool = False) -> FieldTable:
    """All parties of a case with their particulars; ages are those of the day. A missing side is blank."""
    roles = roles_of(file)
    blocks = [_particulars(roles[party.id], party.facts, day, with_id) for party in in_order(file)]
    if not file.of_role("respondent"):
        blocks.append(_particulars(word("party_role", "respondent"), PartyFacts(name=""), day, with_id))
    ends = accumulate(map(len, blocks), initial=0)
    return FieldTable(tuple(row for block in blocks for row in block), together=tuple(pairwise(ends)))


def with_rows(table: FieldTable, *rows: tuple[Field, ...]) -> FieldTable:
    """The same grid with further rows below."""
    return replace(table, rows=(*table.rows, *rows))


def _particulars(role: str, facts: PartyFacts, day: date, with_id: bool) -> Rows:
    own = _firm_rows(facts) if facts.kind == "organisation" else _person_rows(facts, day)
    number: Rows = ((Field("证件号码", f"{word('id_type', facts.id_type)}　{facts.id_number}".strip()),),)
    return ((Field("", (Run(role, bold=True),), align="center"),), *own, *(number if with_id else ()))


def _person_rows(facts: PartyFacts, day: date) -> Rows:
    age = age_on(facts.birth_date, day)
    return (
        (
            Field("姓名", facts.name, span=3),
            Field("性别", word("sex", facts.sex)),
            Field("民族", facts.ethnicity),
            Field("年龄", "" if age is None else f"{age}岁"),
        ),
        (Field("职业或职务", facts.occupation), Field("联系方式", facts.phone)),
        (Field("单位或住址", facts.address),),
    )


def _firm_rows(facts: PartyFacts) -> Rows:
    return (
        (Field("名称", facts.name),),
        (Field("地址", facts.address),),
        (
            Field("法定代表\n人姓名", facts.representative, span=3),
            Field("职务", facts.representative_title, span=2),
            Field("联系方式", facts.phone, span=4),
        ),
    )


def names_by_side(file: CaseFile, places: Iterable[int] | None = None) -> str:
    """Everyone by side: 申请人：甲一、乙二；被申请人：丙三."""
    chosen = {party.id for party in file.parties} if places is None else set(places)
    sides = {role: [p.name for p in file.of_role(role) if p.id in chosen] for role in ROLES}
    return "；".join(
        f"{word('party_role', role)}：{'、'.join(names)}" for role, names in sides.items() if names
    )


def between(file: CaseFile) -> str:
    """Between whom the dispute is, everyone named: 甲一、乙二与丙三之间的纠纷."""
    sides = ["、".join(party.name for party in file.of_role(role)) for role in ("applicant", "respondent")]
    thirds = "、".join(party.name for party in file.of_role("third"))
    return f"{sides[0] or RULE}与{sides[1] or RULE}之间的纠纷" + (f"（第三人：{thirds}）" if thirds else "")


def party_places(parties: Iterable[CaseParty]) -> tuple[Place, ...]:
    """A place to sign for each party; an organisation sets its seal and its head signs."""
    return tuple(
        Place(
            word("party_role", party.role),
            (party.name,),
            hint=FIRM_HINT if party.facts.kind == "organisation" else SIGN_HINT,
        )
        for party in parties
    )


def mediators_of(file: CaseFile) -> tuple[str, ...]:
    """The mediators of the case, each once."""
    return tuple(dict.fromkeys(filter(None, (file.case.mediator, *file.case.assistants))))


def mediator_place(names: Iterable[str]) -> Place:
    """A place to sign for each mediator."""
    return Place("人民调解员", tuple(names), hint="（签名）")


def recorder_place(name: str) -> Place:
    """The place of whoever wrote the record."""
    return Place("记录人", (name,) if name else (), hint="（签名）")


def seal_place(matter: Matter) -> Place:
    """Where the committee sets its seal."""
    name = matter.committee if len(matter.committee) <= LONGEST_CAPTION else "人民调解委员会"
    return Place(name, kind="seal", hint="（印章）")


def signed(places: Iterable[Place], day: date | None) -> tuple[Block, ...]:
    """The places to sign and the day; a name too long for its place stands whole above them."""
    short: list[Place] = []
    lines: list[Block] = []
    for place in places:
        names = [name if len(name) <= LONGEST_CAPTION else "" for name in place.names]
        short.append(replace(place, names=tuple(names)))
        lines += [Paragraph(f"{place.label}：{name}") for name in place.names if name not in names]
    return (*lines, Signatures(tuple(short), day_text(day)))


def rules_to_write(lines: int) -> Blank:
    """Rules to write on where a text is not known yet."""
    return Blank("", lines=lines)
