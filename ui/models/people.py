"""Columns of the register of people: who, by what known, how many cases; doubles and merges."""

from typing import Final

from mediator.codes import word
from mediator.domain.dispute import type_title
from mediator.domain.register import Double, KnownPerson, PersonMerge, masked
from ui.models.rows import Column
from ui.tokens import Tone

KINDS: Final = {"organisation": "单位", "household": "户", "group": "多人"}
WHY: Final = {
    "id-number": "证件号码相同",
    "name-phone": "姓名和电话相同",
    "name-birth-date": "姓名和出生日期相同",
}


def people_columns() -> list[Column[KnownPerson]]:
    """Everybody, the last met first."""
    return [
        Column("姓名或名称", names, 16, tip=names),
        Column("类别", lambda one: KINDS.get(one.facts.kind) or word("sex", one.facts.sex), 4),
        Column("证件号码", lambda one: masked(one.facts.id_number), 12),
        Column("电话", lambda one: one.facts.phone, 9),
        Column("件数", lambda one: str(len(one.cases)), 4, right=True),
        Column("最近一件", last_case, 16),
    ]


def double_columns() -> list[Column[Double]]:
    """Pairs that may be one."""
    return [
        Column("一方", lambda pair: short(pair.one), 18, tip=lambda pair: short(pair.one)),
        Column("另一方", lambda pair: short(pair.other), 18, tip=lambda pair: short(pair.other)),
        Column("相同之处", lambda pair: WHY[pair.why], 12),
    ]


def merge_columns(known: dict[int, str]) -> list[Column[PersonMerge]]:
    """What was merged, by whom and why; `known` tells the names of those who are left."""
    return [
        Column("日期", lambda one: f"{one.at.astimezone():%Y-%m-%d}", 8),
        Column("合并成", lambda one: known.get(one.kept_id, ""), 12),
        Column("移动的登记", lambda one: f"{len(one.party_ids)} 处", 7),
        Column("理由", lambda one: one.reason, 18, tip=lambda one: one.reason),
        Column("经手", lambda one: one.who, 6),
        Column("", lambda one: "已撤销" if one.undone else "", 6, tone=lambda _one: Tone.QUIET),
    ]


def names(person: KnownPerson) -> str:
    """The name, and by which others he was written: 甲壹（又作甲一）."""
    first, *others = person.names
    return f"{first}（又作{'、'.join(others)}）" if others else first


def last_case(person: KnownPerson) -> str:
    """The last case in a few words."""
    last = person.cases[0]
    return f"{last.accepted_on:%Y-%m-%d} {type_title(last.type_written)}"


def short(person: KnownPerson) -> str:
    """Somebody in one cell."""
    facts = person.facts
    told = (facts.name, masked(facts.id_number), facts.phone, f"{len(person.cases)} 件")
    return "　".join(filter(None, told))
